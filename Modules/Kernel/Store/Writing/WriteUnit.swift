/// One piece of writing inside the group's transaction.
public protocol WriteUnit: Sendable {
  /// Does the work, in a savepoint of its own where it may fail alone; a thrown error fails the whole group.
  func run(on connection: Connection) throws
  /// Called once, after COMMIT returned or failed.
  func finished(_ outcome: WriteOutcome)
}

public enum WriteOutcome: Sendable {
  case committed
  /// The whole group failed, or COMMIT did and nobody knows whether it took effect.
  case failed(StoreFault, outcomeUnknown: Bool)
}

/// What has to happen around every group: the ledger's signature before COMMIT, its publication after.
public protocol WriterCompany: AnyObject {
  func began(on connection: Connection) throws
  func willCommit(on connection: Connection) throws
  func didCommit()
  func didRollBack()
  /// After the last group of this connection, before it is closed.
  func closing()
}

extension WriterCompany {
  public func closing() {}
}
