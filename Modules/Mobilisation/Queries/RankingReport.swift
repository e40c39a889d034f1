import Registry
public import Values

/// A ranking computed from its inputs: order, ties, and what little would have changed the winner.
public struct RankingReport: Codable, Sendable {
  public var ranking: Ranking
  public var criteria: [Criterion]
  /// Best first.
  public var needs: [Line]
  public var isComplete: Bool
  /// The smallest single change that puts another need first; nothing when none does, or scores are missing.
  public var smallestChange: Change?
  /// The smallest change of each weight and score that could change the winner by itself, smallest first.
  public var changes: [Change]
  /// For a locked ranking: whether the rows still give the digest taken at the lock.
  public var isAsLocked: Bool?

  public struct Criterion: Codable, Sendable {
    public var name: String
    public var fa: String
    public var en: String
    public var weight: Int
  }

  public struct Line: Codable, Sendable {
    public var need: ID<NeedEntity>
    public var title: String
    public var total: Int
    /// 1 is the first; nothing while scores are missing.
    public var rank: Int?
    public var isTied: Bool
    public var scores: [Score]
  }

  public struct Score: Codable, Sendable {
    public var criterion: String
    public var score: Int
  }

  public struct Change: Codable, Sendable {
    public var criterion: String
    /// The need whose score changes; nothing when it is the criterion's weight.
    public var need: ID<NeedEntity>?
    public var from: Int
    public var to: Int
    /// The need that would then be first.
    public var winner: ID<NeedEntity>
  }
}

extension RankingReport {
  init(of ranking: Ranking, in look: borrowing Look) throws {
    let inputs = try RankingInputs(of: ranking, in: look)
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
    changes = (isComplete ? computed.winnerChanges() : []).map { change in
      var moved: ID<NeedEntity>?
      if case .score(let need) = change.kind { moved = inputs.needs[need].id }
      return Change(
        criterion: inputs.criteria[change.criterion].name, need: moved, from: change.from, to: change.to,
        winner: inputs.needs[change.winner].id)
    }
    smallestChange = changes.first
    isAsLocked = try ranking.inputDigest.map { try inputs.digest() == $0 }
  }
}
