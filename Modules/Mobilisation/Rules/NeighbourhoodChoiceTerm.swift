public import Jalali
public import Rules
public import Values

/// How long after a clinic's selection its target neighbourhood may be chosen. The clock limits nothing else.
public struct NeighbourhoodChoiceTerm: Rule {
  public static let id = "mobilisation.neighbourhood-choice-term"
  public static let texts = Texts(
    "محلهٔ هدف ظرف ۱۵ روز پس از انتخاب کلینیک انتخاب می‌شود.",
    "The target neighbourhood is chosen within 15 days after the clinic was selected.")
  public static let source = Citation("S2", "تعاریف، انتخاب محلات هدف", "definitions, choice of target neighbourhoods")
  public static let parameters = [
    Parameter(
      "days", 15, "مهلت انتخاب محله پس از انتخاب کلینیک", "days for the choice after the selection",
      unit: ("روز", "days"),
      source: source),
    Parameter(
      "deadlineRule", "calendar", "شیوهٔ شمارش روزها: calendar، working یا legal",
      "how days are counted: calendar, working or legal"),
  ]

  public struct Parameters: Codable, Sendable {
    public var days: Int
    public var deadlineRule: DayCount
  }

  public struct Facts: Codable, Sendable {
    /// Last day, extensions included.
    public var due: JalaliDay
  }

  public enum Objection: RuleObjection {
    case late(JalaliDay)

    public var code: String { "mobilisation.choice-late" }
    public var texts: Texts {
      switch self {
      case .late(let due):
        Texts(
          "مهلت انتخاب محله در \(due.longText) پایان یافت؛ نخست با ذکر مستند تمدید شود.",
          "The time for the choice ended on \(due.longTextEn); it must be extended first, with a cited reason.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    day > facts.due ? [.late(facts.due)] : []
  }
}

/// How the days of the time limit are counted, as a choice that a parameter can hold.
public enum DayCount: String, Choice {
  case calendar, working, legal

  public var rule: DeadlineRule {
    switch self {
    case .calendar: .calendar
    case .working: .working
    case .legal: .legal
    }
  }

  public var texts: Texts { Texts(rule.fa, rule.en) }
}
