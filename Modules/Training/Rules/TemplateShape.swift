import Contracts
import Feature

/// A curriculum fills the days it says it has; the local facilitators' workshop has the twelve days of S3.
struct TemplateShape: Rule {
  static let id = "training.template-shape"
  static let texts = Texts(
    "برنامهٔ آموزشی همهٔ نیم‌روزهای دوره را، هر یک یک بار، پر می‌کند و کارگاه تسهیلگران محلی ۱۲ روز است.",
    "A curriculum fills every half day of the course once, and the local facilitators' workshop lasts 12 days.")
  static let source = Citation(
    "S3", "شرح خدمت: آموزش کارگاهی طی یک دورهٔ ۱۲ روزه", "service description: a 12-day workshop")
  static let parameters = [
    // S3 says twelve: half and twice that.
    Parameter(
      "workshopDays", 12, "روزهای کارگاه تسهیلگران محلی", "days of the local facilitators' workshop",
      unit: ("روز", "days"), source: source, within: 6...24),
    // No shorter than the longest workshop that may be set; half a year of teaching days.
    Parameter("longestCourse", 60, "بلندترین دوره", "the longest course", unit: ("روز", "days"), within: 24...180),
  ]

  struct Parameters: Codable, Sendable {
    var workshopDays: Int
    var longestCourse: Int
  }

  struct Facts: Codable, Sendable {
    var kind: CourseKind
    var days: Int
    /// Half days named, as `day-half`.
    var halfDays: [String]
  }

  enum Objection: RuleObjection {
    case workshopDays(Int)
    case length(Int)
    case halfDays

    var code: String {
      switch self {
      case .workshopDays: "training.workshop-days"
      case .length: "training.course-length"
      case .halfDays: "training.half-days"
      }
    }
    var texts: Texts {
      switch self {
      case .workshopDays(let days):
        Texts(
          "کارگاه تسهیلگران محلی باید \(days) روز باشد.", "The local facilitators' workshop must last \(days) days.")
      case .length(let most):
        Texts("دوره باید از ۱ تا \(most) روز باشد.", "A course must last from 1 to \(most) days.")
      case .halfDays:
        Texts(
          "برای هر روز یک جلسهٔ پیش از ظهر و یک جلسهٔ پس از ظهر، نه بیشتر، بنویسید.",
          "Name one morning and one afternoon session for each day, and no more.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.kind == .localFacilitatorWorkshop, facts.days != parameters.workshopDays {
      objections.append(.workshopDays(parameters.workshopDays))
    }
    guard facts.days >= 1, facts.days <= parameters.longestCourse else {
      return objections + [.length(parameters.longestCourse)]
    }
    let wanted = (1...facts.days).flatMap { day in HalfDay.allCases.map { "\(day)-\($0.rawValue)" } }
    if facts.halfDays.sorted() != wanted.sorted() { objections.append(.halfDays) }
    return objections
  }
}
