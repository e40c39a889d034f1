import Contracts
import Feature

/// The cost per head of S3 is settled on those who completed, as often as a year allows and once for a course.
struct Settlement: Rule {
  static let id = "training.settlement"
  static let version = 2
  static let texts = Texts(
    "سرانهٔ آموزش تنها برای کسی که دوره را گذرانده و گواهی معتبر دارد، و برای هر شخص و نوع دوره در سال به شمار مجاز، تسویه می‌شود.",
    "The cost per head is settled only on those who completed and hold a valid certificate, and as often for a person, kind of course and year as is allowed."
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
      source: source, entries: 1...CourseKind.allCases.count, among: Set(CourseKind.allCases.map(\.rawValue))),
    // S3's frequency may be read as once or twice a year; the database counts to four.
    Parameter(
      "coursesPerYear", 1, "شمار تسویه برای هر شخص، نوع دوره و سال", "settlements of a person, kind of course and year",
      unit: ("بار", "times"), within: 1...4),
    Parameter(
      "costBearer", "organisation", "پرداخت‌کنندهٔ سرانه: organisation یا provider یا participant",
      "who bears the cost: organisation, provider or participant"),
  ]

  struct Parameters: Codable, Sendable {
    var costPerHead: Rial
    var paidKinds: [String]
    var coursesPerYear: Int
    var costBearer: CostBearer
  }

  struct Facts: Codable, Sendable {
    var kind: CourseKind
    var hasCompleted: Bool
    var hasValidCertificate: Bool
    var isConfirmed: Bool
    var isSettledThisYear: Bool
    /// How often in the year; verdicts of the first version say only whether.
    var settledThisYear: Int?
    var isSettledForCourse: Bool?
  }

  enum Objection: RuleObjection {
    case kindWithoutCost
    case notCompleted
    case noCertificate
    case notConfirmed
    case alreadySettled
    case borneElsewhere(CostBearer)

    var code: String {
      switch self {
      case .kindWithoutCost: "training.kind-without-cost"
      case .notCompleted: "training.not-completed"
      case .noCertificate: "training.no-certificate"
      case .notConfirmed: "training.not-confirmed"
      case .alreadySettled: "training.already-settled"
      case .borneElsewhere: "training.cost-borne-elsewhere"
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
      case .borneElsewhere(let bearer):
        Texts(
          "سرانه را سازمان نمی‌پردازد؛ بر عهدهٔ «\(bearer.texts.fa)» است.",
          "The organisation does not bear the cost: the \(bearer.texts.en) does.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if !parameters.paidKinds.contains(facts.kind.rawValue) { objections.append(.kindWithoutCost) }
    if !facts.hasCompleted { objections.append(.notCompleted) }
    if !facts.hasValidCertificate { objections.append(.noCertificate) }
    if !facts.isConfirmed { objections.append(.notConfirmed) }
    let times = facts.settledThisYear ?? (facts.isSettledThisYear ? parameters.coursesPerYear : 0)
    if times >= parameters.coursesPerYear || facts.isSettledForCourse == true { objections.append(.alreadySettled) }
    if parameters.costBearer != .organisation { objections.append(.borneElsewhere(parameters.costBearer)) }
    return objections
  }
}

/// Who bears the cost per head; S3 does not say.
enum CostBearer: String, Choice {
  case organisation, provider, participant

  var texts: Texts {
    switch self {
    case .organisation: Texts("سازمان", "organisation")
    case .provider: Texts("مجری دوره", "provider of the course")
    case .participant: Texts("شرکت‌کننده", "participant")
    }
  }
}
