import Contracts
import Feature

/// Activities are recorded within the term of an agreement that is in force. While it is held undecided, those of the past
/// term come in with a reason, and what the base does meanwhile waits for the next agreement.
struct ActivityInTerm: Rule {
  static let id = "healthbases.activity-in-term"
  static let version = 2
  static let texts = Texts(
    "فعالیت در دورهٔ توافق‌نامه‌ای جاری یا در مهلت تصمیم آن ثبت می‌شود.",
    "Activities are recorded within the term of an agreement in force, or in its decision window.")
  static let source = Citation("S4", "بندهای ۴ و ۶", "sections 4 and 6")
  static let parameters = [
    // A report of the month is written after it; a report of half a year is none of the time itself.
    Parameter(
      "lateAfter", 30, "فعالیتی که چند روز پس از انجام ثبت شود دیرکرد دارد", "how long after its day an activity is late",
      unit: ("روز", "days"), within: 1...180)
  ]

  struct Parameters: Codable, Sendable {
    var lateAfter: Int
  }

  /// What the first version did not ask is absent from its verdicts.
  struct Facts: Codable, Sendable {
    var agreement: AgreementState
    var base: BaseState
    var starts: JalaliDay
    var ends: JalaliDay
    var activity: JalaliDay
    /// The last day of the decision window of an agreement that is held undecided.
    var windowEnds: JalaliDay?
    /// Whether a reason was given for coming late.
    var hasReason: Bool?
    /// Whether the institute may work; asked of what is done after the term.
    var isLicensed: Bool?
  }

  enum Objection: RuleObjection {
    case notInForce(AgreementState)
    case baseSuspended
    case outside(JalaliDay, JalaliDay)
    case future
    case lateWithoutReason
    case notLicensed

    var code: String {
      switch self {
      case .notInForce: "healthbases.not-in-force"
      case .baseSuspended: "healthbases.base-suspended"
      case .outside: "healthbases.outside-term"
      case .future: "healthbases.activity-in-future"
      case .lateWithoutReason: "healthbases.late-without-reason"
      case .notLicensed: "healthbases.not-licensed"
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
      case .lateWithoutReason:
        Texts("دوره پایان یافته است؛ علت دیرکرد ثبت را بنویسید.", "The term is over: state the reason why it is recorded late.")
      case .notLicensed:
        Texts("پروانهٔ مؤسسه معتبر نیست و پایگاه نمی‌تواند کار کند.", "The institute's licence is not in force: the base may not work.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    let isInWindow = facts.windowEnds.map { day <= $0 } ?? false
    if facts.agreement != .active, !isInWindow { found.append(.notInForce(facts.agreement)) }
    if facts.base == .suspended { found.append(.baseSuspended) }
    let isAfter = facts.activity > facts.ends
    if facts.activity < facts.starts || isAfter && !isInWindow { found.append(.outside(facts.starts, facts.ends)) }
    if isInWindow, !isAfter, facts.hasReason != true { found.append(.lateWithoutReason) }
    if isInWindow, isAfter, facts.isLicensed == false { found.append(.notLicensed) }
    if facts.activity > day { found.append(.future) }
    return found
  }

  /// Whether it comes late: after the term, or long after its day.
  static func isLate(_ facts: Facts, under parameters: Parameters, on day: JalaliDay) -> Bool {
    facts.activity <= facts.ends && day > facts.ends || day - facts.activity > parameters.lateAfter
  }
}
