import Contracts
import Feature

/// Which step follows which on a clinic's way.
struct ClinicLifecycle: StateMachine {
  typealias Subject = ClinicEntity
  static let id = "mobilisation.clinic-step"
  static let version = 3
  static let objectionCode = "mobilisation.clinic-state"
  static let texts = Texts(
    "کلینیک پیشنهادشده برگزیده یا رد می‌شود، ردشده تنها با پذیرش اعتراض؛ برای کلینیک برگزیده یک بار محله انتخاب می‌شود.",
    "A proposed clinic is selected or rejected, a rejected one selected by an upheld objection; a neighbourhood is chosen once, for a selected clinic."
  )
  static let source = Citation(
    "S2", "انتخاب محلات هدف پس از انتخاب کلینیک", "the choice of neighbourhoods follows the selection")
  static let transitions: [Transition<ClinicState, ClinicMove>] = [
    .init(.select, from: [.proposed], to: .selected, by: SelectClinic.self),
    .init(.reject, from: [.proposed], to: .rejected, by: RejectClinic.self),
    .init(.uphold, from: [.rejected], to: .selected, role: .exceptional, source: .productDefault),
    .init(.chooseNeighbourhood, from: [.selected], to: .placed, by: ChooseNeighbourhood.self),
    .init(.extendChoice, from: [.selected], to: .selected, by: ExtendChoice.self, role: .exceptional),
  ]
}

/// What can be done with a clinic.
enum ClinicMove: String, Choice {
  case select, reject, uphold, extendChoice, chooseNeighbourhood

  var texts: Texts {
    switch self {
    case .select: Texts("انتخاب", "selection")
    case .reject: Texts("رد", "rejection")
    case .uphold: Texts("انتخاب با پذیرش اعتراض", "selection by an upheld objection")
    case .extendChoice: Texts("تمدید مهلت انتخاب محله", "extension of the choice")
    case .chooseNeighbourhood: Texts("انتخاب محلهٔ هدف", "choice of the target neighbourhood")
    }
  }
}

/// What makes a clinic capable: S2's three criteria, each with its evidence.
struct ClinicCriteria: Rule {
  static let id = "mobilisation.clinic-criteria"
  static let texts = Texts(
    "کلینیک توانمند مایل به همکاری است، در محلهٔ هدف قرار دارد یا می‌تواند در آن پایگاه بسازد، و سابقهٔ همکاری موفق دارد.",
    "A capable clinic is willing, stands in the target neighbourhood or can open a base there, and has co-operated well before."
  )
  static let source = Citation(
    "S2", "تعاریف، کلینیک مددکاری اجتماعی توانمند", "definitions, capable social-work clinic")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var isWilling: Bool
    var willingnessEvidence: String
    var standsThere: Bool
    var canOpenBase: Bool
    var placeEvidence: String
    var hasGoodRecord: Bool
    var recordEvidence: String
  }

  enum Objection: RuleObjection {
    case notWilling, notThere, noRecord

    var code: String {
      switch self {
      case .notWilling: "mobilisation.clinic-not-willing"
      case .notThere: "mobilisation.clinic-not-there"
      case .noRecord: "mobilisation.clinic-no-record"
      }
    }

    var texts: Texts {
      switch self {
      case .notWilling:
        Texts("کلینیک به همکاری در این طرح مایل نیست.", "The clinic is not willing to take part in the scheme.")
      case .notThere:
        Texts(
          "کلینیک در محلهٔ هدف نیست و توان ایجاد پایگاه در آن را هم ندارد.",
          "The clinic neither stands in the target neighbourhood nor can open a base there.")
      case .noRecord:
        Texts(
          "سابقهٔ همکاری موفق با سازمان بهزیستی ثبت نشده است.",
          "No record of successful co-operation with the organisation is given.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if !facts.isWilling { objections.append(.notWilling) }
    if !facts.standsThere, !facts.canOpenBase { objections.append(.notThere) }
    if !facts.hasGoodRecord { objections.append(.noRecord) }
    return objections
  }
}
