import Contracts
import Feature

/// Enters the steering committee's decision: the ranking stands as it is, for good. Whoever scored may not lock.
struct LockRanking: ApprovingAction {
  var ranking: Ref<RankingEntity>
  var decision: String

  static let spec = Spec(
    "mobilisation.lock-ranking", "قفل اولویت‌بندی", "Lock a ranking", .post, "/mobilisation/rankings/{ranking}/lock",
    permission: .mobilisationLock, weight: .serious,
    fields: [
      "ranking": ("اولویت‌بندی", "the ranking"),
      "decision": ("شماره و تاریخ صورتجلسهٔ کمیتهٔ راهبردی", "number and date of the steering committee's minutes"),
    ])

  func perform(in work: borrowing Transaction) throws -> RankingReport {
    var ranking = try work.require(Ranking.self, ranking)
    try work.requireMove(ranking, by: .lock)
    try work.requireSeparationOfDuties(on: ranking)
    let inputs = try RankingInputs(of: ranking, in: work.snapshot)
    let decision = PersianText.stored(decision)
    try work.require(
      RankingComplete.self, .init(needs: inputs.needs.count, missing: inputs.missing, decision: decision),
      in: ranking.province)
    try ranking.follow(.lock)
    ranking.lockedOn = work.day
    ranking.decision = decision
    ranking.needs = inputs.needs.map(\.id)
    ranking.inputDigest = try inputs.digest(in: work.snapshot)
    return try RankingReport(of: try work.update(ranking), in: work.snapshot)
  }
}
