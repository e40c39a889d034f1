public import Feature

/// The outside bodies that are asked.
public enum Agency: String, Choice {
  case police, registryOffice, securityOffice, ngoSystem, other

  /// What people call it.
  public var texts: Texts {
    switch self {
    case .police: Texts("نیروی انتظامی", "police")
    case .registryOffice: Texts("ادارهٔ ثبت", "registry office")
    case .securityOffice: Texts("حراست", "security office")
    case .ngoSystem: Texts("سامانهٔ مراکز غیردولتی سازمان", "the organisation's NGO system")
    case .other: Texts("مرجع دیگر", "another body")
    }
  }
}

/// What others may know of an enquiry.
public struct EnquiryFacts: Sendable {
  public let id: ID<EnquiryEntity>
  public let agency: Agency
  public let isAnswered: Bool
  /// nil until it is answered.
  public let isFavourable: Bool?
  public let validUntil: JalaliDay?

  public init(id: ID<EnquiryEntity>, agency: Agency, isAnswered: Bool, isFavourable: Bool?, validUntil: JalaliDay?) {
    self.id = id
    self.agency = agency
    self.isAnswered = isAnswered
    self.isFavourable = isFavourable
    self.validUntil = validUntil
  }
}

/// Answered by the enquiries desk.
public protocol EnquiriesContract: Sendable {
  func enquiries(of object: String, in snapshot: borrowing Snapshot) throws -> [EnquiryFacts]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// Enquiries made for an object, newest first; withdrawn ones are left out.
  public func enquiries(of object: String) throws -> [EnquiryFacts] {
    try contract((any EnquiriesContract).self).enquiries(of: object, in: snapshot)
  }
}
