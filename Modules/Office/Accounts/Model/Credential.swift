import Contracts
import Feature

enum CredentialEntity: Entity {
  static let object = "accounts.credential"
  static let prefix: String? = "CR"
  static let texts = Texts("رمز ساختهٔ دیگری", "secret made by somebody else")
}

/// That somebody else made an account's secret, when its owner made one of their own, and who confirmed a reset. The newest of
/// an account counts; an account without any is as it always was.
struct Credential: Record {
  typealias Of = CredentialEntity
  static let table = Table("accounts_credential", reach: .province)

  var id = ID<CredentialEntity>(0)
  var rev = 0
  /// nil for the national office.
  var province: Province?
  /// Whose secret it is.
  var staff: ID<StaffEntity>
  /// Whether the account had one before.
  var isReset: Bool
  /// Who knows it besides; nil for the installation.
  var givenBy: ID<StaffEntity>?
  /// In whose place they made it; it is theirs as much.
  var givenFor: ID<StaffEntity>?
  var givenOn: JalaliDay
  /// When the owner chose one that nobody else knows.
  var changedOn: JalaliDay?
  var confirmedBy: ID<StaffEntity>?
  var confirmedOn: JalaliDay?
  /// How many people stand behind a confirmed reset: one where nobody else could confirm it.
  var hands: Int?

  /// What the owner owes.
  var duty: AccountDuty? {
    if changedOn == nil { return .changePassword }
    return isReset && confirmedOn == nil ? .awaitConfirmation : nil
  }
}

/// What the owner of an account owes before their posts count in full.
enum AccountDuty: String, Choice {
  case changePassword, awaitConfirmation

  var texts: Texts {
    switch self {
    case .changePassword: Texts("تغییر گذرواژه", "to change the password")
    case .awaitConfirmation: Texts("انتظار تأیید بازنشانی گذرواژه", "to await that the reset is confirmed")
    }
  }

  /// As the engine holds them to it.
  ///
  /// - Parameters:
  ///   - secret: what it rests on.
  ///   - giver: who made the secret; nil for the installation.
  func duty(_ secret: Credential, giver: String?) -> Duty {
    let (who, day) = (giver.map { Texts($0, $0) } ?? Texts("راه‌اندازی سامانه", "the installation"), secret.givenOn.description)
    switch self {
    case .changePassword:
      return Duty(
        "accounts.change-password-first",
        Texts(
          "گذرواژهٔ این حساب را \(who.fa) در \(PersianText.persianDigits(day)) ساخته است؛ تا آن را عوض نکنید کار دیگری ممکن نیست: accounts set-password",
          "The password of this account was made by \(who.en) on \(day); nothing else is possible until you change it: accounts set-password"
        ),
        next: NextStep(Texts("گذرواژهٔ خود را عوض کنید.", "Change your password."), command: SetPassword.spec.name), bar: .everything)
    case .awaitConfirmation:
      return Duty(
        "accounts.reset-unconfirmed",
        Texts(
          "گذرواژهٔ شما را \(who.fa) در \(PersianText.persianDigits(day)) بازنشانی کرد؛ تا مدیر دیگری آن را تأیید نکند، تأیید و امضا و دادن سمت ممکن نیست.",
          "Your password was reset by \(who.en) on \(day); until another administrator confirms that, nothing is approved, signed or assigned."
        ),
        next: NextStep(
          Texts(
            "از مدیر دیگری بخواهید بازنشانی را تأیید کند؛ اگر مدیر دیگری نیست، خود تأیید کنید.",
            "Ask another administrator to confirm the reset; where there is none, confirm it yourself."),
          command: ConfirmPassword.spec.name, input: [.init("staff", .int(secret.staff.raw))],
          roles: Permission.accountsAdmin.holders.map { .init($0.id, $0.texts) }), bar: .decisions)
    }
  }
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The newest secret that somebody else made for an account.
  func newestSecret(of staff: ID<StaffEntity>) throws -> Credential? {
    try first(Credential.self, "id = (SELECT max(id) FROM accounts_credential WHERE staff = ?)", staff)
  }

  /// What the owner of an account owes, as the engine holds them to it.
  func duty(of staff: ID<StaffEntity>) throws -> Duty? {
    guard let secret = try newestSecret(of: staff), let duty = secret.duty else { return nil }
    return duty.duty(secret, giver: try giver(of: secret))
  }

  /// Who made a secret, by name; nil for the installation.
  func giver(of secret: Credential) throws -> String? {
    guard let giver = secret.givenBy else { return nil }
    return try rows("SELECT full_name FROM accounts_staff WHERE id = ?", giver).first?.first?.string ?? "u\(giver.raw)"
  }
}

extension Transaction {
  /// Notes that whoever acts made the secret of this account.
  func noteGivenSecret(of staff: Staff, isReset: Bool) throws {
    try insert(
      Credential(
        province: staff.province, staff: staff.id, isReset: isReset, givenBy: principal.staff.map { ID($0) },
        givenFor: principal.administersFor, givenOn: day))
  }
}

extension Principal {
  /// Whether somebody administers accounts of a province; nil for the national office.
  func administers(_ province: Province?) -> Bool {
    grants.contains { grant in
      switch grant.scope {
      case .nation: grant.role == Role.nationalAdmin.id
      case .province(let code): grant.role == Role.provincialAdmin.id && code == province?.code
      default: false
      }
    }
  }

  /// In whose place somebody administers accounts; nil for whoever does so in their own right.
  var administersFor: ID<StaffEntity>? {
    let posts = grants.filter { Permission.accountsAdmin.roles.contains($0.role) }
    return posts.contains { $0.actingFor == nil } ? nil : posts.first?.actingFor.map { ID($0) }
  }

  /// Whether somebody is one of these, or stands in the place of one.
  func stands(for people: ID<StaffEntity>?...) -> Bool {
    people.contains { $0.map { identities.contains("u\($0.raw)") } ?? false }
  }
}
