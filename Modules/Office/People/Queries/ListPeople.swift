public import Jalali
public import Persian
public import Registry
public import Values

/// People in Persian order of their family names; numbers and addresses stand on the single sheet only.
public struct ListPeople: ListQuery {
  public var province: Province?
  public var search: String?
  public var bornFrom: JalaliDay?
  public var bornUntil: JalaliDay?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var firstName: Personal<String>
    public var familyName: Personal<String>
    public var fatherName: Personal<String>
    public var birth: Personal<JalaliDay>
    public var isLiterate: Personal<Bool>
  }

  public static let spec = Spec(
    "people.list", "اشخاص", "People", "/people", permission: .peopleRead,
    fields: [
      "province": ("استان", "province"), "search": ("جست‌وجو در نام", "search in names"),
      "bornFrom": ("زادهٔ این روز یا پس از آن", "born on or after"),
      "bornUntil": ("زادهٔ این روز یا پیش از آن", "born on or before"),
    ])

  public func selection() -> Selection {
    Selection(from: "people_person t")
      .filter("t.province = ?", province)
      .filter("t.birth >= ?", bornFrom)
      .filter("t.birth <= ?", bornUntil)
      .search("t.search_key", search)
      .sorted(by: "t.sort_key")
  }
}
