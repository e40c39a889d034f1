import Contracts
import Feature

/// How long a secret that somebody else made opens anything.
struct OneTimeSecret: Rule {
  static let id = "accounts.one-time-secret"
  static let texts = Texts(
    "رمزی که دیگری ساخته است تنها تغییر گذرواژه را ممکن می‌کند و پس از چند روز از کار می‌افتد.",
    "A secret that somebody else made opens changing it and nothing else, and dies after some days.")
  static let source = Citation.productDefault
  static let parameters = [
    Parameter(
      "validDays", 7, "روزهای اعتبار رمز ساختهٔ دیگری", "days for which a secret made by somebody else is good", unit: ("روز", "days"),
      within: 1...30)
  ]

  struct Parameters: Codable, Sendable {
    var validDays: Int
  }

  struct Facts: Codable, Sendable {
    var givenOn: JalaliDay
  }

  enum Objection: RuleObjection {
    case expired(Int)

    var code: String { "accounts.secret-expired" }
    var texts: Texts {
      switch self {
      case .expired(let days):
        Texts(
          "این رمز را دیگری ساخته و اعتبارش پس از \(PersianText.persianDigits(days)) روز گذشته است؛ از مدیر سامانه رمز تازه بخواهید.",
          "Somebody else made this secret, and it was good for \(days) days; ask an administrator for a new one.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    day.number - facts.givenOn.number > parameters.validDays ? [.expired(parameters.validDays)] : []
  }
}
