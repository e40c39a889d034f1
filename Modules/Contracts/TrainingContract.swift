public import Feature

/// Answered by Training.
public protocol TrainingContract: Sendable {
  /// Those of the given people who hold a certificate on that day, in the order given.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func certified(among people: [ID<PersonEntity>], on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>]
  /// Distinct people who were taught on one of the days at least, and those who completed a course on one of them; no county.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func covered(
    in province: Province, during days: ClosedRange<JalaliDay>, in snapshot: borrowing Snapshot
  ) throws -> [CoverageSource: [CoveredPerson]]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// Those of the given people who hold a certificate that counts and is not revoked on that day.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func certified(among people: [ID<PersonEntity>], on day: JalaliDay) throws -> [ID<PersonEntity>] {
    try contract((any TrainingContract).self).certified(among: people, on: day, in: snapshot)
  }

  /// Distinct people who were present in a half day of a course on one of the days, and those who completed one then; a course
  /// has no county.
  ///
  /// - Parameter days: both ends count.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func peopleCoveredByTraining(
    in province: Province, during days: ClosedRange<JalaliDay>
  ) throws -> [CoverageSource: [CoveredPerson]] {
    try contract((any TrainingContract).self).covered(in: province, during: days, in: snapshot)
  }
}
