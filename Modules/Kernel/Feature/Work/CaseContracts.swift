/// Answered by the desk that keeps time limits: the last days of what is waited for.
public protocol RunningDeadlines: Sendable {
  /// The earliest last day of the limits that run on each object, `module.thing/row`, in the snapshot's scope.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func lastDays(in snapshot: borrowing Snapshot) throws -> [String: JalaliDay]
}
