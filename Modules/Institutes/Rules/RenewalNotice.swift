import Contracts
import Feature

/// The renewal of a licence is asked for a while before it ends.
struct RenewalNotice: Rule {
  static let id = "institutes.renewal-notice"
  static let texts = Texts(
    "تمدید پروانه سه ماه پیش از پایان آن درخواست می‌شود.", "Renewal is asked for three months before a licence ends.")
  static let source = Citation("W", "بهزیستی کردستان (behzisti-kr.ir)", "Kurdistan directorate (behzisti-kr.ir)")
  static let parameters = [
    // A month for the papers; a licence may be valid for one year only, so no more than half of it.
    Parameter(
      "monthsBefore", 3, "چند ماه پیش از پایان", "how long before the end", unit: ("ماه", "months"), source: source, within: 1...6)
  ]

  struct Parameters: Codable, Sendable {
    var monthsBefore: Int
  }

  struct Facts: Codable, Sendable {
    var validUntil: JalaliDay
    /// Whether the licence is being renewed; a first licence is never too early.
    var isRenewal: Bool
  }

  enum Objection: RuleObjection {
    case tooEarly(from: JalaliDay)

    var code: String { "institutes.renewal-too-early" }
    var texts: Texts {
      switch self {
      case .tooEarly(let from):
        Texts("تمدید از \(from.textFa) پذیرفته می‌شود.", "Renewal is possible from \(from.text) on.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let opens = firstDay(before: facts.validUntil, under: parameters)
    return facts.isRenewal && day < opens ? [.tooEarly(from: opens)] : []
  }

  /// From when on renewal is asked for, and announced.
  static func firstDay(before end: JalaliDay, under parameters: Parameters) -> JalaliDay {
    end.adding(months: -max(0, parameters.monthsBefore))
  }
}
