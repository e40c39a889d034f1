public import Feature

/// What others may know of a filed paper.
public struct DocumentFacts: Sendable {
  /// Its row.
  public let id: ID<DocumentEntity>
  /// Such as `statute` or `minutes`; the asking module names its kinds.
  public let kind: String
  /// Whether an officer has seen the original.
  public let isSighted: Bool
  /// The day it was issued; nil when it bears none.
  public let issued: JalaliDay?
  /// The last day it holds; nil when it bears none.
  public let validUntil: JalaliDay?
  /// `DC-27-1405-0001`.
  public let code: String

  /// Made by the documents desk.
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
  /// Papers filed or verified for an object, oldest first.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func documents(of object: String, in snapshot: borrowing Snapshot) throws -> [DocumentFacts]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// Papers filed for an object, named as in the ledger (`institutes.institute/12`); superseded and rejected ones are left out.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func documents(of object: String) throws -> [DocumentFacts] {
    try contract((any DocumentsContract).self).documents(of: object, in: snapshot)
  }
}
