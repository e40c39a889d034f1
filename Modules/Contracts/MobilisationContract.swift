public import Feature

/// A ranking of a neighbourhood's needs that the committee locked.
public struct RankingFacts: Sendable {
  /// A need with its place.
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
public protocol MobilisationContract: Sendable {
  func lockedRanking(_ reference: Ref<RankingEntity>, in snapshot: borrowing Snapshot) throws -> RankingFacts
  func lastGathering(in neighbourhood: ID<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> JalaliDay?
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: `Refusal.notFound` for an unknown ranking, a conflict for one that is not locked.
  public func lockedRanking(_ reference: Ref<RankingEntity>) throws -> RankingFacts {
    try contract((any MobilisationContract).self).lockedRanking(reference, in: snapshot)
  }

  /// When the volunteers' gathering with minutes was last held in that neighbourhood; S0's first output.
  public func lastGathering(in neighbourhood: ID<NeighbourhoodEntity>) throws -> JalaliDay? {
    try contract((any MobilisationContract).self).lastGathering(in: neighbourhood, in: snapshot)
  }
}
