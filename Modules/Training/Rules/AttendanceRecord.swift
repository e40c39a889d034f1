import Contracts
import Feature

/// Attendance is taken for a half day of the course that was held, of people who have a seat.
struct AttendanceRecord: Rule {
  static let id = "training.attendance-record"
  static let texts = Texts(
    "حضور و غیاب برای نیم‌روزی از دوره که برگزار شده و تنها برای شرکت‌کنندگان پذیرفته ثبت می‌شود.",
    "Attendance is recorded for a half day of the course that was held, and for seated participants only.")
  static let source = Citation(
    "S3", "جزئیات خدمت: ۱۲ روز آموزش کارگاهی با حضور افراد", "service details: 12 days of workshop, in person")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var day: Int
    var days: Int
    var heldOn: JalaliDay
    var firstDay: JalaliDay
    var lastDay: JalaliDay
    /// Persons named who have no seat.
    var strangers: Int
  }

  enum Objection: RuleObjection {
    case noSuchDay(Int)
    case outsideCourse
    case inFuture
    case strangers(Int)

    var code: String {
      switch self {
      case .noSuchDay: "training.no-such-day"
      case .outsideCourse: "training.outside-course"
      case .inFuture: "training.not-held-yet"
      case .strangers: "training.not-seated"
      }
    }
    var texts: Texts {
      switch self {
      case .noSuchDay(let days): Texts("دوره \(days) روز دارد.", "The course lasts \(days) days.")
      case .outsideCourse: Texts("این تاریخ بیرون از دوره است.", "This date lies outside the course.")
      case .inFuture: Texts("این نیم‌روز هنوز نرسیده است.", "This half day is still to come.")
      case .strangers(let count):
        Texts(
          "\(count) نفر از نام‌برده‌ها در این دوره پذیرفته نشده‌اند.",
          "\(count) of the people named have no seat in this course.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.day < 1 || facts.day > facts.days { objections.append(.noSuchDay(facts.days)) }
    if facts.heldOn < facts.firstDay || facts.heldOn > facts.lastDay { objections.append(.outsideCourse) }
    if facts.heldOn > day { objections.append(.inFuture) }
    if facts.strangers > 0 { objections.append(.strangers(facts.strangers)) }
    return objections
  }
}
