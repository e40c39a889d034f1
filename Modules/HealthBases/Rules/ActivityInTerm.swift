import Contracts
import Feature

/// Activities are recorded within the term of an agreement that is in force.
struct ActivityInTerm: Rule {
  static let id = "healthbases.activity-in-term"
  static let texts = Texts(
    "فعالیت در دورهٔ توافق‌نامه‌ای جاری ثبت می‌شود.", "Activities are recorded within the term of an agreement in force.")
  static let source = Citation("S4", "بندهای ۴ و ۶", "sections 4 and 6")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var agreement: AgreementState
    var base: BaseState
    var starts: JalaliDay
    var ends: JalaliDay
    var activity: JalaliDay
  }

  enum Objection: RuleObjection {
    case notInForce(AgreementState)
    case baseSuspended
    case outside(JalaliDay, JalaliDay)
    case future

    var code: String {
      switch self {
      case .notInForce: "healthbases.not-in-force"
      case .baseSuspended: "healthbases.base-suspended"
      case .outside: "healthbases.outside-term"
      case .future: "healthbases.activity-in-future"
      }
    }

    var texts: Texts {
      switch self {
      case .notInForce(let state):
        Texts("توافق‌نامه «\(state.texts.fa)» است.", "The agreement is \(state.texts.en).")
      case .baseSuspended: Texts("پایگاه تعلیق است.", "The base is suspended.")
      case .outside(let first, let last):
        Texts("دوره از \(first.textFa) تا \(last.textFa) است.", "The term runs from \(first.text) to \(last.text).")
      case .future: Texts("روز فعالیت هنوز نرسیده است.", "The day of the activity is still to come.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.agreement != .active { found.append(.notInForce(facts.agreement)) }
    if facts.base == .suspended { found.append(.baseSuspended) }
    if facts.activity < facts.starts || facts.activity > facts.ends { found.append(.outside(facts.starts, facts.ends)) }
    if facts.activity > day { found.append(.future) }
    return found
  }
}
