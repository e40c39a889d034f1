import Contracts
import Feature

/// An agreement is in force until it is terminated early or its term ends; it never comes back.
struct AgreementLifecycle: StateMachine {
  typealias Subject = AgreementEntity
  static let id = "healthbases.agreement-step"
  static let version = 2
  static let objectionCode = "healthbases.no-such-step"
  static let texts = Texts(
    "توافق‌نامه تا خاتمهٔ زودهنگام یا پایان دوره برقرار است و پس از آن برنمی‌گردد.",
    "An agreement is in force until early termination or the end of its term, and never comes back.")
  static let source = Citation("S4", "خاتمهٔ توافق‌نامه", "end of the agreement")
  static let transitions: [Transition<AgreementState, AgreementMove>] = [
    .init(.suspend, from: [.active], to: .suspended, role: .exceptional),
    .init(.terminate, from: [.active], to: .terminated, by: TerminateAgreement.self, role: .exceptional),
    .init(.end, from: [.active], to: .ended),
    .init(.resume, from: [.suspended], to: .active),
    .init(.terminate, from: [.suspended], to: .terminated, by: TerminateAgreement.self, role: .exceptional),
    .init(.end, from: [.suspended, .terminated], to: .ended),
  ]
}

/// The moves by which an agreement changes its state.
enum AgreementMove: String, Choice {
  case suspend, resume, terminate, end

  var texts: Texts {
    switch self {
    case .suspend: Texts("تعلیق با پایان پروانه", "suspension with the licence")
    case .resume: Texts("از سرگیری با پروانه", "resumption with the licence")
    case .terminate: Texts("خاتمهٔ زودهنگام", "early termination")
    case .end: Texts("پایان دوره", "the end of its term")
    }
  }
}

/// How long an agreement lasts.
enum EndRule: String, Choice {
  case endOfJalaliYear, anniversary

  var texts: Texts {
    switch self {
    case .endOfJalaliYear: Texts("پایان سال", "end of the Jalali year")
    case .anniversary: Texts("یک سال کامل", "one full year")
    }
  }
}

/// An agreement ends with the year. S4 says both "one year" and "the end of every year": hence the parameter.
struct AgreementTerm: Rule {
  static let id = "healthbases.agreement-term"
  static let texts = Texts(
    "توافق‌نامه یک‌ساله است و در پایان سال خاتمه می‌یابد.", "An agreement is for one year and ends with the year.")
  static let source = Citation("S4", "بندهای ۶ و ۷", "sections 6 and 7")
  static let parameters = [
    Parameter(
      "endRule", "endOfJalaliYear", "پایان دوره: endOfJalaliYear یا anniversary",
      "end of the term: endOfJalaliYear or anniversary", source: source)
  ]

  struct Parameters: Codable, Sendable {
    var endRule: EndRule
  }

  struct Facts: Codable, Sendable {
    var starts: JalaliDay
    /// The day the base was admitted; nil while it is not.
    var admittedOn: JalaliDay?
  }

  enum Objection: RuleObjection {
    case notAdmitted
    case beforeAdmission(JalaliDay)
    case overAlready(JalaliDay)

    var code: String {
      switch self {
      case .notAdmitted: "healthbases.not-admitted"
      case .beforeAdmission: "healthbases.before-admission"
      case .overAlready: "healthbases.term-over"
      }
    }

    var texts: Texts {
      switch self {
      case .notAdmitted: Texts("پایگاه هنوز پذیرفته نشده است.", "The base has not been admitted yet.")
      case .beforeAdmission(let day):
        Texts(
          "پایگاه در \(day.textFa) پذیرفته شد؛ آغاز نمی‌تواند پیش از آن باشد.",
          "The base was admitted on \(day.text); the term cannot begin before.")
      case .overAlready(let day):
        Texts("چنین دوره‌ای در \(day.textFa) به پایان رسیده است.", "Such a term ended on \(day.text).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    guard let admitted = facts.admittedOn else { return [.notAdmitted] }
    var found: [Objection] = []
    if facts.starts < admitted { found.append(.beforeAdmission(admitted)) }
    let last = lastDay(from: facts.starts, under: parameters)
    if last < day { found.append(.overAlready(last)) }
    return found
  }

  /// The last day of a term.
  static func lastDay(from first: JalaliDay, under parameters: Parameters) -> JalaliDay {
    switch parameters.endRule {
    case .endOfJalaliYear: JalaliDay.lastDay(ofYear: first.year)
    case .anniversary: first.adding(years: 1).adding(days: -1)
    }
  }
}
