import Contracts
import Feature

/// How long after a clinic's selection its target neighbourhood may be chosen. The clock limits nothing else.
struct NeighbourhoodChoiceTerm: Rule {
  static let id = "mobilisation.neighbourhood-choice-term"
  static let texts = Texts(
    "محلهٔ هدف ظرف ۱۵ روز پس از انتخاب کلینیک انتخاب می‌شود.",
    "The target neighbourhood is chosen within 15 days after the clinic was selected.")
  static let source = Citation("S2", "تعاریف، انتخاب محلات هدف", "definitions, choice of target neighbourhoods")
  static let parameters = [
    // S2 says fifteen; four times that is no longer a limit.
    Parameter(
      "days", 15, "مهلت انتخاب محله پس از انتخاب کلینیک", "days for the choice after the selection",
      unit: ("روز", "days"),
      source: source, within: 1...60),
    Parameter(
      "deadlineRule", "calendar", "شیوهٔ شمارش روزها: calendar، working یا legal",
      "how days are counted: calendar, working or legal"),
  ]

  struct Parameters: Codable, Sendable {
    var days: Int
    var deadlineRule: DayCount
  }

  struct Facts: Codable, Sendable {
    /// Last day, extensions included.
    var due: JalaliDay
  }

  enum Objection: RuleObjection {
    case late(JalaliDay)

    var code: String { "mobilisation.choice-late" }
    var texts: Texts {
      switch self {
      case .late(let due):
        Texts(
          "مهلت انتخاب محله در \(due.longText) پایان یافت؛ نخست با ذکر مستند تمدید شود.",
          "The time for the choice ended on \(due.longTextEn); it must be extended first, with a cited reason.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    day > facts.due ? [.late(facts.due)] : []
  }
}

/// How the days of the time limit are counted, as a choice that a parameter can hold.
enum DayCount: String, Choice {
  case calendar, working, legal

  var rule: DeadlineRule {
    switch self {
    case .calendar: .calendar
    case .working: .working
    case .legal: .legal
    }
  }

  var texts: Texts { Texts(rule.fa, rule.en) }
}
