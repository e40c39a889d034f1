import Contracts
import Feature

/// Who is signed in, with which posts.
struct WhoAmI: Query {
  static let spec = Spec("accounts.me", "من کیستم", "Who am I", "/session", permission: .oneself)

  struct Me: Codable, Sendable {
    var id: String
    var fullName: String
    var province: String?
    var roles: [String]
    /// What answers are written in; nil where nothing was chosen.
    var language: Language?
  }

  func answer(in snapshot: borrowing Snapshot) throws -> Me {
    Me(
      id: snapshot.principal.id, fullName: snapshot.principal.name, province: snapshot.principal.province,
      roles: snapshot.principal.grants.map(\.role), language: snapshot.principal.language)
  }
}

struct ListStaff: ListQuery {
  var province: Province?

  struct Item: Codable, Sendable {
    var id: ID<StaffEntity>
    var code: String
    var province: Province?
    var userName: String
    var fullName: String
    var isDisabled: Bool
  }

  static let spec = Spec(
    "accounts.staff", "همکاران", "Staff", "/accounts/staff", permission: .accountsRead,
    fields: ["province": ("استان", "province")], verb: "list")

  func selection() -> Selection { Selection(from: "accounts_staff t").filter("t.province = ?", province) }
}

struct ListPosts: ListQuery {
  var staff: Ref<StaffEntity>?

  struct Item: Codable, Sendable {
    var id: ID<PostEntity>
    var userName: String
    var role: String
    var province: Province?
    var county: ID<CountyEntity>?
    var validFrom: JalaliDay
    var validUntil: JalaliDay?
  }

  static let spec = Spec(
    "accounts.posts", "سمت‌ها", "Posts", "/accounts/posts", permission: .accountsRead,
    fields: ["staff": ("همکار", "the colleague")])

  func selection() -> Selection {
    Selection(from: "accounts_post t JOIN accounts_staff s ON s.id = t.staff")
      .refer(staff, "t.staff = ?")
      .column("userName", "s.user_name")
  }
}
