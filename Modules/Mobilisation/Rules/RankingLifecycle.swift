import Contracts
import Feature

/// After the lock nothing in a ranking changes; for a change a new one is started.
struct RankingLifecycle: StateMachine {
  typealias Subject = RankingEntity
  static let id = "mobilisation.ranking-open"
  static let version = 2
  static let objectionCode = "mobilisation.ranking-locked"
  static let texts = Texts("پس از قفل شدن، هیچ چیز اولویت‌بندی تغییر نمی‌کند.", "Nothing in a ranking changes after it is locked.")
  static let source = Citation(
    "D", "پیش‌فرض این سامانه: اولویت‌های مصوب کمیته ثابت می‌مانند", "default of this product: what the committee decided stays")
  static let transitions: [Transition<RankingState, RankingMove>] = [
    .init(.score, from: [.open], to: .open, by: ScoreNeed.self),
    .init(.lock, from: [.open], to: .locked, by: LockRanking.self),
  ]
}

/// What can be done with a ranking.
enum RankingMove: String, Choice {
  case score, lock

  var texts: Texts {
    switch self {
    case .score: Texts("امتیازدهی", "scoring")
    case .lock: Texts("قفل کردن", "locking")
    }
  }
}

/// What the steering committee may lock.
struct RankingComplete: Rule {
  static let id = "mobilisation.ranking-complete"
  static let texts = Texts(
    "کمیتهٔ راهبردی اولویت‌بندی‌ای را قفل می‌کند که در آن هر نیاز با هر معیار امتیاز گرفته است.",
    "The steering committee locks a ranking in which every need has a score on every criterion.")
  static let source = Citation(
    "S2", "نیازسنجی و اولویت‌بندی نیازها، کمیتهٔ راهبردی", "needs assessment and ranking, steering committee")
  static let parameters = [
    // One need has no rank; fifty by twelve criteria are six hundred scores.
    Parameter("minimumNeeds", 2, "کمترین شمار نیازها", "fewest needs", unit: ("نیاز", "needs"), within: 2...50)
  ]

  struct Parameters: Codable, Sendable {
    var minimumNeeds: Int
  }

  struct MissingScore: Codable, Sendable, Equatable {
    var need: String
    var criterion: String
  }

  struct Facts: Codable, Sendable {
    var needs: Int
    var missing: [MissingScore]
    /// Number and date of the committee's minutes.
    var decision: String
  }

  enum Objection: RuleObjection {
    case tooFewNeeds(minimum: Int)
    case unscored(MissingScore)
    case noDecision

    var code: String {
      switch self {
      case .tooFewNeeds: "mobilisation.ranking-too-few-needs"
      case .unscored: "mobilisation.ranking-unscored"
      case .noDecision: "mobilisation.ranking-no-decision"
      }
    }

    var texts: Texts {
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
          "The number and date of the steering committee's minutes are not given.")
      }
    }
  }

  static func objections(to facts: Facts, under parameters: Parameters, on day: JalaliDay) -> [Objection] {
    var objections: [Objection] = []
    if facts.needs < parameters.minimumNeeds { objections.append(.tooFewNeeds(minimum: parameters.minimumNeeds)) }
    objections += facts.missing.map { .unscored($0) }
    if facts.decision.isEmpty { objections.append(.noDecision) }
    return objections
  }
}
