import Contracts
import Feature

/// Notes that the acting person has seen the original. Whoever filed the copy may be the one who saw it.
struct SightDocument: Action {
  var document: Ref<DocumentEntity>

  static let spec = Spec(
    "documents.sight", "رؤیت اصل سند", "Sight the original", .post, "/documents/{document}/sight",
    permission: .documentsSight, fields: ["document": ("سند", "the document")])

  func perform(in work: borrowing Transaction) throws -> Document {
    var row = try work.require(Document.self, document)
    try work.move(&row, by: .sight)
    try work.require(
      DocumentStep.self, .init(move: .sight, isSighted: row.sightedOn != nil), in: row.province)
    row.sightedBy = work.principal.id
    row.sightedOn = work.day
    return try work.update(row)
  }
}
