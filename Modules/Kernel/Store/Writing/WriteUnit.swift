/// One piece of writing inside the group's transaction.
public protocol WriteUnit: Sendable {
  /// Whether it may be run again from the beginning, in another transaction, before it is told how it ended.
  var isRepeatable: Bool { get }
  /// Does the work, so that it can fail alone; a thrown error fails the whole group.
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
  public init() {}
}

public enum CommitResult: Sendable {
  case committed
  /// The whole group failed, or COMMIT did and nobody knows whether it took effect.
  case failed(StoreFault, outcomeUnknown: Bool)
}

/// What has to happen around every group: the ledger's signature before COMMIT, its publication after.
public protocol TransactionObserver: AnyObject {
  func began(on connection: Connection) throws
  func willCommit(on connection: Connection) throws
  func didCommit()
  func didRollBack()
  /// After the last group of this connection, before it is closed.
  func closing()
}

extension TransactionObserver {
  public func closing() {}
}
