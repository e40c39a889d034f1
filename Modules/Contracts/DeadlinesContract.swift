public import Feature

/// Answered by the deadlines desk: one table of time limits, swept nightly.
public protocol DeadlinesContract: Sendable {
  func open(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule,
    texts: Texts, work: borrowing Transaction
  ) throws -> JalaliDay
  func meet(_ kind: String, for object: String, work: borrowing Transaction) throws
  func due(_ kind: String, for object: String, in snapshot: borrowing Snapshot) throws -> JalaliDay?
  func notify(
    _ role: Role, in province: Province, key: String, object: String, texts: Texts, work: borrowing Transaction) throws
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The last day of the open deadline of a kind, if any.
  public func lastDay(_ kind: String, for object: String) throws -> JalaliDay? {
    try contract((any DeadlinesContract).self).due(kind, for: object, in: snapshot)
  }
}

extension Transaction {
  /// Starts a clock. One open deadline of a kind per object.
  ///
  /// - Parameters:
  ///   - kind: `module.what`, such as `mobilisation.choose-neighbourhood`.
  ///   - object: as in the ledger, `mobilisation.clinic/3`.
  ///   - days: length; counted by the rule from the day after `from`.
  ///   - texts: what has to be done.
  /// - Returns: the last day.
  @discardableResult
  public func openDeadline(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule, texts: Texts
  ) throws -> JalaliDay {
    try contract((any DeadlinesContract).self)
      .open(kind, for: object, in: province, from: from, days: days, rule: rule, texts: texts, work: self)
  }

  /// Ends the clock because the thing was done; nothing happens when none is open.
  public func meetDeadline(_ kind: String, for object: String) throws {
    try contract((any DeadlinesContract).self).meet(kind, for: object, work: self)
  }

  /// Leaves a reminder for a role in a province; the same key never twice.
  public func notify(_ role: Role, in province: Province, key: String, object: String, texts: Texts) throws {
    try contract((any DeadlinesContract).self).notify(role, in: province, key: key, object: object, texts: texts, work: self)
  }
}
