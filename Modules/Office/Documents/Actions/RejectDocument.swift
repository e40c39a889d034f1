import Contracts
import Feature

/// Rejects a paper with the reason that the applicant will read.
struct RejectDocument: Action {
  var document: Ref<DocumentEntity>
  var reason: String

  static let spec = Spec(
    "documents.reject", "رد سند", "Reject a document", .post, "/documents/{document}/reject",
    permission: .documentsVerify, weight: .serious,
    fields: ["document": ("سند", "the document"), "reason": ("چرا پذیرفته نیست", "why it is not accepted")])

  func perform(in work: borrowing Transaction) throws -> Document {
    var row = try work.require(Document.self, document)
    try work.move(&row, by: .reject)
    try work.require(
      DocumentStep.self, .init(move: .reject, isSighted: row.sightedOn != nil), in: row.province)
    work.setReason(reason)
    row.rejection = Personal(PersianText.stored(reason))
    return try work.update(row)
  }
}
