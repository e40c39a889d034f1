public import Feature

/// A ranking of a neighbourhood's needs that the committee locked.
public struct RankingFacts: Sendable {
  /// A need with its place.
  public struct Need: Sendable, Codable, Equatable {
    /// What is needed, in the neighbourhood's own words.
    public let title: String
    /// 1 is the first.
    public let rank: Int

    /// A need with its place.
    public init(title: String, rank: Int) {
      self.title = title
      self.rank = rank
    }
  }

  /// Its row.
  public let id: ID<RankingEntity>
  /// `NR-27-1405-0001`.
  public let code: String
  /// Where it was made.
  public let province: Province
  /// Whose needs they are.
  public let neighbourhood: ID<NeighbourhoodEntity>
  /// The day from which nothing in it changes.
  public let lockedOn: JalaliDay
  /// In the order of their rank.
  public let needs: [Need]

  /// Made by Mobilisation.
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
  /// A ranking whose committee has locked it.
  ///
  /// - Throws: `Refusal.notFound` for an unknown ranking, a conflict for one that is not locked.
  func lockedRanking(_ reference: Ref<RankingEntity>, in snapshot: borrowing Snapshot) throws -> RankingFacts
  /// The day of the last gathering recorded there; nil when there was none.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func lastGathering(in neighbourhood: ID<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> JalaliDay?
  /// Places that were the target of a scheme on one of the days at least, each once.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: `Refusal.notFound` for an unknown ranking, a conflict for one that is not locked.
  public func lockedRanking(_ reference: Ref<RankingEntity>) throws -> RankingFacts {
    try contract((any MobilisationContract).self).lockedRanking(reference, in: snapshot)
  }

  /// When the volunteers' gathering with minutes was last held in that neighbourhood; S0's first output.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func lastGathering(in neighbourhood: ID<NeighbourhoodEntity>) throws -> JalaliDay? {
    try contract((any MobilisationContract).self).lastGathering(in: neighbourhood, in: snapshot)
  }

  /// Places that were the target neighbourhood of a scheme on one of the days at least.
  ///
  /// - Parameter days: both ends count.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func placesOfSchemes(in province: Province, during days: ClosedRange<JalaliDay>) throws -> [ID<NeighbourhoodEntity>] {
    try contract((any MobilisationContract).self).activePlaces(in: province, during: days, in: snapshot)
  }
}
