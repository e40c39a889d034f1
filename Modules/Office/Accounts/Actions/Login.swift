import Contracts
import Feature
import Secrets

/// Opens a session. An unknown name, a wrong password and a disabled account look the same and take the same time.
struct Login: PreparedAction {
  var user: String
  var password: String
  private var staff: Int64?
  /// The hash that the password was found to fit; nil when it fits none.
  private var fitting: String?
  /// The same password under today's settings, where the hash is of older ones.
  private var renewed: String?

  private enum CodingKeys: String, CodingKey { case user, password }

  static let spec = Spec(
    "accounts.login", "ورود", "Sign in", .post, "/session", permission: .anyone, handlesSecret: true,
    fields: ["user": ("نام کاربری", "user name"), "password": ("گذرواژه", "password")])

  struct Opened: Codable, Sendable {
    /// Told once; send it as `Authorization: Bearer …`.
    var token: String
    var user: String
    var fullName: String
    /// What is owed before the posts count in full.
    var duty: AccountDuty?
  }

  /// Runs beside the writer: the hash takes some 70 ms and 64 MiB.
  mutating func prepare(in snapshot: borrowing Snapshot) throws {
    try LoginPause.check(user, in: snapshot)
    let known = try snapshot.first(Staff.self, "user_name = ?", user.lowercased())
    let encoded = known?.password.content ?? Password.decoy
    let matches = password.utf8.count <= 1_024 && Password.verify(password, against: encoded)
    guard matches, let known, !known.isDisabled else { return }
    staff = known.id.raw
    fitting = encoded
    if Password.needsRehash(encoded) { renewed = try Password.hash(password) }
  }

  func perform(in work: borrowing Transaction) throws -> Opened {
    try LoginPause.admit(user, in: work)
    let user = user
    // Between the slow comparison and now the password may have been changed, or the account closed.
    guard let staff, var row = try work.find(Staff.self, ID(staff)), row.password.content == fitting, !row.isDisabled else {
      work.persistOnRefusal { try LoginPause.count(user, in: $0) }
      if let tried = try work.first(Staff.self, "user_name = ?", user.lowercased()) { work.nameOnRefusal(tried, in: tried.province) }
      throw Refusal(
        .unauthenticated, "login.wrong", Texts("نام کاربری یا گذرواژه درست نیست.", "The user name or the password is wrong."))
    }
    let secret = try work.newestSecret(of: row.id)
    if let secret, secret.changedOn == nil { try requireAlive(secret, in: work) }
    if let renewed {
      row.password = Secret(renewed)
      try work.update(row)
    }
    try LoginPause.clear(user, in: work)
    let token = Random.token()
    let session = try work.insert(
      Session(
        staff: ID(staff), tokenHash: Personal(work.blindIndex(token, "accounts.token")), openedAt: work.micros,
        expiresAt: work.micros + SessionLimits.absolute))
    try work.insert(Presence(session: session.id, seenAt: work.micros))
    try work.insert(SessionOrigin(session: session.id, host: work.host))
    return Opened(token: token, user: user.lowercased(), fullName: row.fullName, duty: secret?.duty)
  }
}

extension Login {
  /// Only whoever knows the secret is told that it has died, and who gives another.
  private func requireAlive(_ secret: Credential, in work: borrowing Transaction) throws {
    do {
      try work.require(OneTimeSecret.self, .init(givenOn: secret.givenOn), in: secret.province)
    } catch var refusal as Refusal {
      refusal.next = [
        NextStep(
          Texts("از مدیر سامانه رمز تازه بخواهید.", "Ask an administrator for a new secret."), command: ResetPassword.spec.name,
          input: [.init("staff", .int(secret.staff.raw))], roles: Permission.accountsAdmin.holders.map { .init($0.id, $0.texts) })
      ]
      throw refusal
    }
  }
}

/// Ends one's own session.
struct Logout: Action {
  static let spec = Spec("accounts.logout", "خروج", "Sign out", .delete, "/session", permission: .ownAccount)

  func perform(in work: borrowing Transaction) throws -> Done {
    guard let number = Int64(work.principal.session.dropFirst()), let session = try work.find(Session.self, ID(number)) else {
      throw Refusal.notFound(SessionEntity.self)
    }
    try SessionEnd.end(session, in: work)
    return Done()
  }
}

/// Ends sessions so that the next request is refused.
enum SessionEnd {
  static func end(_ session: Session, in work: borrowing Transaction) throws {
    guard session.endedAt == nil else { return }
    var ended = session
    ended.endedAt = work.micros
    try work.update(ended)
  }

  static func endAll(of staff: Staff, in work: borrowing Transaction) throws {
    for session in try work.all(Session.self, "staff = ? AND ended_at IS NULL", staff.id) { try end(session, in: work) }
  }
}

/// Ends all sessions of a colleague.
struct EndSessions: Action {
  var staff: Ref<StaffEntity>

  static let spec = Spec(
    "accounts.end-sessions", "پایان دادن به نشست‌ها", "End all sessions", .post, "/accounts/staff/{staff}/sessions-end",
    permission: .accountsAdmin, weight: .serious, fields: ["staff": ("همکار", "the colleague")])

  func perform(in work: borrowing Transaction) throws -> Done {
    try SessionEnd.endAll(of: try work.require(Staff.self, staff), in: work)
    return Done()
  }
}
