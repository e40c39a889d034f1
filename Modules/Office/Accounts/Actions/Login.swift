import Contracts
import Jalali
public import Registry
import Secrets
import Values

/// Opens a session. An unknown name, a wrong password and a disabled account look the same and take the same time.
public struct Login: PreparedAction {
  public var user: String
  public var password: String
  private var isRight = false
  private var staff: Int64?
  private var fullName = ""

  private enum CodingKeys: String, CodingKey { case user, password }

  public static let spec = Spec(
    "accounts.login", "ورود", "Sign in", .post, "/session", permission: .anyone, keepsAnswer: false,
    fields: ["user": ("نام کاربری", "user name"), "password": ("گذرواژه", "password")])

  public struct Opened: Codable, Sendable {
    /// Told once; send it as `Authorization: Bearer …`.
    public var token: String
    public var user: String
    public var fullName: String
  }

  /// Runs beside the writer: the hash takes some 70 ms and 64 MiB.
  public mutating func prepare(in look: borrowing Look) throws {
    try LoginPause.check(user, in: look)
    let known = try look.first(Staff.self, "user_name = ?", user.lowercased())
    let encoded = known?.password.content ?? Password.decoy
    let matches = password.utf8.count <= 1_024 && Password.verify(password, against: encoded)
    isRight = matches && known?.isDisabled == false
    staff = known?.id.raw
    fullName = known?.fullName ?? ""
  }

  public func perform(in work: borrowing UnitOfWork) throws -> Opened {
    try LoginPause.check(user, in: work.look)
    let user = user
    guard isRight, let staff else {
      work.evenIfRefused { try LoginPause.count(user, in: $0) }
      throw Refusal(
        .unauthenticated, "login.wrong", Texts("نام کاربری یا گذرواژه درست نیست.", "The user name or password is not right."))
    }
    try LoginPause.clear(user, in: work)
    let token = Random.token()
    let session = try work.insert(
      Session(
        staff: ID(staff), tokenHash: Personal(work.blindIndex(token, "accounts.token")), openedAt: work.micros,
        expiresAt: work.micros + SessionLimits.absolute))
    try work.insert(Presence(session: session.id, seenAt: work.micros))
    return Opened(token: token, user: user.lowercased(), fullName: fullName)
  }
}
