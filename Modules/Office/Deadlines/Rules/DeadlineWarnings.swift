import Contracts
import Feature

/// Whoever answers for a time limit is reminded before its end; after its last day it is missed.
struct DeadlineWarnings: Rule {
  static let id = "deadlines.deadline-warnings"
  static let texts = Texts(
    "پیش از پایان هر مهلت به مسئول آن یادآوری می‌شود و پس از آخرین روز، مهلت گذشته است.",
    "Whoever answers for a deadline is reminded before its end; after its last day it is missed.")
  static let source = Citation(
    "S2", "کردستان: انتخاب محله ظرف ۱۵ روز؛ هشدار پیش از پایان",
    "Kurdistan: the choice within 15 days; warnings before the end")
  static let parameters = [
    Parameter("daysBefore", [7, 3, 1], "چند روز پیش از پایان", "how many days before the end", unit: ("روز", "days")),
    Parameter("roles", ["prevention.officer"], "به چه سمت‌هایی", "to which roles"),
  ]

  struct Parameters: Codable, Sendable {
    var daysBefore: [Int]
    var roles: [String]
  }

  struct Facts: Codable, Sendable {
    var due: JalaliDay
  }

  enum Objection: RuleObjection {
    case missed
    case near(daysLeft: Int, threshold: Int)

    var code: String {
      switch self {
      case .missed: "deadlines.missed"
      case .near: "deadlines.near"
      }
    }

    var texts: Texts {
      switch self {
      case .missed: Texts("مهلت گذشته است.", "The deadline has passed.")
      case .near(let days, _): Texts("\(days) روز تا پایان مهلت مانده است.", "\(days) days are left.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let left = facts.due.number - day.number
    guard left >= 0 else { return [.missed] }
    guard let threshold = parameters.daysBefore.filter({ $0 >= left }).min() else { return [] }
    return [.near(daysLeft: left, threshold: threshold)]
  }
}
