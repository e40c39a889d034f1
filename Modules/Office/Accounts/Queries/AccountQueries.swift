import Contracts
import Feature

/// Who is signed in, with which posts.
struct WhoAmI: Query {
  static let spec = Spec("accounts.me", "من کیستم", "Who am I", "/session", permission: .ownAccount)

  struct Me: Codable, Sendable {
    var id: String
    var fullName: String
    var province: String?
    var roles: [String]
    /// In whose place one acts today, by user name.
    var actingFor: [String]?
    /// What answers are written in; nil where nothing was chosen.
    var language: Language?
    /// What is owed before the posts count in full.
    var duty: AccountDuty?
    /// Who made the present secret, while something is owed for it; nil also for the installation.
    var secretGivenBy: String?
    var secretGivenOn: JalaliDay?
  }

  func answer(in snapshot: borrowing Snapshot) throws -> Me {
    var absent: [String] = []
    for staff in Set(snapshot.principal.grants.compactMap(\.actingFor)).sorted() {
      absent += try snapshot.rows("SELECT user_name FROM accounts_staff WHERE id = ?", staff).compactMap { $0[0].string }
    }
    let secret = try snapshot.principal.staff.flatMap { try snapshot.newestSecret(of: ID($0)) }.flatMap { $0.duty == nil ? nil : $0 }
    return Me(
      id: snapshot.principal.id, fullName: snapshot.principal.name, province: snapshot.principal.province,
      roles: snapshot.principal.grants.map(\.role), actingFor: absent.isEmpty ? nil : absent, language: snapshot.principal.language,
      duty: secret?.duty, secretGivenBy: try secret.flatMap { try snapshot.giver(of: $0) },
      secretGivenOn: secret?.givenOn)
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
    /// Where it stands, for a post that decides and asks for two hands.
    var confirmation: PostConfirmationState?
  }

  static let spec = Spec(
    "accounts.posts", "سمت‌ها", "Posts", "/accounts/posts", permission: .accountsRead,
    fields: ["staff": ("همکار", "the colleague")])

  func selection() -> Selection {
    Selection(
      from: "accounts_post t JOIN accounts_staff s ON s.id = t.staff LEFT JOIN accounts_post_confirmation c ON c.post = t.id"
    )
    .refer(staff, "t.staff = ?")
    .column("userName", "s.user_name")
    .column("confirmation", "c.state")
  }
}

/// A post that decides, with where it stands on its way to a second hand.
struct ShowPostConfirmation: Query {
  var confirmation: Ref<PostConfirmationEntity>

  static let spec = Spec(
    "accounts.post-confirmation", "سمت نیازمند تأیید", "A post that two hands give", "/accounts/post-confirmations/{confirmation}",
    permission: .accountsProposals, fields: ["confirmation": ("سمت در انتظار تأیید", "the post that waits")])

  func answer(in snapshot: borrowing Snapshot) throws -> PostConfirmation { try snapshot.require(PostConfirmation.self, confirmation) }
}

/// Posts that decide, with where each stands on its way to a second hand.
struct ListPostConfirmations: ListQuery {
  var province: Province?
  var state: PostConfirmationState?

  struct Item: Codable, Sendable {
    var id: ID<PostConfirmationEntity>
    var province: Province?
    var post: ID<PostEntity>
    var userName: String
    var role: String
    var state: PostConfirmationState
    var hands: Int?
    var reason: String?
  }

  static let spec = Spec(
    "accounts.post-confirmations", "سمت‌های نیازمند تأیید", "Posts that two hands give", "/accounts/post-confirmations",
    permission: .accountsProposals, fields: ["province": ("استان", "province"), "state": ("حالت", "state")])

  func selection() -> Selection {
    Selection(
      from: "accounts_post_confirmation t JOIN accounts_post p ON p.id = t.post JOIN accounts_staff s ON s.id = t.staff"
    )
    .filter("t.province = ?", province).filter("t.state = ?", state)
    .column("userName", "s.user_name")
    .column("role", "p.role")
  }
}

/// Who acts for whom, past times included.
struct ListAbsences: ListQuery {
  var province: Province?
  var staff: Ref<StaffEntity>?

  struct Item: Codable, Sendable {
    var id: ID<AbsenceEntity>
    var province: Province?
    var staff: ID<StaffEntity>
    var acting: ID<StaffEntity>
    var firstDay: JalaliDay
    var lastDay: JalaliDay
    var letter: String
  }

  static let spec = Spec(
    "accounts.absences", "جانشینی‌ها", "Absences", "/accounts/absences", permission: .accountsRead,
    fields: ["province": ("استان", "province"), "staff": ("همکاری که نیست", "who is away")])

  func selection() -> Selection {
    Selection(from: "accounts_absence t").filter("t.province = ?", province).refer(staff, "t.staff = ?")
  }
}

/// Who is away, past times included.
struct ListLeaves: ListQuery {
  var province: Province?
  var staff: Ref<StaffEntity>?

  struct Item: Codable, Sendable {
    var id: ID<LeaveEntity>
    var province: Province?
    var staff: ID<StaffEntity>
    var firstDay: JalaliDay
    var lastDay: JalaliDay
  }

  static let spec = Spec(
    "accounts.leaves", "غیبت‌ها", "Leaves", "/accounts/leaves", permission: .accountsRead,
    fields: ["province": ("استان", "province"), "staff": ("همکاری که نیست", "who is away")])

  func selection() -> Selection {
    Selection(from: "accounts_leave t").filter("t.province = ?", province).refer(staff, "t.staff = ?")
  }
}
