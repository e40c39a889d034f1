public import Feature

/// Answered by Training.
public protocol TrainingContract: Sendable {
  /// Those of the given people who hold a certificate on that day, in the order given.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func certified(among people: [ID<PersonEntity>], on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>]
  /// Distinct people who completed a course until the day.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func covered(in province: Province, until day: JalaliDay, in snapshot: borrowing Snapshot) throws -> [ID<PersonEntity>]
}

extension SnapshotProtocol where Self: ~Copyable {
  /// Those of the given people who hold a certificate that counts and is not revoked on that day.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func certified(among people: [ID<PersonEntity>], on day: JalaliDay) throws -> [ID<PersonEntity>] {
    try contract((any TrainingContract).self).certified(among: people, on: day, in: snapshot)
  }

  /// Distinct people who completed a course until the day.
  ///
  /// - Parameter until: the last day that counts.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func peopleCoveredByTraining(in province: Province, until day: JalaliDay) throws -> [ID<PersonEntity>] {
    try contract((any TrainingContract).self).covered(in: province, until: day, in: snapshot)
  }
}
