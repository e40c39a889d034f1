public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListInstitutes: ListQuery {
  public var province: Province?
  public var state: InstituteState?
  public var search: String?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var name: String
    public var state: InstituteState
    public var requestedOn: JalaliDay
    public var licensedOn: JalaliDay?
    public var licenceValidUntil: JalaliDay?
  }

  public static let spec = Spec(
    "institutes.institutes", "مؤسسات", "Institutes", "/institutes", permission: .institutesRead,
    fields: [
      "province": ("استان", "province"), "state": ("حالت", "state"), "search": ("جست‌وجو در نام", "search in names"),
    ])

  public func selection() -> Selection {
    Selection(from: "institutes_institute t")
      .filter("t.province = ?", province)
      .filter("t.state = ?", state)
      .search("t.name_key", search.map(PersianText.nameKey))
  }
}

public struct ListMembers: ListQuery {
  public var institute: Ref<InstituteEntity>

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var institute: String
    public var person: ID<PersonEntity>
    public var post: BoardPost
    public var since: JalaliDay
    public var until: JalaliDay?
  }

  public static let spec = Spec(
    "institutes.members", "هیئت‌های مؤسسه", "Boards of an institute", "/institutes/{institute}/members",
    permission: .institutesRead, fields: ["institute": ("مؤسسه", "the institute")])

  public func selection() -> Selection {
    Selection(from: "institutes_member t JOIN institutes_institute i ON i.id = t.institute")
      .refer(institute, row: "i.id = ?", code: "i.code = ?")
      .column("institute", "i.code")
  }
}

public struct ListLicences: ListQuery {
  public var institute: Ref<InstituteEntity>?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var institute: String
    public var scope: String
    public var signedOn: JalaliDay
    public var validFrom: JalaliDay
    public var validUntil: JalaliDay
  }

  public static let spec = Spec(
    "institutes.licences", "پروانه‌ها", "Licences", "/institutes/licences", permission: .institutesRead,
    fields: ["institute": ("مؤسسه", "the institute")])

  public func selection() -> Selection {
    Selection(from: "institutes_licence t JOIN institutes_institute i ON i.id = t.institute")
      .refer(institute, row: "i.id = ?", code: "i.code = ?")
      .column("institute", "i.code")
      .newestFirst()
  }
}
