import Contracts
import Feature

/// Who says of whom that they are away, and for which days.
struct LeavePeriod: Rule {
  static let id = "accounts.leave-period"
  static let texts = Texts(
    "غیبت را صاحب سمت یا مقام بالاتر برای دوره‌ای معین می‌نویسد.",
    "An absence is reported by the office-holder or from above, for a definite period.")
  static let source = Citation.productDefault
  static let parameters = [
    Parameter("longestDays", 180, "بلندترین غیبت", "the longest absence", unit: ("روز", "days"), within: 1...366),
    Parameter("backDays", 30, "تا چند روز پیش", "days back", unit: ("روز", "days"), within: 0...366),
  ]

  struct Parameters: Codable, Sendable {
    var longestDays: Int
    var backDays: Int
  }

  struct Facts: Codable, Sendable {
    /// Whether whoever reports is the office-holder, or stands above them.
    var isEntitled: Bool
    var firstDay: JalaliDay
    var lastDay: JalaliDay
  }

  enum Objection: RuleObjection {
    case notEntitled, period
    case past(Int)
    case tooLong(Int)

    var code: String {
      switch self {
      case .notEntitled: "accounts.leave-not-entitled"
      case .period: "accounts.leave-period-reversed"
      case .past: "accounts.leave-past"
      case .tooLong: "accounts.leave-too-long"
      }
    }

    var texts: Texts {
      switch self {
      case .notEntitled:
        Texts(
          "غیبت را صاحب سمت یا مدیرکل استان (در بهزیستی کشور مدیر سامانه) می‌نویسد.",
          "An absence is reported by the office-holder or the director-general (at the national office, an administrator).")
      case .period: Texts("پایان دوره پیش از آغاز آن است.", "The period ends before it begins.")
      case .past(let most):
        Texts(
          "دوره نمی‌تواند بیش از \(PersianText.persianDigits(most)) روز پیش آغاز شود.",
          "The period cannot have begun more than \(most) days ago.")
      case .tooLong(let most):
        Texts(
          "غیبت بیش از \(PersianText.persianDigits(most)) روز نیست؛ برای زمان بیشتر سمت را پایان دهید.",
          "An absence has at most \(most) days; for longer, end the post.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if !facts.isEntitled { found.append(.notEntitled) }
    if facts.lastDay < facts.firstDay { found.append(.period) }
    if facts.firstDay < day.adding(days: -parameters.backDays) { found.append(.past(parameters.backDays)) }
    if facts.lastDay.number - facts.firstDay.number >= parameters.longestDays { found.append(.tooLong(parameters.longestDays)) }
    return found
  }
}
