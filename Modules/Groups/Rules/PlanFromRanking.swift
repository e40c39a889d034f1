public import Jalali
import Persian
public import Rules
public import Values

/// An action plan answers the needs that its own neighbourhood ranked.
public struct PlanFromRanking: Rule {
  public static let id = "groups.plan-from-ranking"
  public static let texts = Texts(
    "برنامهٔ اقدام از اولویت‌بندی قفل‌شدهٔ نیازهای همان محله برمی‌آید.",
    "An action plan is drawn from the locked needs ranking of the same neighbourhood.")
  public static let source = Citation(
    "S2", "تدوین برنامهٔ اقدام پس از نیازسنجی و اولویت‌بندی؛ S0 برنامهٔ اجرایی",
    "action plan after assessment and ranking of needs; S0 programme")

  public typealias Parameters = NoParameters
  public struct Facts: Codable, Sendable {
    public var isSameNeighbourhood: Bool
    /// Needs of the ranking, in its words.
    public var ranked: [String]
    /// The need of each project.
    public var planned: [String]
  }

  public enum Objection: RuleObjection {
    case rankingElsewhere, noProjects
    case needNotRanked(String)

    public var code: String {
      switch self {
      case .rankingElsewhere: "groups.ranking-elsewhere"
      case .noProjects: "groups.no-projects"
      case .needNotRanked: "groups.need-not-ranked"
      }
    }
    public var texts: Texts {
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

  public static func objections(to facts: Facts, under parameters: NoParameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if !facts.isSameNeighbourhood { objections.append(.rankingElsewhere) }
    if facts.planned.isEmpty { objections.append(.noProjects) }
    let known = Set(facts.ranked.map(PersianText.nameKey))
    return objections
      + facts.planned.filter { !known.contains(PersianText.nameKey($0)) }.map { .needNotRanked($0) }
  }
}
