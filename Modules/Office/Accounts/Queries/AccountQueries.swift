public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// Who is signed in, with which posts.
public struct WhoAmI: Query {
  public static let spec = Spec("accounts.me", "من کیستم", "Who am I", "/session", permission: .oneself)

  public struct Me: Codable, Sendable {
    public var id: String
    public var fullName: String
    public var province: String?
    public var roles: [String]
  }

  public func answer(in look: borrowing Look) throws -> Me {
    Me(id: look.actor.id, fullName: look.actor.name, province: look.actor.province, roles: look.actor.grants.map(\.role))
  }
}

public struct ListStaff: ListQuery {
  public var province: Province?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province?
    public var userName: String
    public var fullName: String
    public var isDisabled: Bool
  }

  public static let spec = Spec(
    "accounts.staff", "همکاران", "Staff", "/accounts/staff", permission: .accountsRead,
    fields: ["province": ("استان", "province")])

  public func selection() -> Selection { Selection(from: "accounts_staff t").filter("t.province = ?", province) }
}

public struct ListPosts: ListQuery {
  public var staff: Ref<StaffEntity>?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var userName: String
    public var role: String
    public var province: Province?
    public var county: Int64?
    public var validFrom: JalaliDay
    public var validUntil: JalaliDay?
  }

  public static let spec = Spec(
    "accounts.posts", "سمت‌ها", "Posts", "/accounts/posts", permission: .accountsRead,
    fields: ["staff": ("همکار", "the colleague")])

  public func selection() -> Selection {
    Selection(from: "accounts_post t JOIN accounts_staff s ON s.id = t.staff")
      .refer(staff, row: "t.staff = ?", code: "s.code = ?")
      .column("userName", "s.user_name")
  }
}
