public import Contracts
public import Registry
public import Values

public struct ShowDocument: Query {
  public var document: Ref<DocumentEntity>

  public static let spec = Spec(
    "documents.show", "یک سند", "One document", "/documents/{document}", permission: .documentsRead,
    fields: ["document": ("سند", "the document")])

  public func answer(in look: borrowing Look) throws -> Document { try look.require(Document.self, document) }
}
