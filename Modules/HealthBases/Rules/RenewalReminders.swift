public import Jalali
public import Rules
public import Values

/// The end of an agreement is announced a few times before it comes.
public struct RenewalReminders: Rule {
  public static let id = "healthbases.renewal-reminders"
  public static let texts = Texts(
    "پایان توافق‌نامه چند بار پیش از رسیدن آن یادآوری می‌شود.", "The end of an agreement is announced a few times before it comes.")
  public static let source = Citation.productDefault
  public static let parameters = [
    Parameter(
      "daysBefore", [90, 60, 30, 7], "چند روز پیش از پایان", "how many days before the end", unit: ("روز", "days"))
  ]

  public struct Parameters: Codable, Sendable {
    public var daysBefore: [Int]
  }

  public struct Facts: Codable, Sendable {
    public var ends: JalaliDay
  }

  public enum Objection: RuleObjection {
    case tooEarly(JalaliDay)
    case over(JalaliDay)

    public var code: String {
      switch self {
      case .tooEarly: "healthbases.reminder-too-early"
      case .over: "healthbases.reminder-too-late"
      }
    }

    public var texts: Texts {
      switch self {
      case .tooEarly(let first): Texts("نخستین یادآوری در \(first.textFa) است.", "The first reminder is on \(first.text).")
      case .over(let end): Texts("دوره در \(end.textFa) پایان یافته است.", "The term ended on \(end.text).")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    if day > facts.ends { return [.over(facts.ends)] }
    guard let most = parameters.daysBefore.max() else { return [] }
    let first = facts.ends.adding(days: -most)
    return day < first ? [.tooEarly(first)] : []
  }

  /// The next day of a reminder, `after` excluded; nil when none is left.
  static func next(after day: JalaliDay, end: JalaliDay, under parameters: Parameters) -> JalaliDay? {
    parameters.daysBefore.filter { $0 >= 0 }.map { end.adding(days: -$0) }.filter { $0 > day }.min()
  }
}
