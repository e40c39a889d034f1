import Contracts
import Feature
import Secrets

/// The paper itself. What comes out is compared with the digest that the ledger knows.
struct ReadContent: Query {
  var document: Ref<DocumentEntity>

  struct Output: Codable, Sendable {
    var code: String
    var fileName: Personal<String>
    var mediaType: MediaType
    var sha256: String
    var content: FileContent
  }

  static let spec = Spec(
    "documents.content", "محتوای سند", "Content of a document", "/documents/{document}/content",
    permission: .documentsContent, fields: ["document": ("سند", "the document")])

  /// Whoever reads a paper stands in the ledger.
  static var leavesEntry: Bool { true }

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Document.self, document)
    snapshot.noteRead(row)
    let content = try snapshot.require(StoredContent.self, row.content).content.content
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
