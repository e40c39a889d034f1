public import Jalali
import Persian
public import Rules
public import Values

/// What the steering committee may lock.
public struct RankingComplete: Rule {
  public static let id = "mobilisation.ranking-complete"
  public static let texts = Texts(
    "کمیتهٔ راهبردی اولویت‌بندی‌ای را قفل می‌کند که در آن هر نیاز با هر معیار امتیاز گرفته است.",
    "The steering committee locks a ranking in which every need has a score on every criterion.")
  public static let source = Citation(
    "S2", "نیازسنجی و اولویت‌بندی نیازها، کمیتهٔ راهبردی", "needs assessment and ranking, steering committee")
  public static let parameters = [
    Parameter("minimumNeeds", 2, "کمترین شمار نیازها", "fewest needs", unit: ("نیاز", "needs"))
  ]

  public struct Parameters: Codable, Sendable {
    public var minimumNeeds: Int
  }

  public struct MissingScore: Codable, Sendable, Equatable {
    public var need: String
    public var criterion: String
  }

  public struct Facts: Codable, Sendable {
    public var needs: Int
    public var missing: [MissingScore]
    /// Number and date of the committee's minutes.
    public var decision: String
  }

  public enum Objection: RuleObjection {
    case tooFewNeeds(minimum: Int)
    case unscored(MissingScore)
    case noDecision

    public var code: String {
      switch self {
      case .tooFewNeeds: "mobilisation.ranking-too-few-needs"
      case .unscored: "mobilisation.ranking-unscored"
      case .noDecision: "mobilisation.ranking-no-decision"
      }
    }

    public var texts: Texts {
      switch self {
      case .tooFewNeeds(let minimum):
        Texts(
          "دست‌کم \(PersianText.persianDigits("\(minimum)")) نیاز لازم است.", "At least \(minimum) needs are required.")
      case .unscored(let missing):
        Texts(
          "نیاز «\(missing.need)» با معیار «\(StandardCriterion.texts(of: missing.criterion).fa)» امتیاز نگرفته است.",
          "The need \"\(missing.need)\" has no score for \"\(StandardCriterion.texts(of: missing.criterion).en)\".")
      case .noDecision:
        Texts(
          "شماره و تاریخ مصوبهٔ کمیتهٔ راهبردی نوشته نشده است.",
          "Number and date of the steering committee's minutes are not given.")
      }
    }
  }

  public static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.needs < parameters.minimumNeeds { objections.append(.tooFewNeeds(minimum: parameters.minimumNeeds)) }
    objections += facts.missing.map { .unscored($0) }
    if facts.decision.isEmpty { objections.append(.noDecision) }
    return objections
  }
}
