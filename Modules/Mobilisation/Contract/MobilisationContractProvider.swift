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

  /// From the day of the choice to the last day of the scheme, both included.
  func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>] {
    try snapshot.rows(
      """
      SELECT DISTINCT c.target FROM mobilisation_clinic c LEFT JOIN mobilisation_scheme_end e ON e.clinic = c.id
      WHERE c.province = ? AND c.chosen_on <= ? AND (e.ended_on IS NULL OR e.ended_on >= ?) ORDER BY 1
      """, province, days.upperBound, days.lowerBound
    ).compactMap { $0.first?.integer.map { ID($0) } }
  }
}
