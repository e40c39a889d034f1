import Contracts
import Feature

/// A group is entrusted to a facilitator of its own province and county, for days in its life.
struct FacilitatorPost: Rule {
  static let id = "groups.facilitator-post"
  static let texts = Texts(
    "گروه به تسهیلگری سپرده می‌شود که در استان و شهرستان گروه این سمت را دارد، از روزی پس از درخواست گروه.",
    "A group is assigned to somebody who holds the post of facilitator in its province and county, from a day after its request on.")
  static let source = Citation(
    "D", "تسهیلگر تنها گروه‌های سپرده به خود را می‌بیند؛ گمارش روز آغاز و پایان دارد",
    "a facilitator sees the groups assigned to them only; an assignment has a first and a last day")

  struct Parameters: Codable, Sendable {}
  struct Facts: Codable, Sendable {
    /// On the first day.
    var holdsPost: Bool
    var requestedOn: JalaliDay
    var since: JalaliDay
    var until: JalaliDay?
  }

  enum Objection: RuleObjection {
    case noFacilitator, endsBeforeStart
    case beforeRequest(JalaliDay)

    var code: String {
      switch self {
      case .noFacilitator: "groups.no-facilitator"
      case .beforeRequest: "groups.assigned-before-request"
      case .endsBeforeStart: "groups.assignment-ends-first"
      }
    }
    var texts: Texts {
      switch self {
      case .noFacilitator:
        Texts(
          "این همکار در روز آغاز در استان و شهرستان گروه سمت تسهیلگر ندارد؛ مدیر سامانهٔ استان سمت را می‌دهد.",
          "On the first day this colleague is no facilitator in the group's province and county; the provincial administrator gives the post."
        )
      case .beforeRequest(let day):
        Texts(
          "گروه در \(day.textFa) درخواست شد؛ گمارش از آن روز به بعد آغاز می‌شود.",
          "The group was requested on \(day.text); an assignment begins on that day or later.")
      case .endsBeforeStart:
        Texts("روز پایان پیش از روز آغاز است.", "The last day lies before the first.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if !facts.holdsPost { found.append(.noFacilitator) }
    if facts.since < facts.requestedOn { found.append(.beforeRequest(facts.requestedOn)) }
    if let until = facts.until, until < facts.since { found.append(.endsBeforeStart) }
    return found
  }
}
