public import Jalali
public import Rules
public import Values

/// The five steps of S3, one after the other, each when it is really done.
public struct CourseStep: Rule {
  public static let id = "training.course-step"
  public static let texts = Texts(
    "دوره پنج گام دارد: برنامه، دعوت، تأمین ملزومات، ارائهٔ آموزش، ارزشیابی؛ هیچ گامی جا نمی‌افتد.",
    "A course has five steps: curriculum, invitation, requisites, delivery, evaluation; none is left out.")
  public static let source = Citation("S3", "بند ۱۰، عنوان فرایندهای خدمت", "field 10, the service's processes")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var from: CourseState
    public var to: CourseState
    public var firstDay: JalaliDay
    public var seated: Int
    public var hasRequisites: Bool
    public var halfDaysMarked: Int
    public var halfDays: Int
    /// Seated participants without a score.
    public var withoutScore: Int
  }

  public enum Objection: RuleObjection {
    case notNext(CourseState, CourseState)
    case nobodyInvited
    case noRequisites
    case tooEarly(JalaliDay)
    case attendanceMissing(Int)
    case scoresMissing(Int)

    public var code: String {
      switch self {
      case .notNext: "training.not-next"
      case .nobodyInvited: "training.nobody-invited"
      case .noRequisites: "training.no-requisites"
      case .tooEarly: "training.too-early"
      case .attendanceMissing: "training.attendance-missing"
      case .scoresMissing: "training.scores-missing"
      }
    }
    public var texts: Texts {
      switch self {
      case .notNext(let from, let to):
        Texts(
          "دورهٔ «\(from.texts.fa)» نمی‌تواند بی‌واسطه «\(to.texts.fa)» شود.",
          "A course that is \(from.texts.en) cannot become \(to.texts.en) next.")
      case .nobodyInvited: Texts("هنوز کسی نام‌نویسی نشده است.", "Nobody has been enrolled yet.")
      case .noRequisites:
        Texts("ملزومات (مکان و تدارکات) را بنویسید.", "Say how the requisites (place, supplies) were secured.")
      case .tooEarly(let day): Texts("دوره در \(day) آغاز می‌شود.", "The course begins on \(day).")
      case .attendanceMissing(let count):
        Texts("حضور و غیاب \(count) نیم‌روز ثبت نشده است.", "Attendance of \(count) half days is not recorded.")
      case .scoresMissing(let count):
        Texts("\(count) نفر ارزشیابی نشده‌اند.", "\(count) participants have no evaluation.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    guard facts.from.next == facts.to else { return [.notNext(facts.from, facts.to)] }
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
