import Contracts
import Feature

/// A base is proposed, admitted, perhaps suspended and resumed.
struct BaseLifecycle: StateMachine {
  typealias Subject = HealthBaseEntity
  static let id = "healthbases.base-step"
  static let version = 2
  static let objectionCode = "healthbases.no-such-base-step"
  static let texts = Texts(
    "پایگاه نخست پیشنهاد و سپس پذیرفته می‌شود؛ تعلیق و ازسرگیری پس از پذیرش است.",
    "A base is proposed, then admitted; suspension and resumption come after that.")
  static let source = Citation("S4", "مدارک تأسیس پایگاه", "documents for founding a base")
  static let transitions: [Transition<BaseState, BaseMove>] = [
    .init(.admit, from: [.proposed], to: .admitted, by: AdmitBase.self),
    .init(.suspend, from: [.admitted], to: .suspended, by: SuspendBase.self, role: .exceptional),
    .init(.resume, from: [.suspended], to: .admitted, by: ResumeBase.self, role: .exceptional),
  ]
}

/// The moves by which a base changes its state.
enum BaseMove: String, Choice {
  case admit, suspend, resume

  var texts: Texts {
    switch self {
    case .admit: Texts("پذیرش", "admission")
    case .suspend: Texts("تعلیق", "suspension")
    case .resume: Texts("از سرگیری", "resumption")
    }
  }
}

/// What S4 asks of an institute that wants to run a base: its licence, a credible record in the place, personnel.
struct Admission: Rule {
  static let id = "healthbases.admission"
  static let texts = Texts(
    "پایگاه به مؤسسه‌ای سپرده می‌شود که پروانهٔ معتبر، سابقه در محل و پرسنل لازم دارد.",
    "A base is entrusted to an institute with a valid licence, a credible record in the locality and the staff needed.")
  static let source = Citation(
    "S4", "مدارک مورد نیاز جهت تأسیس پایگاه", "documents needed for founding a base")
  static let parameters = [
    // S4 asks for personnel and names no number: somebody, and no more than ten times the standard.
    Parameter("minimumPersonnel", 2, "کمترین پرسنل", "least personnel", unit: ("نفر", "people"), within: 1...20),
    Parameter(
      "mustSightRecord", false, "سند سابقه باید رؤیت شده باشد (نوع experience)",
      "whether a document of the record (kind `experience`) has to be sighted"),
  ]

  struct Parameters: Codable, Sendable {
    var minimumPersonnel: Int
    var mustSightRecord: Bool
  }

  struct Facts: Codable, Sendable {
    var isLicensed: Bool
    var instituteState: InstituteState
    /// Whether the record is described.
    var hasRecord: Bool
    var isRecordSighted: Bool
    var personnel: Int
  }

  enum Objection: RuleObjection {
    case notLicensed(state: InstituteState)
    case noRecord
    case recordNotSighted
    case tooFew(has: Int, needs: Int)

    var code: String {
      switch self {
      case .notLicensed: "healthbases.not-licensed"
      case .noRecord: "healthbases.no-record"
      case .recordNotSighted: "healthbases.record-not-sighted"
      case .tooFew: "healthbases.too-few-personnel"
      }
    }

    var texts: Texts {
      switch self {
      case .notLicensed(let state):
        Texts(
          "پروانهٔ تأسیس و فعالیت مؤسسه معتبر نیست (حالت: \(state.texts.fa)).",
          "The institute's establishment and activity licence is not in force (\(state.texts.en)).")
      case .noRecord:
        Texts("سابقهٔ فعالیت در محل نوشته نشده است.", "The institute's record in the locality is not described.")
      case .recordNotSighted:
        Texts("سند سابقهٔ فعالیت رؤیت نشده است.", "No document of the record has been sighted.")
      case .tooFew(let has, let needs):
        Texts("پرسنل \(has) نفر است؛ \(needs) نفر لازم است.", "The base has \(has) staff; it needs \(needs).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if !facts.isLicensed { found.append(.notLicensed(state: facts.instituteState)) }
    if !facts.hasRecord { found.append(.noRecord) }
    if parameters.mustSightRecord, !facts.isRecordSighted { found.append(.recordNotSighted) }
    if facts.personnel < parameters.minimumPersonnel {
      found.append(.tooFew(has: facts.personnel, needs: parameters.minimumPersonnel))
    }
    return found
  }
}
