public import Feature

/// What others may know of a filed paper.
public struct DocumentFacts: Sendable {
  public let id: ID<DocumentEntity>
  /// Such as `statute` or `minutes`; the asking module names its kinds.
  public let kind: String
  public let isSighted: Bool
  public let issued: JalaliDay?
  public let validUntil: JalaliDay?
  /// `DC-27-1405-0001`.
  public let code: String

  public init(
    id: ID<DocumentEntity>, kind: String, isSighted: Bool, issued: JalaliDay?, validUntil: JalaliDay?, code: String
  ) {
    self.id = id
    self.kind = kind
    self.isSighted = isSighted
    self.issued = issued
    self.validUntil = validUntil
    self.code = code
  }
}

/// Answered by the documents desk.
public protocol DocumentsContract: Sendable {
  func documents(of object: String, in snapshot: borrowing Snapshot) throws -> [DocumentFacts]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// Papers filed for an object, named as in the ledger (`institutes.institute/12`); superseded and rejected ones are left out.
  public func documents(of object: String) throws -> [DocumentFacts] {
    try contract((any DocumentsContract).self).documents(of: object, in: snapshot)
  }
}
