import Contracts
import Feature

struct MobilisationContractProvider: MobilisationContract {
  func lockedRanking(_ reference: Ref<RankingEntity>, in snapshot: borrowing Snapshot) throws -> RankingFacts {
    let row = try snapshot.require(Ranking.self, reference)
    guard row.state == .locked, let lockedOn = row.lockedOn else {
      throw Refusal.conflict(
        "mobilisation.ranking-open",
        Texts("این اولویت‌بندی هنوز قفل نشده است.", "This ranking is not locked yet."))
    }
    let inputs = try RankingInputs(of: row, in: snapshot)
    let computed = inputs.computed
    return RankingFacts(
      id: row.id, code: row.code, province: row.province, neighbourhood: row.neighbourhood, lockedOn: lockedOn,
      needs: computed.order.map { .init(title: inputs.needs[$0].title, rank: computed.rank(of: $0)) })
  }

  func lastGathering(in neighbourhood: ID<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> JalaliDay? {
    try snapshot.first(Gathering.self, "neighbourhood = ? ORDER BY day DESC", neighbourhood)?.day
  }
}
