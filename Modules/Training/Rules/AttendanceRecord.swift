import Contracts
import Feature

/// Attendance is taken for a half day of the course that was held, of people who have a seat; every day has its own date.
struct AttendanceRecord: Rule {
  static let id = "training.attendance-record"
  static let version = 2
  static let texts = Texts(
    "حضور و غیاب برای نیم‌روزی از دوره که برگزار شده و تنها برای شرکت‌کنندگان پذیرفته ثبت می‌شود؛ هر روز دوره تاریخ خود را دارد و روزها به ترتیب‌اند.",
    "Attendance is recorded for a half day that was held and for seated participants only; every day of a course has its own date, in order."
  )
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
    /// The date of the nearest marked day before; nil where there is none.
    var before: JalaliDay?
    /// The date of the nearest marked day after.
    var after: JalaliDay?
    /// The date that the other half of the day gives; nil where the day has none yet, or is moved as a whole.
    var otherHalf: JalaliDay?
    /// Persons named who had no seat yet at that half day.
    var notYetEnrolled: Int?
  }

  enum Objection: RuleObjection {
    case noSuchDay(Int)
    case outsideCourse
    case inFuture
    case strangers(Int)
    case otherHalf(JalaliDay)
    case notAfter(JalaliDay)
    case notBefore(JalaliDay)
    case notYetEnrolled(Int)

    var code: String {
      switch self {
      case .noSuchDay: "training.no-such-day"
      case .outsideCourse: "training.outside-course"
      case .inFuture: "training.not-held-yet"
      case .strangers: "training.not-seated"
      case .otherHalf: "training.other-half-date"
      case .notAfter, .notBefore: "training.day-order"
      case .notYetEnrolled: "training.not-yet-enrolled"
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
      case .otherHalf(let date):
        Texts(
          "نیم‌روز دیگر همین روز در \(date.textFa) ثبت شده است؛ دو نیم‌روز یک روز یک تاریخ دارند. اگر آن نادرست است نخست همان را درست کنید.",
          "The other half of this day was recorded on \(date.text); both halves have one date. Correct that one first if it is wrong.")
      case .notAfter(let date):
        Texts(
          "روز پیش‌تر دوره در \(date.textFa) ثبت شده است؛ این روز باید پس از آن باشد.",
          "An earlier day of the course was recorded on \(date.text); this day must come after it.")
      case .notBefore(let date):
        Texts(
          "روز پسین دوره در \(date.textFa) ثبت شده است؛ این روز باید پیش از آن باشد.",
          "A later day of the course was recorded on \(date.text); this day must come before it.")
      case .notYetEnrolled(let count):
        Texts(
          "\(count) نفر از نام‌برده‌ها در این نیم‌روز هنوز نام‌نویسی نشده بودند.",
          "\(count) of the people named were not enrolled yet at this half day.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.day < 1 || facts.day > facts.days { objections.append(.noSuchDay(facts.days)) }
    if facts.heldOn < facts.firstDay || facts.heldOn > facts.lastDay { objections.append(.outsideCourse) }
    if facts.heldOn > day { objections.append(.inFuture) }
    if facts.strangers > 0 { objections.append(.strangers(facts.strangers)) }
    if let other = facts.otherHalf, other != facts.heldOn { objections.append(.otherHalf(other)) }
    if let before = facts.before, before >= facts.heldOn { objections.append(.notAfter(before)) }
    if let after = facts.after, after <= facts.heldOn { objections.append(.notBefore(after)) }
    if let late = facts.notYetEnrolled, late > 0 { objections.append(.notYetEnrolled(late)) }
    return objections
  }
}
