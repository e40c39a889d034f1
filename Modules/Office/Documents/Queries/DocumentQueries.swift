import Contracts
import Feature
import Secrets

struct ListDocuments: ListQuery {
  var province: Province?
  var object: String?
  var kind: String?
  var state: DocumentState?
  var endsUntil: JalaliDay?

  struct Item: Codable, Sendable {
    var id: ID<DocumentEntity>
    var code: String
    var province: Province
    var object: ThingName
    var kind: String
    var state: DocumentState
    var mediaType: MediaType
    var size: Int
    var filedOn: JalaliDay
    var sightedOn: JalaliDay?
    var validUntil: JalaliDay?
    var sha256: String
    var title: Personal<String>
  }

  static let spec = Spec(
    "documents.list", "اسناد", "Documents", "/documents", permission: .documentsRead,
    fields: [
      "province": ("استان", "province"),
      "object": ("موضوع: کد یا نام دفتری، مانند GR-27-1403-0001", "object: a code or name in the ledger, such as GR-27-1403-0001"),
      "kind": ("نوع سند", "kind"), "state": ("وضعیت", "state"),
      "endsUntil": ("اعتبار تا این روز", "validity ends on or before"),
    ])

  func selection() -> Selection {
    Selection(from: "documents_document t")
      .filter("t.province = ?", province)
      .about(object, "t.object = ?")
      .filter("t.kind = ?", kind)
      .filter("t.state = ?", state)
      .filter("t.valid_until <= ?", endsUntil)
      .newestFirst()
  }
}

struct ShowDocument: Query {
  var document: Ref<DocumentEntity>

  static let spec = Spec(
    "documents.show", "یک سند", "One document", "/documents/{document}", permission: .documentsRead,
    fields: ["document": ("سند", "the document")])

  func answer(in snapshot: borrowing Snapshot) throws -> Document { try snapshot.require(Document.self, document) }
}

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
