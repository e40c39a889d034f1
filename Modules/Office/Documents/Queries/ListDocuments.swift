import Contracts
import Feature

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
    var object: String
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
      "object": ("موضوع، مانند institutes.institute/12", "object, such as institutes.institute/12"),
      "kind": ("نوع سند", "kind"), "state": ("وضعیت", "state"),
      "endsUntil": ("اعتبار تا این روز", "validity ends on or before"),
    ])

  func selection() -> Selection {
    Selection(from: "documents_document t")
      .filter("t.province = ?", province)
      .filter("t.object = ?", object)
      .filter("t.kind = ?", kind)
      .filter("t.state = ?", state)
      .filter("t.valid_until <= ?", endsUntil)
      .newestFirst()
  }
}
