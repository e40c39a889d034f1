import Contracts
import Feature

/// The cost per head of S3 is settled on those who completed, once.
struct Settlement: Rule {
  static let id = "training.settlement"
  static let texts = Texts(
    "سرانهٔ آموزش تنها برای کسی که دوره را گذرانده و گواهی معتبر دارد، و برای هر شخص، نوع دوره و سال یک بار، تسویه می‌شود.",
    "The cost per head is settled only on those who completed and hold a valid certificate, once for a person, kind of course and year."
  )
  static let source = Citation(
    "S3", "هزینهٔ ارائهٔ خدمت: سرانهٔ هر نفر ۶٬۰۰۰٬۰۰۰ ریال در هر دوره",
    "cost of the service: 6,000,000 rials a head and course")
  static let parameters = [
    // S3's sum typed in tomans is below the least; a hundred times that sum leaves room for the years to come.
    Parameter(
      "costPerHead", 6_000_000, "سرانهٔ آموزش", "cost per head", unit: ("ریال", "rial"), source: source, within: 1_000_000...600_000_000),
    Parameter(
      "paidKinds", ["localFacilitatorWorkshop"], "دوره‌هایی که سرانه دارند", "courses that carry a cost per head",
      source: source),
  ]

  struct Parameters: Codable, Sendable {
    var costPerHead: Rial
    var paidKinds: [String]
  }

  struct Facts: Codable, Sendable {
    var kind: CourseKind
    var hasCompleted: Bool
    var hasValidCertificate: Bool
    var isConfirmed: Bool
    var isSettledThisYear: Bool
  }

  enum Objection: RuleObjection {
    case kindWithoutCost
    case notCompleted
    case noCertificate
    case notConfirmed
    case alreadySettled

    var code: String {
      switch self {
      case .kindWithoutCost: "training.kind-without-cost"
      case .notCompleted: "training.not-completed"
      case .noCertificate: "training.no-certificate"
      case .notConfirmed: "training.not-confirmed"
      case .alreadySettled: "training.already-settled"
      }
    }
    var texts: Texts {
      switch self {
      case .kindWithoutCost: Texts("این نوع دوره سرانه ندارد.", "This kind of course carries no cost per head.")
      case .notCompleted: Texts("این شخص دوره را نگذرانده است.", "This person has not completed the course.")
      case .noCertificate: Texts("گواهی معتبری نیست.", "There is no valid certificate.")
      case .notConfirmed: Texts("نامهٔ تأیید دستگاه مربوط نرسیده است.", "The outside body's letter has not arrived.")
      case .alreadySettled:
        Texts(
          "سرانهٔ این شخص برای این نوع دوره در این سال تسویه شده است.",
          "This person's cost was settled for this kind of course in this year already.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if !parameters.paidKinds.contains(facts.kind.rawValue) { objections.append(.kindWithoutCost) }
    if !facts.hasCompleted { objections.append(.notCompleted) }
    if !facts.hasValidCertificate { objections.append(.noCertificate) }
    if !facts.isConfirmed { objections.append(.notConfirmed) }
    if facts.isSettledThisYear { objections.append(.alreadySettled) }
    return objections
  }
}
