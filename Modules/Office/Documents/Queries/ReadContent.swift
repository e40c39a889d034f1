public import Contracts
public import Registry
import Secrets
import Store
public import Values

/// The paper itself. What comes out is compared with the digest that the ledger knows.
public struct ReadContent: Query {
  public var document: Ref<DocumentEntity>

  public struct Output: Codable, Sendable {
    public var code: String
    public var fileName: Personal<String>
    public var mediaType: MediaType
    public var sha256: String
    public var content: FileContent
  }

  public static let spec = Spec(
    "documents.content", "محتوای سند", "Content of a document", "/documents/{document}/content",
    permission: .documentsContent, fields: ["document": ("سند", "the document")])

  /// Whoever reads a paper stands in the ledger.
  public static var leavesEntry: Bool { true }

  public func answer(in look: borrowing Look) throws -> Output {
    let row = try look.require(Document.self, document)
    look.noteRead(row)
    let content = try look.require(StoredContent.self, row.content).content.content
    guard try CheckedFile(content).sha256 == row.sha256 else {
      throw StoreFault(
        .corrupt,
        Texts(
          "محتوای سند \(row.code) با اثر انگشت آن نمی‌خواند.", "The content of \(row.code) does not match its digest."))
    }
    return Output(
      code: row.code, fileName: row.fileName, mediaType: row.mediaType, sha256: row.sha256, content: content)
  }
}
