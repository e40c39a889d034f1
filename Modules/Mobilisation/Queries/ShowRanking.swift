import Contracts
import Feature

struct ShowRanking: Query {
  var ranking: Ref<RankingEntity>

  static let spec = Spec(
    "mobilisation.ranking", "یک اولویت‌بندی با محاسبه", "One ranking, computed", "/mobilisation/rankings/{ranking}",
    permission: .mobilisationRead, fields: ["ranking": ("اولویت‌بندی", "the ranking")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> RankingReport {
    try RankingReport(of: try snapshot.require(Ranking.self, ranking), in: snapshot)
  }
}
