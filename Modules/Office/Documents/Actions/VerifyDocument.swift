public import Contracts
public import Registry
public import Values

/// Confirms a paper; neither who filed it nor who sighted it may.
public struct VerifyDocument: Action {
  public var document: Ref<DocumentEntity>

  public static let spec = Spec(
    "documents.verify", "تأیید سند", "Verify a document", .post, "/documents/{document}/verify",
    permission: .documentsVerify, fields: ["document": ("سند", "the document")])

  public func perform(in work: borrowing UnitOfWork) throws -> Document {
    var row = try work.require(Document.self, document)
    try work.require(
      DocumentStep.self, .init(state: row.state, step: .verify, isSighted: row.sightedOn != nil), in: row.province)
    try work.requireFreshEyes(on: row)
    row.state = .verified
    row.verifiedBy = work.actor.id
    row.verifiedOn = work.day
    return try work.update(row)
  }
}
