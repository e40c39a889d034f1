import Contracts
import Feature

struct ListLicences: ListQuery {
  var institute: Ref<InstituteEntity>?
  var state: LicenceState?

  struct Item: Codable, Sendable {
    var id: ID<LicenceEntity>
    var code: String
    var institute: Code<InstituteEntity>
    var scope: String
    var signedOn: JalaliDay
    var validFrom: JalaliDay
    var validUntil: JalaliDay
    var state: LicenceState
  }

  static let spec = Spec(
    "institutes.licences", "پروانه‌ها", "Licences", "/institutes/licences", permission: .institutesRead,
    fields: ["institute": ("مؤسسه", "the institute"), "state": ("حالت", "state")])

  func selection() -> Selection {
    Selection(from: "institutes_licence t JOIN institutes_institute i ON i.id = t.institute")
      .refer(institute, "t.institute = ?")
      .column("institute", "i.code")
      .state(of: Licence.self, is: state)
      .newestFirst()
  }
}

/// The public extract: institutes that ever held a licence, and no more of them than anybody may know.
struct ListRegister: ListQuery {
  var province: Province?
  var search: String?

  struct Item: Codable, Sendable {
    var code: String
    var province: Province
    var name: String
    var licence: Code<LicenceEntity>
    var scope: String
    var state: InstituteState
    var licensedOn: JalaliDay
    var validUntil: JalaliDay
  }

  static let spec = Spec(
    "institutes.register", "فهرست رسمی مؤسسات", "Register of institutes", "/institutes/register",
    permission: .institutesRegister,
    fields: ["province": ("استان", "province"), "search": ("جست‌وجو در نام", "search in names")])

  func selection() -> Selection {
    Selection(from: "institutes_institute t JOIN institutes_licence l ON l.institute = t.id")
      .where("l.id = (SELECT max(id) FROM institutes_licence WHERE institute = t.id)")
      .filter("t.province = ?", province)
      .search("t.name_key", search.map(PersianText.nameKey))
      .column("licence", "l.code")
      .column("scope", "l.scope")
      .column("validUntil", "l.valid_until")
  }
}
