import Contracts
import Feature
import Secrets

/// Somebody leaves: their posts and sessions end, nobody acts for them any more nor they for anybody, the account is closed.
/// What waited for their posts is told by counts; it waits for whoever holds the same post, or for the superior.
struct LeaveOffice: PreparedAction, DecidingAction {
  var staff: Ref<StaffEntity>
  var reason: String
  private var waited: [Waited] = []

  private enum CodingKeys: String, CodingKey { case staff, reason }

  static let spec = Spec(
    "accounts.leave", "رفتن همکار", "Somebody leaves", .post, "/accounts/staff/{staff}/leaving", permission: .accountsAdmin,
    weight: .grave, fields: ["staff": ("همکاری که می‌رود", "who leaves"), "reason": ("علت", "reason")])

  struct Waited: Codable, Sendable {
    var kind: String
    var action: String
    var count: Int
  }

  struct Left: Codable, Sendable {
    var id: ID<StaffEntity>
    var endedPosts: Int
    var endedSessions: Int
    /// What waited for the posts that ended.
    var waited: [Waited]
  }

  /// Runs beside the writer: it looks through all kinds of things.
  mutating func prepare(in snapshot: borrowing Snapshot) throws {
    let row = try snapshot.require(Staff.self, staff)
    let leaver = Principal(
      id: "u\(row.id.raw)", staff: row.id.raw, name: "", grants: try AuthenticatorProvider().ownGrants(of: row.id.raw, in: snapshot),
      session: "")
    waited = try snapshot.contract((any WaitingWork).self).waiting(for: leaver, in: snapshot)
      .map { Waited(kind: $0.kind, action: $0.action, count: $0.count) }
  }

  func perform(in work: borrowing Transaction) throws -> Left {
    work.setReason(reason)
    var row = try work.require(Staff.self, staff)
    guard row.id.raw != work.principal.staff else {
      throw Refusal.conflict("accounts.own-account", Texts("حساب خود را نمی‌توان بست.", "Nobody closes their own account."))
    }
    try LastAdministrator.requireAnother(than: row.id, in: work)
    let yesterday = work.day.adding(days: -1)
    let posts = try work.all(Post.self, "staff = ? AND (valid_until IS NULL OR valid_until >= ?)", row.id, work.day)
    for post in posts { try work.end(post, on: yesterday) }
    for var absence in try work.all(Absence.self, "(staff = ?1 OR acting = ?1) AND last_day >= ?2", row.id, work.day) {
      absence.lastDay = max(yesterday, absence.firstDay.adding(days: -1))
      try work.update(absence)
    }
    let sessions = try work.count("SELECT count(*) FROM accounts_session WHERE staff = ? AND ended_at IS NULL", row.id)
    try SessionEnd.endAll(of: row, in: work)
    if !row.isDisabled {
      row.isDisabled = true
      try work.update(row)
    }
    return Left(id: row.id, endedPosts: posts.count, endedSessions: sessions, waited: waited)
  }
}

/// Opens a closed account again with a new one-time secret. Posts that ended stay ended; what the owner decides waits until
/// another administrator confirms the secret.
struct ReinstateStaff: PreparedAction, DecidingAction {
  var staff: Ref<StaffEntity>
  var reason: String
  private var secret = ""
  private var hash = ""

  private enum CodingKeys: String, CodingKey { case staff, reason }

  static let spec = Spec(
    "accounts.reinstate", "بازگشودن حساب", "Reopen an account", .post, "/accounts/staff/{staff}/reinstatement",
    permission: .accountsAdmin, weight: .serious, handlesSecret: true,
    fields: ["staff": ("همکار", "the colleague"), "reason": ("علت", "reason")])

  mutating func prepare(in snapshot: borrowing Snapshot) throws {
    secret = Random.password()
    hash = try Password.hash(secret)
  }

  func perform(in work: borrowing Transaction) throws -> ResetPassword.Reset {
    work.setReason(reason)
    var row = try work.require(Staff.self, staff)
    guard row.isDisabled else {
      throw Refusal.conflict("accounts.not-closed", Texts("این حساب باز است.", "This account is open."))
    }
    row.isDisabled = false
    row.password = Secret(hash)
    try work.update(row)
    try work.noteGivenSecret(of: row, isReset: true)
    return ResetPassword.Reset(userName: row.userName, oneTimeSecret: secret)
  }
}
