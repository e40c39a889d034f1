import Contracts
import Feature

/// An action plan answers the needs that its own neighbourhood ranked.
struct PlanFromRanking: Rule {
  static let id = "groups.plan-from-ranking"
  static let texts = Texts(
    "برنامهٔ اقدام از اولویت‌بندی قفل‌شدهٔ نیازهای همان محله برمی‌آید.",
    "An action plan is drawn from the locked needs ranking of the same neighbourhood.")
  static let source = Citation(
    "S2", "تدوین برنامهٔ اقدام پس از نیازسنجی و اولویت‌بندی؛ S0 برنامهٔ اجرایی",
    "action plan after assessment and ranking of needs; S0 programme")

  typealias Parameters = NoParameters
  struct Facts: Codable, Sendable {
    var isSameNeighbourhood: Bool
    /// Needs of the ranking, in its words.
    var ranked: [String]
    /// The need of each project.
    var planned: [String]
  }

  enum Objection: RuleObjection {
    case rankingElsewhere, noProjects
    case needNotRanked(String)

    var code: String {
      switch self {
      case .rankingElsewhere: "groups.ranking-elsewhere"
      case .noProjects: "groups.no-projects"
      case .needNotRanked: "groups.need-not-ranked"
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
      }
    }
  }

  static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if !facts.isSameNeighbourhood { objections.append(.rankingElsewhere) }
    if facts.planned.isEmpty { objections.append(.noProjects) }
    let known = Set(facts.ranked.map(PersianText.nameKey))
    return objections
      + facts.planned.filter { !known.contains(PersianText.nameKey($0)) }.map { .needNotRanked($0) }
  }
}
