import Contracts
import Feature

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

/// An agreement ends with the year. S4 says both "one year" and "the end of every year": hence the parameter. One that is
/// signed begins near the day of its signature, and not so late in the year that hardly anything is left of it.
struct AgreementTerm: Rule {
  static let id = "healthbases.agreement-term"
  static let version = 2
  static let texts = Texts(
    "توافق‌نامه یک‌ساله است و در پایان سال خاتمه می‌یابد؛ آغاز آن نزدیک روز امضا است و نخستین دوره کوتاه‌تر از حد نیست.",
    "An agreement is for one year and ends with the year; it begins near its signature, and a first term is not too short.")
  static let source = Citation("S4", "بندهای ۶ و ۷", "sections 6 and 7")
  static let parameters = [
    Parameter(
      "endRule", "endOfJalaliYear", "پایان دوره: endOfJalaliYear یا anniversary",
      "end of the term: endOfJalaliYear or anniversary", source: source),
    // A paper that waited for its signature may begin some days before it; a whole season before is no signature any more.
    Parameter(
      "startsBefore", 30, "آغاز تا چند روز پیش از امضا", "how long before the signature it may begin", unit: ("روز", "days"),
      within: 0...90),
    // From 2 Dey on the first possible day is 1 Farvardin, 89 days later at most.
    Parameter(
      "startsAfter", 90, "آغاز تا چند روز پس از امضا", "how long after the signature it may begin", unit: ("روز", "days"),
      within: 0...365),
    // Of a year of twelve months; 0 asks for nothing.
    Parameter(
      "leastMonths", 3, "کوتاه‌ترین دورهٔ نخست", "the shortest first term", unit: ("ماه", "months"), within: 0...11),
  ]

  struct Parameters: Codable, Sendable {
    var endRule: EndRule
    var startsBefore: Int
    var startsAfter: Int
    var leastMonths: Int
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
    case longAgo(first: JalaliDay)
    case farAhead(last: JalaliDay)
    case tooShort(next: JalaliDay)

    var code: String {
      switch self {
      case .notAdmitted: "healthbases.not-admitted"
      case .beforeAdmission: "healthbases.before-admission"
      case .overAlready: "healthbases.term-over"
      case .longAgo: "healthbases.starts-long-ago"
      case .farAhead: "healthbases.starts-far-ahead"
      case .tooShort: "healthbases.term-too-short"
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
      case .longAgo(let first):
        Texts("روز آغاز \(first.textFa) یا پس از آن است.", "The first day is \(first.text) or later.")
      case .farAhead(let last):
        Texts("روز آغاز حداکثر \(last.textFa) است.", "The first day is \(last.text) at the latest.")
      case .tooShort(let next):
        Texts(
          "تا پایان دوره کمتر از کوتاه‌ترین دورهٔ نخست مانده است؛ از \(next.textFa) آغاز کنید.",
          "Less than the shortest first term is left until its end; let it begin on \(next.text).")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    guard let admitted = facts.admittedOn else { return [.notAdmitted] }
    var found: [Objection] = []
    if facts.starts < admitted { found.append(.beforeAdmission(admitted)) }
    let last = lastDay(from: facts.starts, under: parameters)
    guard last >= day else { return found + [.overAlready(last)] }
    let (first, latest) = (day.adding(days: -parameters.startsBefore), day.adding(days: parameters.startsAfter))
    if facts.starts < first, first > admitted { found.append(.longAgo(first: first)) }
    if facts.starts > latest { found.append(.farAhead(last: latest)) }
    if isTooShort(from: facts.starts, under: parameters) { found.append(.tooShort(next: last.adding(days: 1))) }
    return found
  }

  /// The last day of a term.
  static func lastDay(from first: JalaliDay, under parameters: Parameters) -> JalaliDay {
    switch parameters.endRule {
    case .endOfJalaliYear: JalaliDay.lastDay(ofYear: first.year)
    case .anniversary: first.lastDay(ofYears: 1)
    }
  }

  /// The first day on which a term may begin, that day or a later one: who would begin after 1 Dey begins on 1 Farvardin.
  static func firstStart(on day: JalaliDay, under parameters: Parameters) -> JalaliDay {
    isTooShort(from: day, under: parameters) ? lastDay(from: day, under: parameters).adding(days: 1) : day
  }

  private static func isTooShort(from first: JalaliDay, under parameters: Parameters) -> Bool {
    first.adding(months: parameters.leastMonths) > lastDay(from: first, under: parameters).adding(days: 1)
  }
}
