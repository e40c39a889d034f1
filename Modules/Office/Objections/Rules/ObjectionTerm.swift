import Contracts
import Feature

/// An objection is raised once and in time; the time runs from the day on which the decision was handed over.
struct ObjectionTerm: Rule {
  static let id = "objections.term"
  static let texts = Texts(
    "به هر تصمیم تا چند روز پس از ابلاغ آن می‌توان اعتراض کرد؛ تا ابلاغ نشده، مهلت آغاز نمی‌شود.",
    "A decision can be objected to within some days of its hand-over; before that the time has not begun.")
  static let source = Citation(
    "D", "هر رد یا تصمیمی یک بار، ظرف ۳۰ روز از تحویل، قابل اعتراض است؛ منابع مهلتی نگفته‌اند",
    "every refusal or decision can be objected to once, within 30 days of hand-over; the sources give no time")
  private static let days = ("روز", "days")
  static let parameters = [
    // A week is what a letter takes; after a quarter the place has gone on.
    Parameter(
      "daysToObject", 30, "مهلت اعتراض پس از ابلاغ", "days for the objection after the hand-over", unit: days, within: 7...90),
    Parameter("daysToDecide", 30, "مهلت تصمیم دربارهٔ اعتراض", "days for the decision on it", unit: days, within: 7...90),
    // The paper is there on the day of the decision; after a month nobody knows any more who was to bring it.
    Parameter("daysToHandOver", 10, "مهلت ابلاغ تصمیم", "days for the hand-over", unit: days, within: 1...30),
    // A letter that comes in is entered within the month; an earlier day would bring a late objection into time.
    Parameter("daysToEnter", 20, "مهلت ثبت اعتراض پس از روز آن", "days to enter an objection after its day", unit: days, within: 1...60),
  ]

  struct Parameters: Codable, Sendable {
    var daysToObject: Int
    var daysToDecide: Int
    var daysToHandOver: Int
    var daysToEnter: Int
  }

  struct Facts: Codable, Sendable {
    var takenOn: JalaliDay
    /// nil while it was not handed over.
    var handedOverOn: JalaliDay?
    var objectedOn: JalaliDay
  }

  enum Objection: RuleObjection {
    case toCome
    case beforeDecision(JalaliDay)
    case late(JalaliDay)
    case longAgo(JalaliDay)

    var code: String {
      switch self {
      case .toCome: "objections.to-come"
      case .beforeDecision: "objections.before-decision"
      case .late: "objections.late"
      case .longAgo: "objections.long-ago"
      }
    }

    var texts: Texts {
      switch self {
      case .toCome: Texts("روز اعتراض هنوز نیامده است.", "The day of the objection is still to come.")
      case .beforeDecision(let taken):
        Texts(
          "تصمیم در \(taken.longText) گرفته شد؛ اعتراض پیش از آن نیست.",
          "The decision is of \(taken.longTextEn); nobody objected before it.")
      case .late(let last):
        Texts(
          "مهلت اعتراض در \(last.longText) پایان یافت؛ می‌توان از نو درخواست داد.",
          "The time for an objection ended on \(last.longTextEn); they may apply anew.")
      case .longAgo(let first):
        Texts(
          "اعتراض از \(first.longText) به بعد ثبت می‌شود؛ اگر همچنان خواسته می‌شود، روز تازه‌ای بنویسید.",
          "An objection is entered from \(first.longTextEn) on; where it is still wanted, give a day since then.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    let first = day.adding(days: -parameters.daysToEnter)
    return objections(to: facts, within: parameters.daysToObject, on: day) + (facts.objectedOn < first ? [.longAgo(first)] : [])
  }

  static func objections(to facts: Facts, within days: Int, on day: JalaliDay) -> [Objection] {
    var found: [Objection] = []
    if facts.objectedOn > day { found.append(.toCome) }
    if facts.objectedOn < facts.takenOn { found.append(.beforeDecision(facts.takenOn)) }
    if let last = facts.handedOverOn?.adding(days: days), facts.objectedOn > last { found.append(.late(last)) }
    return found
  }
}

/// The same for an institute and its licence. How long it has is given by no source, and the national office says it.
struct InstituteObjectionTerm: Rule {
  static let id = "objections.institute-term"
  static let texts = Texts(
    "مؤسسه به تصمیم دربارهٔ پروانه‌اش تا چند روز پس از ابلاغ اعتراض می‌کند.",
    "An institute objects to a decision about its licence within some days of its hand-over.")
  static let source = Citation(
    "W", "آیین‌نامهٔ صدور، تمدید و ابطال پروانه (مادهٔ ۲۶)، ۱۳۸۷/۰۲/۳۰",
    "by-law on issue, renewal and revocation of licences (Art. 26), 1387/02/30")
  static let parameters = [
    Parameter(
      "daysToObject", nil, "مهلت اعتراض مؤسسه پس از ابلاغ", "days for an institute's objection after the hand-over",
      unit: ("روز", "days"), source: .nobody, within: 7...90)
  ]

  struct Parameters: Codable, Sendable {
    var daysToObject: Int
  }

  typealias Facts = ObjectionTerm.Facts
  typealias Objection = ObjectionTerm.Objection

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    ObjectionTerm.objections(to: facts, within: parameters.daysToObject, on: day)
  }
}
