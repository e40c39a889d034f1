public import Jalali
public import Persian
public import Registry
import Values

/// The public extract: institutes that ever held a licence, and no more of them than anybody may know.
public struct ListRegister: ListQuery {
  public var province: Province?
  public var search: String?

  public struct Item: Codable, Sendable {
    public var code: String
    public var province: Province
    public var name: String
    public var licence: String
    public var scope: String
    public var state: InstituteState
    public var licensedOn: JalaliDay
    public var validUntil: JalaliDay
  }

  public static let spec = Spec(
    "institutes.register", "فهرست رسمی مؤسسات", "Register of institutes", "/institutes/register",
    permission: .institutesRegister,
    fields: ["province": ("استان", "province"), "search": ("جست‌وجو در نام", "search in names")])

  public func selection() -> Selection {
    Selection(from: "institutes_institute t JOIN institutes_licence l ON l.institute = t.id")
      .where("l.id = (SELECT max(id) FROM institutes_licence WHERE institute = t.id)")
      .filter("t.province = ?", province)
      .search("t.name_key", search.map(PersianText.nameKey))
      .column("licence", "l.code")
      .column("scope", "l.scope")
      .column("validUntil", "l.valid_until")
  }
}
