import Contracts
import Feature
import Secrets

/// Gives a colleague a new one-time secret; their sessions end, and what they decide waits until the reset is confirmed.
struct ResetPassword: PreparedAction, DecidingAction {
  var staff: Ref<StaffEntity>
  private var secret = ""
  private var hash = ""

  private enum CodingKeys: String, CodingKey { case staff }

  static let spec = Spec(
    "accounts.reset-password", "گذرواژهٔ تازه برای همکار", "Reset a password", .post, "/accounts/staff/{staff}/password",
    permission: .accountsAdmin, weight: .serious, handlesSecret: true, fields: ["staff": ("همکار", "the colleague")])

  struct Reset: Codable, Sendable {
    var userName: String
    var oneTimeSecret: String
  }

  mutating func prepare(in snapshot: borrowing Snapshot) throws {
    secret = Random.password()
    hash = try Password.hash(secret)
  }

  func perform(in work: borrowing Transaction) throws -> Reset {
    var row = try work.require(Staff.self, staff)
    guard row.id.raw != work.principal.staff else {
      throw Refusal.conflict(
        "accounts.own-reset",
        Texts(
          "گذرواژهٔ خود را با accounts set-password عوض کنید، یا از مدیر دیگری بخواهید.",
          "Change your own password with accounts set-password, or ask another administrator."))
    }
    row.password = Secret(hash)
    try work.update(row)
    try work.noteGivenSecret(of: row, isReset: true)
    try SessionEnd.endAll(of: row, in: work)
    return Reset(userName: row.userName, oneTimeSecret: secret)
  }
}

/// Says that an account whose password was reset is in the hands of its owner: they decide again.
// Whoever confirms may be the owner, who decides nothing until then; so it is no deciding action.
struct ConfirmPassword: Action {
  var staff: Ref<StaffEntity>

  static let spec = Spec(
    "accounts.confirm-password", "تأیید بازنشانی گذرواژه", "Confirm the reset of a password", .post,
    "/accounts/staff/{staff}/password-confirmation", permission: .oneself, weight: .serious,
    fields: ["staff": ("همکاری که گذرواژه‌اش بازنشانی شده", "whose password was reset")])

  func perform(in work: borrowing Transaction) throws -> Credential {
    let owner = try work.colleague(staff)
    let isHolder = owner.id.raw == work.principal.staff
    let secret = try work.newestSecret(of: owner.id)
    let hands = [owner.id, secret?.givenBy, secret?.givenFor].compactMap { hand in hand.map { "u\($0.raw)" } }
    try work.require(
      ResetConfirmation.self,
      .init(
        isHolder: isHolder, isGiver: work.principal.stands(for: secret?.givenBy, secret?.givenFor),
        isAdministrator: work.principal.duty == nil && work.principal.administers(owner.province),
        hasOtherAdministrator: try NationalAdministrators.hadOthers(than: hands, in: work)), in: owner.province)
    guard var secret, secret.isReset, secret.confirmedOn == nil else {
      throw Refusal.conflict(
        "accounts.nothing-to-confirm",
        Texts("بازنشانی تأییدنشده‌ای برای این حساب نیست.", "No reset of this account's password waits to be confirmed."))
    }
    (secret.confirmedBy, secret.confirmedOn, secret.hands) = (work.principal.staff.map { ID($0) }, work.day, isHolder ? 1 : 2)
    return try work.update(secret)
  }
}
