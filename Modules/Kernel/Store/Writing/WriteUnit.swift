/// One piece of writing inside the group's transaction.
public protocol WriteUnit: Sendable {
  /// Whether it may be run again from the beginning, in another transaction, before it is told how it ended.
  var isRepeatable: Bool { get }
  /// Does the work, so that it can fail alone; a thrown error fails the whole group.
  ///
  /// - Throws: `RestartTransaction` when it wrote and must take that back in a group without savepoints; anything else
  ///   fails the group.
  func run(on connection: Connection, rollback: RollbackScope) throws
  /// Called once, after COMMIT returned or failed.
  func finished(_ outcome: CommitResult)
}

/// How a unit takes back what it wrote.
///
/// A savepoint copies every page that is changed within it, which costs as much as writing the rows; and hardly a unit
/// takes anything back after its first write. So a group tries without.
public enum RollbackScope: Sendable {
  /// It opens a savepoint and goes back to it.
  case savepoint
  /// It throws `RestartTransaction` when it has written something; the group then begins again, each unit alone.
  case group
}

/// Thrown by a unit that cannot take back its writing without the whole group.
public struct RestartTransaction: Error {
  /// Asks for the group to begin again.
  public init() {}
}

/// How a group ended.
public enum CommitResult: Sendable {
  /// On disk: synced with the write-ahead log.
  case committed
  /// The whole group failed, or COMMIT did and nobody knows whether it took effect.
  case failed(StoreFault, outcomeUnknown: Bool)
}

/// What has to happen around every group: the ledger's signature before COMMIT, its publication after.
public protocol TransactionObserver: AnyObject {
  /// After BEGIN, before the first unit; again when a group begins anew.
  ///
  /// - Throws: whatever should fail the group.
  func began(on connection: Connection) throws
  /// After the last unit, before COMMIT: the last chance to write.
  ///
  /// - Throws: whatever should fail the group.
  func willCommit(on connection: Connection) throws
  /// COMMIT returned without a fault.
  func didCommit()
  /// What was written since `began` is gone.
  func didRollBack()
  /// After the last group of this connection, before it is closed.
  func closing()
}

extension TransactionObserver {
  /// Nothing to do.
  public func closing() {}
}
