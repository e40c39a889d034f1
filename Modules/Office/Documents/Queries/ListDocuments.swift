public import Jalali
public import Persian
public import Registry
public import Values

public struct ListDocuments: ListQuery {
  public var province: Province?
  public var object: String?
  public var kind: String?
  public var state: DocumentState?
  public var endsUntil: JalaliDay?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var object: String
    public var kind: String
    public var state: DocumentState
    public var mediaType: MediaType
    public var size: Int
    public var filedOn: JalaliDay
    public var sightedOn: JalaliDay?
    public var validUntil: JalaliDay?
    public var sha256: String
    public var title: Personal<String>
  }

  public static let spec = Spec(
    "documents.list", "اسناد", "Documents", "/documents", permission: .documentsRead,
    fields: [
      "province": ("استان", "province"),
      "object": ("موضوع، مانند institutes.institute/12", "object, such as institutes.institute/12"),
      "kind": ("نوع سند", "kind"), "state": ("وضعیت", "state"),
      "endsUntil": ("اعتبار تا این روز", "validity ends on or before"),
    ])

  public func selection() -> Selection {
    Selection(from: "documents_document t")
      .filter("t.province = ?", province)
      .filter("t.object = ?", object)
      .filter("t.kind = ?", kind)
      .filter("t.state = ?", state)
      .filter("t.valid_until <= ?", endsUntil)
      .newestFirst()
  }
}
