import Contracts
import Feature

/// A neighbourhood's needs put in order by a recorded method. While it is open all needs of the place belong to it;
/// the lock freezes which ones, and leaves the digest of everything the order was computed from.
struct Ranking: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = RankingEntity
  typealias Machine = RankingLifecycle
  static let table = Table("mobilisation_ranking", reach: .county, seenWith: ["neighbourhood"])

  var id = ID<RankingEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var neighbourhood: ID<NeighbourhoodEntity>
  var method: RankingMethod
  var criteria: [RankingCriterion]
  var state: RankingState
  var startedOn: JalaliDay
  /// Scores given, corrections included. Every score touches the ranking, so who scored counts as having edited it.
  var scoresGiven: Int
  var lockedOn: JalaliDay?
  /// Number and date of the steering committee's minutes.
  var decision: String?
  /// Empty until the lock.
  var needs: [ID<NeedEntity>]
  /// SHA-256 of criteria, weights, needs and scores at the lock, hexadecimal.
  var inputDigest: String?
}

/// Something needs are judged by.
struct RankingCriterion: Codable, Sendable, Equatable {
  /// A name of `StandardCriterion`, or the committee's own words.
  var name: String
  /// 1 to 100.
  var weight: Int
}

enum RankingMethod: String, Choice {
  case weightedCriteria

  var texts: Texts { Texts("معیارهای وزن‌دار", "weighted criteria") }
}

enum RankingState: String, Choice {
  case open, locked

  var texts: Texts {
    switch self {
    case .open: Texts("باز", "open")
    case .locked: Texts("قفل‌شده", "locked")
    }
  }
}

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
