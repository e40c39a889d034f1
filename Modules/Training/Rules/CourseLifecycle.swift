import Contracts
import Feature

/// The five steps of S3, one after the other.
struct CourseLifecycle: StateMachine {
  typealias Subject = CourseEntity
  static let id = "training.course-step"
  static let version = 2
  static let objectionCode = "training.not-next"
  static let texts = Texts(
    "دوره پنج گام دارد: برنامه، دعوت، تأمین ملزومات، ارائهٔ آموزش، ارزشیابی؛ هیچ گامی جا نمی‌افتد.",
    "A course has five steps: curriculum, invitation, requisites, delivery, evaluation; none is left out.")
  static let source = Citation("S3", "بند ۱۰، عنوان فرایندهای خدمت", "field 10, the service's processes")
  static let transitions: [Transition<CourseState, CourseMove>] = [
    .init(.invite, from: [.planned], to: .invited, by: AdvanceCourse.self),
    .init(.prepare, from: [.invited], to: .ready, by: AdvanceCourse.self),
    .init(.begin, from: [.ready], to: .delivering, by: AdvanceCourse.self),
    .init(.evaluate, from: [.delivering], to: .evaluated, by: AdvanceCourse.self),
    .init(.close, from: [.evaluated], to: .closed, by: AdvanceCourse.self),
  ]

  /// The move that leads to a step; every step has one.
  static func move(to state: CourseState) -> CourseMove? { transitions.first { $0.to.contains(state) }?.move }
}

/// The moves by which a course goes on.
enum CourseMove: String, Choice {
  case invite, prepare, begin, evaluate, close

  var texts: Texts {
    switch self {
    case .invite: Texts("دعوت", "invitation")
    case .prepare: Texts("تأمین ملزومات", "securing the requisites")
    case .begin: Texts("آغاز برگزاری", "beginning")
    case .evaluate: Texts("ارزشیابی", "evaluation")
    case .close: Texts("بستن", "closing")
    }
  }
}

/// A step of a course is taken when what comes before it is really done.
struct StepReadiness: Rule {
  static let id = "training.step-readiness"
  static let texts = Texts(
    "هر گام دوره وقتی برداشته می‌شود که کار پیش از آن انجام شده باشد.", "A step of a course is taken when what comes before it is done.")
  static let source = CourseLifecycle.source

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var to: CourseState
    var firstDay: JalaliDay
    var seated: Int
    var hasRequisites: Bool
    var halfDaysMarked: Int
    var halfDays: Int
    /// Seated participants without a score.
    var withoutScore: Int
  }

  enum Objection: RuleObjection {
    case nobodyInvited
    case noRequisites
    case tooEarly(JalaliDay)
    case attendanceMissing(Int)
    case scoresMissing(Int)

    var code: String {
      switch self {
      case .nobodyInvited: "training.nobody-invited"
      case .noRequisites: "training.no-requisites"
      case .tooEarly: "training.too-early"
      case .attendanceMissing: "training.attendance-missing"
      case .scoresMissing: "training.scores-missing"
      }
    }
    var texts: Texts {
      switch self {
      case .nobodyInvited: Texts("هنوز کسی نام‌نویسی نشده است.", "Nobody has been enrolled yet.")
      case .noRequisites:
        Texts("ملزومات (مکان و تدارکات) را بنویسید.", "State how the requisites (place, supplies) were secured.")
      case .tooEarly(let day): Texts("دوره در \(day) آغاز می‌شود.", "The course begins on \(day).")
      case .attendanceMissing(let count):
        Texts("حضور و غیاب \(count) نیم‌روز ثبت نشده است.", "Attendance of \(count) half days is not recorded.")
      case .scoresMissing(let count):
        Texts("\(count) نفر ارزشیابی نشده‌اند.", "\(count) participants have no evaluation.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    switch facts.to {
    case .invited: if facts.seated == 0 { objections.append(.nobodyInvited) }
    case .ready: if !facts.hasRequisites { objections.append(.noRequisites) }
    case .delivering:
      if facts.seated == 0 { objections.append(.nobodyInvited) }
      if day < facts.firstDay { objections.append(.tooEarly(facts.firstDay)) }
    case .evaluated:
      if facts.halfDaysMarked < facts.halfDays {
        objections.append(.attendanceMissing(facts.halfDays - facts.halfDaysMarked))
      }
      if facts.withoutScore > 0 { objections.append(.scoresMissing(facts.withoutScore)) }
    case .planned, .closed: break
    }
    return objections
  }
}
