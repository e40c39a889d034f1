import Contracts
import Feature

/// Confirms a paper; neither who filed it nor who sighted it may.
struct VerifyDocument: ApprovingAction {
  var document: Ref<DocumentEntity>

  static let spec = Spec(
    "documents.verify", "تأیید سند", "Verify a document", .post, "/documents/{document}/verify",
    permission: .documentsVerify, fields: ["document": ("سند", "the document")])

  func perform(in work: borrowing Transaction) throws -> Document {
    var row = try work.require(Document.self, document)
    try work.move(&row, by: .verify)
    try work.require(
      DocumentStep.self, .init(move: .verify, isSighted: row.sightedOn != nil), in: row.province)
    try work.requireSeparationOfDuties(on: row)
    row.verifiedBy = work.principal.id
    row.verifiedOn = work.day
    return try work.update(row)
  }
}
