import Contracts
import Feature

/// What becomes of an agreement that ended: only an approved year leads to a new one, and only where nothing holds it.
struct Renewal: Rule {
  static let id = "healthbases.renewal"
  static let texts = Texts(
    "توافق‌نامهٔ تازه تنها پس از تأیید فعالیت‌ها و با پروانهٔ معتبر بسته می‌شود.",
    "A new agreement follows only an approved year, and only under a valid licence.")
  static let source = Citation("S4", "بند ۷: خاتمهٔ توافق‌نامه", "section 7: end of the agreement")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var decision: YearDecision?
    var isTerminated: Bool
    var instituteState: InstituteState
    var isLicensed: Bool
    var base: BaseState
    var isModuleOn: Bool
  }

  enum Objection: RuleObjection {
    case terminated
    case disapproved
    case notApproved
    case notLicensed(state: InstituteState)
    case baseSuspended
    case moduleOff

    /// Whether the agreement lapses; every other objection holds it until it is removed.
    var isFinal: Bool {
      switch self {
      case .terminated, .disapproved, .notApproved: true
      case .notLicensed, .baseSuspended, .moduleOff: false
      }
    }

    var code: String {
      switch self {
      case .terminated: "healthbases.terminated"
      case .disapproved: "healthbases.year-disapproved"
      case .notApproved: "healthbases.year-not-approved"
      case .notLicensed: "healthbases.not-licensed"
      case .baseSuspended: "healthbases.base-suspended"
      case .moduleOff: "healthbases.module-off"
      }
    }

    var texts: Texts {
      switch self {
      case .terminated: Texts("توافق‌نامه پیش از پایان دوره خاتمه یافت.", "The agreement was terminated early.")
      case .disapproved: Texts("فعالیت‌های سال تأیید نشد.", "The year's activities were disapproved.")
      case .notApproved:
        Texts("فعالیت‌های سال تا پایان دوره تأیید نشده بود.", "The year's activities had not been approved by the end.")
      case .notLicensed(let state):
        Texts("پروانهٔ مؤسسه معتبر نیست (حالت: \(state.texts.fa)).", "The institute's licence is not in force (\(state.texts.en)).")
      case .baseSuspended: Texts("پایگاه تعلیق است.", "The base is suspended.")
      case .moduleOff:
        Texts("ماژول پایگاه‌ها در این استان روشن نیست.", "The module is not switched on in this province.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.isTerminated { found.append(.terminated) }
    if facts.decision == .disapproved { found.append(.disapproved) }
    if facts.decision == nil { found.append(.notApproved) }
    if !facts.isLicensed { found.append(.notLicensed(state: facts.instituteState)) }
    if facts.base == .suspended { found.append(.baseSuspended) }
    if !facts.isModuleOn { found.append(.moduleOff) }
    return found
  }

  /// The one outcome that the objections make.
  static func outcome(of objections: [Objection]) -> OutcomeKind {
    if objections.contains(where: \.isFinal) { return .lapsed }
    return objections.isEmpty ? .renewed : .held
  }
}

/// A held agreement is released within the term that would have followed it.
struct HeldRelease: Rule {
  static let id = "healthbases.held-release"
  static let texts = Texts(
    "توافق‌نامهٔ متوقف تا پایان دوره‌ای که باید در پی می‌آمد آزاد می‌شود.",
    "A held agreement is released before the term that would have followed is over.")
  static let source = Citation("D", "پیش‌فرض این سامانه، در پی بند ۷ از S4", "default of this product, after section 7 of S4")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var kind: OutcomeKind
    /// Last day of the term that would have followed.
    var nextEnds: JalaliDay
  }

  enum Objection: RuleObjection {
    case notHeld(OutcomeKind)
    case tooLate(JalaliDay)

    var code: String {
      switch self {
      case .notHeld: "healthbases.not-held"
      case .tooLate: "healthbases.release-too-late"
      }
    }

    var texts: Texts {
      switch self {
      case .notHeld(let kind):
        Texts("سرانجام این توافق‌نامه «\(kind.texts.fa)» است.", "The outcome of this agreement is: \(kind.texts.en).")
      case .tooLate(let day):
        Texts(
          "دورهٔ بعدی در \(day.textFa) پایان یافته است؛ توافق‌نامهٔ تازه ببندید.",
          "The next term ended on \(day.text); sign a fresh agreement.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.kind != .held { found.append(.notHeld(facts.kind)) }
    if facts.nextEnds < day { found.append(.tooLate(facts.nextEnds)) }
    return found
  }
}
