import Contracts
import Feature

/// What may be done to a course at which of its steps.
struct WorkAtStep: Rule {
  static let id = "training.work-at-step"
  static let version = 2
  static let texts = Texts(
    "هر کار دوره در گام خود انجام می‌شود: نام‌نویسی تا پایان برگزاری، حضور و نمره هنگام برگزاری، گواهی و تسویه پس از ارزشیابی و پس از بستن نیز.",
    "Each kind of work has its step: enrolment until the delivery ends, attendance and scores during it, certificates and money after, also once closed."
  )
  static let source = Citation(
    "S3", "بند ۱۰، ترتیب فرایندهای خدمت", "field 10, the order of the service's processes")

  enum Work: String, Choice {
    case enrol, withdraw, confirmOutside, markAttendance, evaluate, certify, settle, reschedule

    var texts: Texts {
      switch self {
      case .enrol: Texts("نام‌نویسی", "enrolment")
      case .withdraw: Texts("انصراف", "withdrawal")
      case .confirmOutside: Texts("ثبت تأیید بیرونی", "outside confirmation")
      case .markAttendance: Texts("حضور و غیاب", "attendance")
      case .evaluate: Texts("ارزشیابی", "evaluation")
      case .certify: Texts("صدور گواهی", "certification")
      case .settle: Texts("تسویه", "settlement")
      case .reschedule: Texts("جابه‌جایی روزها", "moving of days")
      }
    }

    var steps: [CourseState] {
      switch self {
      case .enrol, .withdraw, .reschedule: [.planned, .invited, .ready, .delivering]
      case .confirmOutside: CourseState.allCases
      case .markAttendance, .evaluate: [.delivering]
      case .certify, .settle: [.evaluated, .closed]
      }
    }
  }

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var work: Work
    var state: CourseState
  }

  enum Objection: RuleObjection {
    case notNow(Work, CourseState)

    var code: String { "training.not-at-this-step" }
    var texts: Texts {
      switch self {
      case .notNow(let work, let state):
        Texts(
          "«\(work.texts.fa)» برای دورهٔ «\(state.texts.fa)» شدنی نیست؛ گام درست: \(work.steps.map(\.texts.fa).joined(separator: "، ")).",
          "No \(work.texts.en) while a course is \(state.texts.en); only while: \(work.steps.map(\.texts.en).joined(separator: ", "))."
        )
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    facts.work.steps.contains(facts.state) ? [] : [.notNow(facts.work, facts.state)]
  }
}
