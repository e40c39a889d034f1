public import Jalali
public import Rules
public import Values

/// A licence is valid for whole Jalali years. How many is given by no source.
public struct LicenceTerm: Rule {
  public static let id = "institutes.licence-term"
  public static let texts = Texts(
    "پروانه برای چند سال کامل جلالی معتبر است.", "A licence is valid for a number of whole Jalali years.")
  public static let source = Citation("S4", "پروانهٔ تأسیس و فعالیت", "establishment and activity licence")
  public static let parameters = [
    Parameter("years", nil, "مدت اعتبار پروانه", "validity of a licence", unit: ("سال", "years"), source: .nobody)
  ]

  public struct Parameters: Codable, Sendable {
    public var years: Int
  }

  public struct Facts: Codable, Sendable {
    public var validFrom: JalaliDay
  }

  public enum Objection: RuleObjection {
    case noTerm(years: Int)

    public var code: String { "institutes.licence-without-term" }
    public var texts: Texts {
      switch self {
      case .noTerm(let years):
        Texts(
          "مدت اعتبار \(years) سال پروانه‌ای به دست نمی‌دهد؛ بهزیستی کشور باید آن را درست کند.",
          "A validity of \(years) years gives no licence; the national office has to correct it.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    parameters.years > 0 ? [] : [.noTerm(years: parameters.years)]
  }

  /// The last day: the day before the same date so many years on.
  static func lastDay(from first: JalaliDay, under parameters: Parameters) -> JalaliDay {
    first.adding(years: parameters.years).adding(days: -1)
  }
}
