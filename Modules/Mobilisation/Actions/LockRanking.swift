public import Contracts
import Persian
public import Registry
public import Values

/// Enters the steering committee's decision: the ranking stands as it is, for good. Whoever scored may not lock.
public struct LockRanking: Action {
  public var ranking: Ref<RankingEntity>
  public var decision: String

  public static let spec = Spec(
    "mobilisation.lock-ranking", "قفل اولویت‌بندی", "Lock a ranking", .post, "/mobilisation/rankings/{ranking}/lock",
    permission: .mobilisationLock, weight: .serious,
    fields: [
      "ranking": ("اولویت‌بندی", "the ranking"),
      "decision": ("شماره و تاریخ صورتجلسهٔ کمیتهٔ راهبردی", "number and date of the steering committee's minutes"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> RankingReport {
    var ranking = try work.require(Ranking.self, ranking)
    try work.require(RankingOpen.self, .init(state: ranking.state), in: ranking.province)
    try work.requireFreshEyes(on: ranking)
    let inputs = try RankingInputs(of: ranking, in: work.look)
    let decision = PersianText.stored(decision)
    try work.require(
      RankingComplete.self, .init(needs: inputs.needs.count, missing: inputs.missing, decision: decision),
      in: ranking.province)
    ranking.state = .locked
    ranking.lockedOn = work.day
    ranking.decision = decision
    ranking.needs = inputs.needs.map(\.id)
    ranking.inputDigest = try inputs.digest()
    return try RankingReport(of: try work.update(ranking), in: work.look)
  }
}
