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
