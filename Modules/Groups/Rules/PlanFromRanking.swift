import Contracts
import Feature

/// An action plan answers the needs that its own neighbourhood ranked.
struct PlanFromRanking: Rule {
  static let id = "groups.plan-from-ranking"
  static let version = 2
  static let texts = Texts(
    "برنامهٔ اقدام از اولویت‌بندی قفل‌شدهٔ نیازهای همان محله برمی‌آید و نقاط عطف آن در سال‌های نزدیک است.",
    "An action plan is drawn from the locked needs ranking of the same neighbourhood, with milestones in the years to come.")
  static let source = Citation(
    "S2", "تدوین برنامهٔ اقدام پس از نیازسنجی و اولویت‌بندی؛ S0 برنامهٔ اجرایی",
    "action plan after assessment and ranking of needs; S0 programme")

  static let parameters = [
    // A local project that takes more than five years is a year mistyped.
    Parameter(
      "milestonesWithinDays", 1_830, "دورترین نقطهٔ عطف پس از تصویب", "how far ahead a milestone may lie", unit: ("روز", "days"),
      source: .productDefault, within: 30...3_660)
  ]

  struct Parameters: Codable, Sendable {
    var milestonesWithinDays: Int
  }

  struct Facts: Codable, Sendable {
    var isSameNeighbourhood: Bool
    /// Needs of the ranking, in its words.
    var ranked: [String]
    /// The need of each project.
    var planned: [String]
    /// The latest due day of all milestones; nil where there is none.
    var lastDue: JalaliDay?
  }

  enum Objection: RuleObjection {
    case rankingElsewhere, noProjects
    case needNotRanked(String)
    case tooFar(JalaliDay)

    var code: String {
      switch self {
      case .rankingElsewhere: "groups.ranking-elsewhere"
      case .noProjects: "groups.no-projects"
      case .needNotRanked: "groups.need-not-ranked"
      case .tooFar: "groups.milestone-too-far-ahead"
      }
    }
    var texts: Texts {
      switch self {
      case .rankingElsewhere:
        Texts("این اولویت‌بندی از محلهٔ دیگری است.", "This ranking belongs to another neighbourhood.")
      case .noProjects:
        Texts("برنامه دست‌کم یک پروژهٔ محلی می‌خواهد.", "A plan needs at least one local project.")
      case .needNotRanked(let need):
        Texts("نیاز «\(need)» در اولویت‌بندی نیست.", "The need \"\(need)\" is not in the ranking.")
      case .tooFar(let latest):
        Texts(
          "موعد نقطهٔ عطف باید تا \(latest.textFa) باشد؛ سال را بازبینی کنید یا پروژه را بخش کنید.",
          "A milestone must fall due no later than \(latest.text): check the year, or divide the project.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if !facts.isSameNeighbourhood { objections.append(.rankingElsewhere) }
    if facts.planned.isEmpty { objections.append(.noProjects) }
    let known = Set(facts.ranked.map(PersianText.nameKey))
    objections += facts.planned.filter { !known.contains(PersianText.nameKey($0)) }.map { .needNotRanked($0) }
    let latest = day.adding(days: parameters.milestonesWithinDays)
    if let due = facts.lastDue, due > latest { objections.append(.tooFar(latest)) }
    return objections
  }
}
