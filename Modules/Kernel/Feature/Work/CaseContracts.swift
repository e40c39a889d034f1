/// Answered by the desk that keeps the staff: who stands behind the numbers of the ledger's actors.
public protocol StaffNames: Sendable {
  /// Full names by staff row, of those whom the snapshot's scope shows.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func staffNames(of rows: [Int64], in snapshot: borrowing Snapshot) throws -> [Int64: String]
}

/// Answered by the desk that keeps time limits: the last days of what is waited for.
public protocol RunningDeadlines: Sendable {
  /// The earliest last day of the limits that run on each object, `module.thing/row`, in the snapshot's scope.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func lastDays(in snapshot: borrowing Snapshot) throws -> [String: JalaliDay]
}
