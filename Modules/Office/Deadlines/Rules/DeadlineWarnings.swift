public import Jalali
public import Rules
public import Values

/// Whoever answers for a time limit is reminded before its end; after its last day it is missed.
public struct DeadlineWarnings: Rule {
  public static let id = "deadlines.deadline-warnings"
  public static let texts = Texts(
    "پیش از پایان هر مهلت به مسئول آن یادآوری می‌شود و پس از آخرین روز، مهلت گذشته است.",
    "Whoever answers for a deadline is reminded before its end; after its last day it is missed.")
  public static let source = Citation(
    "S2", "کردستان: انتخاب محله ظرف ۱۵ روز؛ هشدار پیش از پایان",
    "Kurdistan: the choice within 15 days; warnings before the end")
  public static let parameters = [
    Parameter("daysBefore", [7, 3, 1], "چند روز پیش از پایان", "how many days before the end", unit: ("روز", "days")),
    Parameter("roles", ["prevention.officer"], "به چه سمت‌هایی", "to which roles"),
  ]

  public struct Parameters: Codable, Sendable {
    public var daysBefore: [Int]
    public var roles: [String]
  }

  public struct Facts: Codable, Sendable {
    public var due: JalaliDay
  }

  public enum Objection: RuleObjection {
    case missed
    case near(daysLeft: Int, threshold: Int)

    public var code: String {
      switch self {
      case .missed: "deadlines.missed"
      case .near: "deadlines.near"
      }
    }

    public var texts: Texts {
      switch self {
      case .missed: Texts("مهلت گذشته است.", "The deadline has passed.")
      case .near(let days, _): Texts("\(days) روز تا پایان مهلت مانده است.", "\(days) days are left.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let left = facts.due.number - day.number
    guard left >= 0 else { return [.missed] }
    guard let threshold = parameters.daysBefore.filter({ $0 >= left }).min() else { return [] }
    return [.near(daysLeft: left, threshold: threshold)]
  }
}
