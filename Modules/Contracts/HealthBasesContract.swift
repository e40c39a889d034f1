public import Feature

/// Answered by HealthBases.
public protocol HealthBasesContract: Sendable {
  /// People who took part in a base's activities on one of the days at least, each once in a county.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [CoveredPerson]]
  /// Places whose base had an agreement on one of the days at least on which neither it nor its licence was suspended, each once.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func activePlaces(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>]
  /// Suspends the agreements in force of an institute's bases.
  ///
  /// - Parameter state: where the institute stands now.
  /// - Throws: `Refusal` of kind `conflict` when an agreement changed meanwhile.
  func licenceEnded(of institute: ID<InstituteEntity>, now state: InstituteState, work: borrowing Transaction) throws
  /// Lets the suspended agreements of an institute's bases go on.
  ///
  /// - Throws: `Refusal` of kind `conflict` when an agreement changed meanwhile.
  func licenceRestored(of institute: ID<InstituteEntity>, work: borrowing Transaction) throws
}

extension SnapshotProtocol where Self: ~Copyable {
  /// People who took part in a base's activities on one of the days at least, each once in a county.
  ///
  /// - Parameter days: both ends count.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func peopleCoveredByHealthBases(
    in province: Province, during days: ClosedRange<JalaliDay>
  ) throws -> [CoverageSource: [CoveredPerson]] {
    try contract((any HealthBasesContract).self).covered(in: province, during: days, in: snapshot)
  }

  /// Places whose base had an agreement on one of the days at least, and was not suspended on it.
  ///
  /// - Parameter days: both ends count.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func placesOfHealthBases(in province: Province, during days: ClosedRange<JalaliDay>) throws -> [ID<NeighbourhoodEntity>] {
    try contract((any HealthBasesContract).self).activePlaces(in: province, during: days, in: snapshot)
  }
}

extension Transaction {
  /// The institute's licence was suspended, revoked or expired: its bases' agreements are suspended in the same transaction.
  /// Nothing happens where no bases are installed.
  ///
  /// - Parameter state: where the institute stands now.
  /// - Throws: `Refusal` of kind `conflict` when an agreement changed meanwhile.
  public func licenceEnded(of institute: ID<InstituteEntity>, now state: InstituteState) throws {
    guard let bases = try? contract((any HealthBasesContract).self) else { return }
    try bases.licenceEnded(of: institute, now: state, work: self)
  }

  /// The licence is in force again (reinstated or renewed): agreements that its end had suspended go on.
  ///
  /// - Throws: `Refusal` of kind `conflict` when an agreement changed meanwhile.
  public func licenceRestored(of institute: ID<InstituteEntity>) throws {
    guard let bases = try? contract((any HealthBasesContract).self) else { return }
    try bases.licenceRestored(of: institute, work: self)
  }
}
