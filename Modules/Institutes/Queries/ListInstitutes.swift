import Contracts
import Feature

struct ListInstitutes: ListQuery {
  var province: Province?
  var state: InstituteState?
  var search: String?

  struct Item: Codable, Sendable {
    var id: ID<InstituteEntity>
    var code: String
    var province: Province
    var name: String
    var state: InstituteState
    var requestedOn: JalaliDay
    var licensedOn: JalaliDay?
    var licenceValidUntil: JalaliDay?
  }

  static let spec = Spec(
    "institutes.institutes", "مؤسسات", "Institutes", "/institutes", permission: .institutesRead,
    fields: [
      "province": ("استان", "province"), "state": ("حالت", "state"), "search": ("جست‌وجو در نام", "search in names"),
    ], verb: "list")

  func selection() -> Selection {
    Selection(from: "institutes_institute t")
      .filter("t.province = ?", province)
      .filter("t.state = ?", state)
      .search("t.name_key", search.map(PersianText.nameKey))
  }
}

struct ListMembers: ListQuery {
  var institute: Ref<InstituteEntity>

  struct Item: Codable, Sendable {
    var id: ID<BoardMemberEntity>
    var institute: Code<InstituteEntity>
    var person: ID<PersonEntity>
    var post: BoardPost
    var since: JalaliDay
    var until: JalaliDay?
  }

  static let spec = Spec(
    "institutes.members", "هیئت‌های مؤسسه", "Boards of an institute", "/institutes/{institute}/members",
    permission: .institutesRead, fields: ["institute": ("مؤسسه", "the institute")])

  func selection() -> Selection {
    Selection(from: "institutes_member t JOIN institutes_institute i ON i.id = t.institute")
      .refer(institute, "i.id = ?")
      .column("institute", "i.code")
  }
}
