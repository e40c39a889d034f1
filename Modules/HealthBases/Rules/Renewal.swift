import Contracts
import Feature

/// What becomes of an agreement that ended: only an approved year leads to a new one, and only where nothing holds it. A
/// year ends on a holiday, and decision and late reports come after it: for a while the undecided is held.
struct Renewal: Rule {
  static let id = "healthbases.renewal"
  static let version = 2
  static let texts = Texts(
    "توافق‌نامهٔ تازه تنها پس از تأیید فعالیت‌ها و با پروانهٔ معتبر بسته می‌شود؛ سال بی‌تصمیم در مهلت تصمیم متوقف می‌ماند.",
    "A new agreement follows only an approved year, and only under a valid licence; an undecided one is held for a while.")
  static let source = Citation("S4", "بند ۷: خاتمهٔ توافق‌نامه", "section 7: end of the agreement")
  static let parameters = [
    // A week after the holidays of Nowruz at least, and no more than the first season of the next year.
    Parameter(
      "decisionWindow", 45, "چند روز پس از پایان دوره هنوز می‌توان تصمیم گرفت",
      "how long after the end of the term the year may still be decided", unit: ("روز", "days"), within: 14...93)
  ]

  struct Parameters: Codable, Sendable {
    var decisionWindow: Int
  }

  struct Facts: Codable, Sendable {
    var decision: YearDecision?
    var isTerminated: Bool
    var instituteState: InstituteState
    var isLicensed: Bool
    var base: BaseState
    var isModuleOn: Bool
    /// The last day on which the year may still be decided; the first version knew none.
    var windowEnds: JalaliDay?
    /// The last day of the term that would follow; the first version did not ask.
    var nextEnds: JalaliDay?
  }

  enum Objection: RuleObjection {
    case terminated
    case disapproved
    case notApproved
    case notDecided(until: JalaliDay)
    case notReleased(JalaliDay)
    /// No term is left that could follow when the objection to the outcome is upheld; the rule itself never says so.
    case upheldLate(JalaliDay)
    case notLicensed(state: InstituteState)
    case baseSuspended
    case moduleOff

    /// Whether the agreement lapses; every other objection holds it until it is removed.
    var isFinal: Bool {
      switch self {
      case .terminated, .disapproved, .notApproved, .notReleased, .upheldLate: true
      case .notDecided, .notLicensed, .baseSuspended, .moduleOff: false
      }
    }

    var code: String {
      switch self {
      case .terminated: "healthbases.terminated"
      case .disapproved: "healthbases.year-disapproved"
      case .notApproved: "healthbases.year-not-approved"
      case .notDecided: "healthbases.year-not-decided"
      case .notReleased: "healthbases.not-released"
      case .upheldLate: "healthbases.upheld-late"
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
        Texts("فعالیت‌های سال تا پایان مهلت تأیید نشده بود.", "The year's activities had not been approved in time.")
      case .notDecided(let day):
        Texts(
          "دربارهٔ فعالیت‌های سال هنوز تصمیمی گرفته نشده است؛ تا \(day.textFa) می‌توان تصمیم گرفت.",
          "The year's activities are not decided yet; they may be decided until \(day.text).")
      case .notReleased(let day):
        Texts("تا پایان دورهٔ بعد (\(day.textFa)) آزاد نشد.", "It was not released by the end of the next term (\(day.text)).")
      case .upheldLate(let day):
        Texts(
          "اعتراض پس از پایان دورهٔ بعد (\(day.textFa)) پذیرفته شد؛ سال تأییدشده است و توافق‌نامهٔ تازه از امروز به بعد بسته می‌شود.",
          "The objection was upheld after the next term had ended (\(day.text)): the year counts as approved, and a new agreement begins today at the earliest."
        )
      case .notLicensed(let state):
        Texts("پروانهٔ مؤسسه معتبر نیست (حالت: \(state.texts.fa)).", "The institute's licence is not in force (\(state.texts.en)).")
      case .baseSuspended: Texts("پایگاه تعلیق است.", "The base is suspended.")
      case .moduleOff:
        Texts("ماژول پایگاه‌ها در این استان روشن نیست.", "The module is not switched on in this province.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.isTerminated { found.append(.terminated) }
    if facts.decision == .disapproved { found.append(.disapproved) }
    if facts.decision == nil {
      let window = facts.isTerminated ? nil : facts.windowEnds.flatMap { day <= $0 ? $0 : nil }
      found.append(window.map { .notDecided(until: $0) } ?? .notApproved)
    }
    if !facts.isLicensed { found.append(.notLicensed(state: facts.instituteState)) }
    if facts.base == .suspended { found.append(.baseSuspended) }
    if !facts.isModuleOn { found.append(.moduleOff) }
    if let last = facts.nextEnds, last < day { found.append(.notReleased(last)) }
    return found
  }

  /// The one outcome that the objections make.
  static func outcome(of objections: [Objection]) -> OutcomeKind {
    if objections.contains(where: \.isFinal) { return .lapsed }
    return objections.isEmpty ? .renewed : .held
  }
}
