public import Feature

/// The outside bodies that are asked.
public enum Agency: String, Choice {
  /// Whom a rule can require to be asked; `other` is named in the letter only.
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
  /// Its row.
  public let id: ID<EnquiryEntity>
  /// Who was asked.
  public let agency: Agency
  /// Whether an answer was recorded.
  public let isAnswered: Bool
  /// nil until it is answered.
  public let isFavourable: Bool?
  /// The last day the answer holds; nil when it says none.
  public let validUntil: JalaliDay?

  /// Made by the enquiries desk.
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
  /// Enquiries made for an object, newest first; withdrawn ones are left out: nobody waits for them.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func enquiries(of object: String, in snapshot: borrowing Snapshot) throws -> [EnquiryFacts]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// Enquiries made for an object, newest first; withdrawn ones are left out.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func enquiries(of object: String) throws -> [EnquiryFacts] {
    try contract((any EnquiriesContract).self).enquiries(of: object, in: snapshot)
  }
}
