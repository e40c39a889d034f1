import Contracts
import Feature

struct ShowDocument: Query {
  var document: Ref<DocumentEntity>

  static let spec = Spec(
    "documents.show", "یک سند", "One document", "/documents/{document}", permission: .documentsRead,
    fields: ["document": ("سند", "the document")])

  func answer(in snapshot: borrowing Snapshot) throws -> Document { try snapshot.require(Document.self, document) }
}
