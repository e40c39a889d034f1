public import Jalali
public import Persian
public import Registry
public import Values

/// A ranking of a neighbourhood's needs that the committee locked.
public struct RankingFacts: Sendable {
  public struct Need: Sendable, Codable, Equatable {
    public let title: String
    /// 1 is the first.
    public let rank: Int

    public init(title: String, rank: Int) {
      self.title = title
      self.rank = rank
    }
  }

  public let id: ID<RankingEntity>
  public let code: String
  public let province: Province
  public let neighbourhood: ID<NeighbourhoodEntity>
  public let lockedOn: JalaliDay
  public let needs: [Need]

  public init(
    id: ID<RankingEntity>, code: String, province: Province, neighbourhood: ID<NeighbourhoodEntity>,
    lockedOn: JalaliDay, needs: [Need]
  ) {
    self.id = id
    self.code = code
    self.province = province
    self.neighbourhood = neighbourhood
    self.lockedOn = lockedOn
    self.needs = needs
  }
}

/// Answered by Mobilisation.
public protocol NeedsBook: Sendable {
  /// - Throws: `Refusal.notFound` for an unknown ranking, a conflict for one that is not locked.
  func lockedRanking(_ reference: Ref<RankingEntity>, in look: borrowing Look) throws -> RankingFacts
  /// Whether the volunteers' gathering with minutes was held in that neighbourhood, and when last; S0's first output.
  func lastGathering(in neighbourhood: ID<NeighbourhoodEntity>, in look: borrowing Look) throws -> JalaliDay?
}

extension ReadAccess where Self: ~Copyable {
  public var needs: any NeedsBook { get throws { try ask((any NeedsBook).self) } }
}
