import Contracts
import Feature

/// Puts a newer paper of the same object and kind in an older one's place; the older stays readable.
struct SupersedeDocument: Action {
  var document: Ref<DocumentEntity>
  var by: Ref<DocumentEntity>
  var reason: String

  static let spec = Spec(
    "documents.supersede", "جایگزینی سند", "Supersede a document", .post, "/documents/{document}/supersede",
    permission: .documentsFile, weight: .serious,
    fields: [
      "document": ("سند پیشین", "the older document"), "by": ("سند تازه", "the newer one"), "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> Document {
    var row = try work.require(Document.self, document)
    let newer = try work.require(Document.self, by)
    let stands = newer.state == .filed || newer.state == .verified
    let fits = stands && newer.id != row.id && newer.object == row.object && newer.kind == row.kind
    try work.move(&row, by: .supersede)
    try work.require(
      DocumentStep.self, .init(move: .supersede, isSighted: row.sightedOn != nil, successorFits: fits), in: row.province)
    work.setReason(reason)
    row.supersededBy = newer.id
    return try work.update(row)
  }
}
