public import Jalali
public import Registry
public import Values

public struct DocumentFacts: Sendable {
  public let id: ID<DocumentEntity>
  /// Such as `statute` or `minutes`; the asking module names its kinds.
  public let kind: String
  public let isSighted: Bool
  public let issued: JalaliDay?
  public let validUntil: JalaliDay?
  /// `DC-27-1405-0001`; empty where the answer leaves it out.
  public let code: String

  public init(
    id: ID<DocumentEntity>, kind: String, isSighted: Bool, issued: JalaliDay?, validUntil: JalaliDay?, code: String = ""
  ) {
    self.code = code
    self.id = id
    self.kind = kind
    self.isSighted = isSighted
    self.issued = issued
    self.validUntil = validUntil
  }
}

/// Answered by the documents desk.
public protocol DocumentsDesk: Sendable {
  /// Documents filed for an object, named as in the ledger (`institutes.institute/12`); superseded and rejected ones are left out.
  func documents(of object: String, in look: borrowing Look) throws -> [DocumentFacts]
}

extension ReadAccess where Self: ~Copyable {
  public var documents: any DocumentsDesk { get throws { try ask((any DocumentsDesk).self) } }
}
