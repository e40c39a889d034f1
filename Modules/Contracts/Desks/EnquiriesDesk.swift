public import Jalali
public import Registry
public import Values

public struct EnquiryFacts: Sendable {
  public let id: ID<EnquiryEntity>
  /// `police`, `registryOffice`, `securityOffice`, …
  public let agency: String
  public let isAnswered: Bool
  /// nil until it is answered.
  public let isFavourable: Bool?
  public let validUntil: JalaliDay?

  public init(id: ID<EnquiryEntity>, agency: String, isAnswered: Bool, isFavourable: Bool?, validUntil: JalaliDay?) {
    self.id = id
    self.agency = agency
    self.isAnswered = isAnswered
    self.isFavourable = isFavourable
    self.validUntil = validUntil
  }
}

/// Answered by the enquiries desk.
public protocol EnquiriesDesk: Sendable {
  /// Enquiries made for an object, newest first.
  func enquiries(of object: String, in look: borrowing Look) throws -> [EnquiryFacts]
}

extension ReadAccess where Self: ~Copyable {
  public var enquiries: any EnquiriesDesk { get throws { try ask((any EnquiriesDesk).self) } }
}
