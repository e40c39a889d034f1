import Contracts
import Feature

struct ListRankings: ListQuery {
  var province: Province?
  var neighbourhood: Ref<NeighbourhoodEntity>?
  var state: RankingState?

  struct Item: Codable, Sendable {
    var id: ID<RankingEntity>
    var code: String
    var province: Province
    var neighbourhood: ID<NeighbourhoodEntity>
    var method: RankingMethod
    var state: RankingState
    var startedOn: JalaliDay
    var lockedOn: JalaliDay?
  }

  static let spec = Spec(
    "mobilisation.rankings", "اولویت‌بندی‌ها", "Rankings", "/mobilisation/rankings", permission: .mobilisationRead,
    fields: [
      "province": ("استان", "province"), "neighbourhood": ("شمارهٔ محله", "the neighbourhood's number"),
      "state": ("حالت", "state"),
    ], verb: "list")

  func selection() -> Selection {
    Selection(from: "mobilisation_ranking t")
      .filter("t.province = ?", province)
      .refer(neighbourhood, "t.neighbourhood = ?")
      .filter("t.state = ?", state)
      .newestFirst()
  }
}

struct ShowRanking: Query {
  var ranking: Ref<RankingEntity>

  static let spec = Spec(
    "mobilisation.ranking", "یک اولویت‌بندی با محاسبه", "One ranking, computed", "/mobilisation/rankings/{ranking}",
    permission: .mobilisationRead, fields: ["ranking": ("اولویت‌بندی", "the ranking")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> RankingReport {
    try RankingReport(of: try snapshot.require(Ranking.self, ranking), in: snapshot)
  }
}

/// A ranking computed from its inputs: order, ties, and what little would have changed the winner.
struct RankingReport: Codable, Sendable {
  var ranking: Ranking
  var criteria: [Criterion]
  /// Best first.
  var needs: [Line]
  var isComplete: Bool
  /// The smallest single change that puts another need first; nothing when none does, or scores are missing.
  var smallestChange: Change?
  /// The smallest change of each weight and score that could change the winner by itself, smallest first.
  var changes: [Change]
  /// For each weight and score that can only bring another level with the first, never above it, the smallest change that does.
  var levelChanges: [Change] = []
  /// Whether some weight by itself can put another need first; nothing while scores are missing.
  var canWeightChangeFirst: Bool?
  /// Whether some score by itself can.
  var canScoreChangeFirst: Bool?
  /// For a locked ranking: whether the rows still give the digest taken at the lock.
  var isAsLocked: Bool?
  var sentences: [Texts] = []

  struct Criterion: Codable, Sendable {
    var name: String
    var fa: String
    var en: String
    var weight: Int
  }

  struct Line: Codable, Sendable {
    var need: ID<NeedEntity>
    var title: String
    var total: Int
    /// 1 is the first; nothing while scores are missing.
    var rank: Int?
    var isTied: Bool
    var scores: [Score]
  }

  struct Score: Codable, Sendable {
    var criterion: String
    var score: Int
  }

  struct Change: Codable, Sendable {
    var criterion: String
    /// The need whose score changes; nothing when it is the criterion's weight.
    var need: ID<NeedEntity>?
    var from: Int
    var to: Int
    /// The need that would then be first; where several have the same total, the one recorded first.
    var winner: ID<NeedEntity>
    /// The others that would then have the same total.
    var alsoFirst: [ID<NeedEntity>] = []
  }
}

extension RankingReport {
  init(of ranking: Ranking, in snapshot: borrowing Snapshot) throws {
    let inputs = try RankingInputs(of: ranking, in: snapshot)
    let computed = inputs.computed
    let isComplete = inputs.missing.isEmpty && !inputs.needs.isEmpty
    self.ranking = ranking
    self.isComplete = isComplete
    criteria = inputs.criteria.map {
      let texts = StandardCriterion.texts(of: $0.name)
      return Criterion(name: $0.name, fa: texts.fa, en: texts.en, weight: $0.weight)
    }
    needs = computed.order.map { position in
      let need = inputs.needs[position]
      return Line(
        need: need.id, title: need.title, total: computed.totals[position],
        rank: isComplete ? computed.rank(of: position) : nil, isTied: isComplete && computed.isTied(position),
        scores: inputs.criteria.compactMap { criterion in
          inputs.score(need, criterion).map { Score(criterion: criterion.name, score: $0) }
        })
    }
    changes = (isComplete ? computed.winnerChanges() : []).map { Change(of: $0, in: inputs) }
    levelChanges = (isComplete ? computed.levelChanges() : []).map { Change(of: $0, in: inputs) }
    if isComplete {
      canWeightChangeFirst = changes.contains { $0.need == nil }
      canScoreChangeFirst = changes.contains { $0.need != nil }
    }
    smallestChange = changes.first
    isAsLocked = try ranking.inputDigest.map { try inputs.digest(in: snapshot) == $0 }
    sentences = spoken
  }
}

extension RankingReport.Change {
  init(of change: WinnerChange, in inputs: RankingInputs) {
    criterion = inputs.criteria[change.criterion].name
    if case .score(let position) = change.kind { need = inputs.needs[position].id }
    (from, to) = (change.from, change.to)
    let first = change.firstThen.map { inputs.needs[$0].id }
    winner = first[0]
    alsoFirst = Array(first.dropFirst())
  }
}
