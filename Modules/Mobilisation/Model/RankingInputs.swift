import Contracts
import Feature

/// Everything a ranking is computed from, read anew each time.
struct RankingInputs {
  let criteria: [RankingCriterion]
  let needs: [Need]
  private let scores: [ID<NeedEntity>: [String: Int]]

  /// An open ranking takes all needs of its neighbourhood, a locked one those it was locked with.
  init(of ranking: Ranking, in snapshot: borrowing Snapshot) throws {
    criteria = ranking.criteria
    let all = try snapshot.all(Need.self, "neighbourhood = ? ORDER BY id", ranking.neighbourhood)
    needs = ranking.state == .open ? all : all.filter { ranking.needs.contains($0.id) }
    scores = try snapshot.all(NeedScore.self, "ranking = ?", ranking.id)
      .reduce(into: [:]) { $0[$1.need, default: [:]][$1.criterion] = $1.score }
  }

  func score(_ need: Need, _ criterion: RankingCriterion) -> Int? { scores[need.id]?[criterion.name] }

  var missing: [RankingComplete.MissingScore] {
    needs.flatMap { need in
      criteria.filter { score(need, $0) == nil }.map { .init(need: need.title, criterion: $0.name) }
    }
  }

  /// Scores that are not given yet count as nothing.
  var computed: WeightedRanking {
    WeightedRanking(
      weights: criteria.map(\.weight), scores: needs.map { need in criteria.map { score(need, $0) ?? 0 } })
  }

  /// SHA-256 over the canonical text of all inputs, hexadecimal; anybody can compute it again from the rows.
  func digest(in snapshot: borrowing Snapshot) throws -> String {
    let lines = needs.map { need in
      let given = criteria.compactMap { criterion in score(need, criterion).map { Value.int(Int64($0)) } }
      return Value.record(["need": need.id.value, "scores": .list(given)])
    }
    let weights = criteria.map { Value.record(["name": .text($0.name), "weight": .int(Int64($0.weight))]) }
    let text = Value.record(["criteria": .list(weights), "needs": .list(lines)])
    return snapshot.digest(of: try CanonicalJSON.write(text))
  }
}
