public import Contracts
public import Feature

/// Nobody has gathered, and nothing is ranked.
public final class MobilisationStandIn: StandIn, MobilisationContract {
  /// Locked rankings, by row.
  public let rankings = Answers<Int64, RankingFacts?> { _ in nil }
  /// The last gathering, by the row of the neighbourhood.
  public let gatherings = Answers<Int64, JalaliDay?> { _ in nil }

  public init() {}

  public var declaration: Module {
    Module("mobilisation", "بسیج آزمون", "mobilisation of the test", provisions: [.provides((any MobilisationContract).self, self)])
  }

  public func lockedRanking(_ reference: Ref<RankingEntity>, in snapshot: borrowing Snapshot) throws -> RankingFacts {
    try snapshot.inScope(reference.number.flatMap { try rankings($0) }, { $0.province }, RankingEntity.texts)
  }

  public func lastGathering(in neighbourhood: ID<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> JalaliDay? {
    try gatherings(neighbourhood.raw)
  }
}
