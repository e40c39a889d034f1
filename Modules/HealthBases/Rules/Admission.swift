import Contracts
import Feature

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
