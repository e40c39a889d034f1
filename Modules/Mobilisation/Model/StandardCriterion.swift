import Contracts
import Feature

/// The criteria this product proposes for ranking needs; a committee may set its own.
enum StandardCriterion: String, CaseIterable {
  case severity, spread, urgency, feasibility, participation

  var texts: Texts {
    switch self {
    case .severity: Texts("شدت", "severity")
    case .spread: Texts("شمار افراد درگیر", "how many it concerns")
    case .urgency: Texts("فوریت", "urgency")
    case .feasibility: Texts("شدنی بودن با منابع محلی", "feasibility with local means")
    case .participation: Texts("آمادگی مردم برای مشارکت", "people's readiness to take part")
    }
  }

  /// What people call a criterion: a committee's own words stand in both languages as they are.
  static func texts(of name: String) -> Texts {
    StandardCriterion(rawValue: name)?.texts ?? Texts(name, name)
  }
}
