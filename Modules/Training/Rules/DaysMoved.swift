import Contracts
import Feature

/// A course whose days are moved keeps those that were held.
struct DaysMoved: Rule {
  static let id = "training.days-moved"
  static let texts = Texts(
    "با جابه‌جایی روزهای دوره، روزهایی که برگزار شده‌اند درون دوره می‌مانند و برای روزهای مانده جا هست.",
    "When the days of a course are moved, those that were held stay within it and those to come have room.")
  static let source = Citation(
    "D", "روز ازدست‌رفته، مانند روز تعطیل پیش‌بینی‌نشده، در پایان دوره جبران می‌شود", "a day that was lost is made up for at the end")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var firstDay: JalaliDay
    var lastDay: JalaliDay
    /// The first date on which a day was held; nil before any was.
    var firstHeld: JalaliDay?
    var lastHeld: JalaliDay?
    /// Days of the curriculum after the last one held.
    var daysLeft: Int
  }

  enum Objection: RuleObjection {
    case heldBefore(JalaliDay)
    case noRoom(JalaliDay)

    var code: String {
      switch self {
      case .heldBefore: "training.held-before"
      case .noRoom: "training.no-room-for-days"
      }
    }
    var texts: Texts {
      switch self {
      case .heldBefore(let date):
        Texts(
          "روزی از دوره در \(date.textFa) برگزار شده است؛ روز نخست نمی‌تواند پس از آن باشد.",
          "A day of the course was held on \(date.text); the first day cannot come after it.")
      case .noRoom(let date):
        Texts(
          "برای روزهای مانده، روز پایان باید \(date.textFa) یا پس از آن باشد.",
          "For the days to come, the last day must be \(date.text) or later.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if let held = facts.firstHeld, held < facts.firstDay { objections.append(.heldBefore(held)) }
    if let held = facts.lastHeld, facts.lastDay < held.adding(days: facts.daysLeft) {
      objections.append(.noRoom(held.adding(days: facts.daysLeft)))
    }
    return objections
  }
}
