import Contracts
import Feature

/// By what needs are ranked: the committee's criteria, or the standard ones with these weights.
struct RankingCriteria: Rule {
  static let id = "mobilisation.ranking-criteria"
  static let texts = Texts(
    "نیازها با معیارهای نام‌دار و وزن‌دار اولویت‌بندی می‌شوند.",
    "Needs are ranked by criteria that have names and weights.")
  static let source = Citation(
    "S2", "نیازسنجی و اولویت‌بندی: نحوه را کمیتهٔ راهبردی تعیین می‌کند",
    "needs assessment and ranking: the steering committee says how")
  // The weights lie on `Scale.weights`, as the committee's own have to.
  static let parameters = [
    Parameter("severity", 30, "وزن شدت", "weight of severity", unit: ("واحد وزن، ۱ تا ۱۰۰", "points of weight, 1 to 100"), within: 1...100),
    Parameter(
      "spread", 25, "وزن شمار افراد درگیر", "weight of how many it concerns", unit: ("واحد وزن، ۱ تا ۱۰۰", "points of weight, 1 to 100"),
      within: 1...100),
    Parameter("urgency", 20, "وزن فوریت", "weight of urgency", unit: ("واحد وزن، ۱ تا ۱۰۰", "points of weight, 1 to 100"), within: 1...100),
    Parameter(
      "feasibility", 15, "وزن شدنی بودن با منابع محلی", "weight of feasibility with local means",
      unit: ("واحد وزن، ۱ تا ۱۰۰", "points of weight, 1 to 100"), within: 1...100),
    Parameter(
      "participation", 10, "وزن آمادگی مردم برای مشارکت", "weight of people's readiness",
      unit: ("واحد وزن، ۱ تا ۱۰۰", "points of weight, 1 to 100"), within: 1...100),
    // There are five standard criteria: they must be enough, and must not be too many.
    Parameter("fewest", 2, "کمترین شمار معیارها", "fewest criteria", unit: ("معیار", "criteria"), within: 1...5),
    // Five are the standard ones; tables of the random index for paired comparison end at fifteen.
    Parameter("most", 12, "بیشترین شمار معیارها", "most criteria", unit: ("معیار", "criteria"), within: 5...15),
  ]

  struct Parameters: Codable, Sendable {
    var severity: Int
    var spread: Int
    var urgency: Int
    var feasibility: Int
    var participation: Int
    var fewest: Int
    var most: Int

    var standard: [RankingCriterion] {
      let weights: [(StandardCriterion, Int)] = [
        (.severity, severity), (.spread, spread), (.urgency, urgency), (.feasibility, feasibility),
        (.participation, participation),
      ]
      return weights.map { RankingCriterion(name: $0.0.rawValue, weight: $0.1) }
    }
  }

  struct Facts: Codable, Sendable {
    var criteria: [RankingCriterion]
  }

  enum Objection: RuleObjection {
    case wrongNumber(fewest: Int, most: Int)
    case unnamed
    case twice(String), offScale(String)

    var code: String {
      switch self {
      case .wrongNumber: "mobilisation.criteria-number"
      case .unnamed: "mobilisation.criterion-unnamed"
      case .twice: "mobilisation.criterion-twice"
      case .offScale: "mobilisation.criterion-weight"
      }
    }

    var texts: Texts {
      switch self {
      case .wrongNumber(let fewest, let most):
        Texts(
          "شمار معیارها باید میان \(PersianText.persianDigits("\(fewest)")) و \(PersianText.persianDigits("\(most)")) باشد.",
          "There must be between \(fewest) and \(most) criteria.")
      case .unnamed: Texts("هر معیار باید نام داشته باشد.", "Every criterion needs a name.")
      case .twice(let name): Texts("معیار «\(name)» دو بار آمده است.", "The criterion \(name) is given twice.")
      case .offScale(let name):
        Texts("وزن «\(name)» باید میان ۱ و ۱۰۰ باشد.", "The weight of \(name) must lie between 1 and 100.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    let count = facts.criteria.count
    if count < parameters.fewest || count > parameters.most {
      objections.append(.wrongNumber(fewest: parameters.fewest, most: parameters.most))
    }
    var seen: Set<String> = []
    for criterion in facts.criteria {
      if criterion.name.isEmpty {
        objections.append(.unnamed)
      } else if !seen.insert(PersianText.nameKey(criterion.name)).inserted {
        objections.append(.twice(criterion.name))
      }
      if !Scale.weights.contains(criterion.weight) { objections.append(.offScale(criterion.name)) }
    }
    return objections
  }
}
