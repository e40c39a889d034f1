public import Feature

/// What others may know of a colleague whom they entrust with something.
public struct StaffFacts: Sendable {
  /// The row of the account.
  public let id: ID<StaffEntity>
  /// Whether they hold the post that was asked about, there and on that day.
  public let holdsPost: Bool

  /// Made by the accounts desk.
  public init(id: ID<StaffEntity>, holdsPost: Bool) {
    self.id = id
    self.holdsPost = holdsPost
  }
}

/// Answered by the accounts desk.
public protocol AccountsContract: Sendable {
  /// A colleague, and whether they hold a post in a place on a day: in its county, or in its whole province.
  ///
  /// - Throws: `Refusal.notFound`, also for somebody of another province.
  func colleague(
    _ reference: Ref<StaffEntity>, holding role: Role, in province: Province, county: ID<CountyEntity>?, on day: JalaliDay,
    _ snapshot: borrowing Snapshot
  ) throws -> StaffFacts
}

extension SnapshotProtocol where Self: ~Copyable {
  /// A colleague, and whether they hold a post in a place on a day.
  ///
  /// - Throws: `Refusal.notFound`, also for somebody of another province.
  public func colleague(
    _ reference: Ref<StaffEntity>, holding role: Role, in province: Province, county: ID<CountyEntity>?, on day: JalaliDay
  ) throws -> StaffFacts {
    try contract((any AccountsContract).self).colleague(reference, holding: role, in: province, county: county, on: day, snapshot)
  }
}
