import Contracts
import Feature

/// A licence is valid for whole Jalali years. How many is given by no source.
struct LicenceTerm: Rule {
  static let id = "institutes.licence-term"
  static let texts = Texts(
    "پروانه برای چند سال کامل جلالی معتبر است.", "A licence is valid for a number of whole Jalali years.")
  static let source = Citation("S4", "پروانهٔ تأسیس و فعالیت", "establishment and activity licence")
  static let parameters = [
    // A licence that ends; ten years without a renewal would leave the papers of a board unseen.
    Parameter("years", nil, "مدت اعتبار پروانه", "validity of a licence", unit: ("سال", "years"), source: .nobody, within: 1...10)
  ]

  struct Parameters: Codable, Sendable {
    var years: Int
  }

  struct Facts: Codable, Sendable {
    var validFrom: JalaliDay
  }

  enum Objection: RuleObjection {
    case noTerm(years: Int)

    var code: String { "institutes.licence-without-term" }
    var texts: Texts {
      switch self {
      case .noTerm(let years):
        Texts(
          "مدت اعتبار \(years) سال پروانه‌ای به دست نمی‌دهد؛ بهزیستی کشور باید آن را درست کند.",
          "A validity of \(years) years gives no licence; the national office must correct it.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.years > 0 ? [] : [.noTerm(years: parameters.years)]
  }

  /// The last day: the day before the same date so many years on.
  static func lastDay(from first: JalaliDay, under parameters: Parameters) -> JalaliDay {
    first.adding(years: parameters.years).adding(days: -1)
  }
}
