/// What the engine tells the accounts desk about work, when somebody leaves. Counts only: whoever administers accounts may read
/// few of the things.
public protocol WaitingWork: Sendable {
  /// What waits for somebody with these posts, counted by kind of thing and step, the most urgent first.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func waiting(for principal: Principal, in snapshot: borrowing Snapshot) throws -> [WaitingCount]
}

/// How many things of a kind wait for the same step.
public struct WaitingCount: Sendable {
  /// The kind of thing, as the ledger calls it.
  public let kind: String
  /// The id of the action that they wait for.
  public let action: String
  /// How many there are.
  public let count: Int

  package init(kind: String, action: String, count: Int) {
    self.kind = kind
    self.action = action
    self.count = count
  }
}
