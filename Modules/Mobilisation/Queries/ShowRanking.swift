public import Contracts
public import Registry
public import Values

public struct ShowRanking: Query {
  public var ranking: Ref<RankingEntity>

  public static let spec = Spec(
    "mobilisation.ranking", "یک اولویت‌بندی با محاسبه", "One ranking, computed", "/mobilisation/rankings/{ranking}",
    permission: .mobilisationRead, fields: ["ranking": ("اولویت‌بندی", "the ranking")])

  public func answer(in look: borrowing Look) throws -> RankingReport {
    try RankingReport(of: try look.require(Ranking.self, ranking), in: look)
  }
}
