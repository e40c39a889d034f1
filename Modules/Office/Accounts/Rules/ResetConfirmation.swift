import Contracts
import Feature

/// Who confirms that an account whose password was reset is still in the hands of its owner.
struct ResetConfirmation: Rule {
  static let id = "accounts.reset-confirmation"
  static let texts = Texts(
    "بازنشانی گذرواژه را مدیری تأیید می‌کند که خود آن را انجام نداده است؛ تا وقتی چنین مدیری نیست، صاحب حساب.",
    "The reset of a password is confirmed by an administrator who did not make it; while there is none, by the account's owner.")
  static let source = Citation("D", "تفکیک وظایف", "separation of duties")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var isHolder: Bool
    /// Whether whoever confirms made the reset, or one of the two acts for the other.
    var isGiver: Bool
    /// Whether whoever confirms administers the account.
    var isAdministrator: Bool
    /// Whether a national administrator neither owns the account nor made the reset.
    var hasOtherAdministrator: Bool
  }

  enum Objection: RuleObjection {
    case notEntitled, ownHand, sameHands

    var code: String {
      switch self {
      case .notEntitled: "accounts.confirm-not-entitled"
      case .ownHand: "accounts.confirm-own"
      case .sameHands: "accounts.confirm-own-reset"
      }
    }
    var texts: Texts {
      switch self {
      case .notEntitled:
        Texts(
          "بازنشانی را مدیر سامانهٔ همان استان یا کشور تأیید می‌کند.", "A reset is confirmed by an administrator of the province or nation.")
      case .sameHands:
        Texts(
          "شما این گذرواژه را بازنشانی کرده‌اید؛ مدیر دیگری باید تأیید کند.",
          "You reset this password; another administrator must confirm it.")
      case .ownHand:
        Texts(
          "مدیر دیگری هست که بازنشانی گذرواژهٔ شما را تأیید کند؛ از او بخواهید.",
          "There is another administrator to confirm the reset of your password; ask them.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    if facts.isHolder { return facts.hasOtherAdministrator ? [.ownHand] : [] }
    if facts.isGiver { return [.sameHands] }
    return facts.isAdministrator ? [] : [.notEntitled]
  }
}
