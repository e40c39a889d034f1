public import Feature

/// Answered by the deadlines desk: one table of time limits, swept nightly.
public protocol DeadlinesContract: Sendable {
  /// Starts a clock; see `Transaction.openDeadline`.
  ///
  /// - Throws: `Refusal` when one of the kind is open already; `StoreFault` when the store cannot be read.
  func open(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule,
    texts: Texts, roles: [Role], work: borrowing Transaction
  ) throws -> JalaliDay
  /// Gives a clock more days; see `Transaction.extendDeadline`.
  ///
  /// - Throws: `StoreFault` when the store cannot be read or written.
  func extend(_ kind: String, for object: String, days: Int, work: borrowing Transaction) throws -> JalaliDay?
  /// Ends a clock because the thing was done; see `Transaction.meetDeadline`.
  ///
  /// - Throws: `Refusal` when the row changed meanwhile, `StoreFault` when the store cannot be read.
  func meet(_ kind: String, for object: String, work: borrowing Transaction) throws
  /// The last day of the open clock of a kind; while it stands still that day moves on with the business date.
  ///
  /// - Parameter evenMissed: where none is open, that of the last one that was missed.
  /// - Throws: `StoreFault` when the store cannot be read.
  func due(_ kind: String, for object: String, evenMissed: Bool, in snapshot: borrowing Snapshot) throws -> JalaliDay?
  /// Leaves a reminder; see `Transaction.notify`.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func notify(
    _ role: Role, in province: Province, key: String, object: String, texts: Texts, work: borrowing Transaction) throws
}

extension SnapshotProtocol where Self: ~Copyable {
  /// The last day of the open deadline of a kind, if any; `evenMissed` also that of the last one that was missed.
  ///
  /// - Parameters:
  ///   - kind: `module.what`.
  ///   - object: as in the ledger, `mobilisation.clinic/3`.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func lastDay(_ kind: String, for object: String, evenMissed: Bool = false) throws -> JalaliDay? {
    try contract((any DeadlinesContract).self).due(kind, for: object, evenMissed: evenMissed, in: snapshot)
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
  ///   - roles: who can do it and is therefore reminded; empty for those whom the desk's rule names.
  /// - Returns: the last day.
  /// - Throws: `Refusal` when one of the kind is open already; `StoreFault` when the store cannot be read.
  @discardableResult
  public func openDeadline(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule, texts: Texts,
    roles: [Role] = []
  ) throws -> JalaliDay {
    try contract((any DeadlinesContract).self)
      .open(kind, for: object, in: province, from: from, days: days, rule: rule, texts: texts, roles: roles, work: self)
  }

  /// Gives the newest clock of a kind that is not met more days, counted on from its last day by its own rule. One that stands
  /// still goes on standing; one that was missed stays missed, and another runs on from its last day.
  ///
  /// - Returns: the last day now; nil where there is no such clock.
  /// - Throws: `StoreFault` when the store cannot be read or written.
  public func extendDeadline(_ kind: String, for object: String, days: Int) throws -> JalaliDay? {
    try contract((any DeadlinesContract).self).extend(kind, for: object, days: days, work: self)
  }

  /// Ends the clock because the thing was done; nothing happens when none is open.
  ///
  /// - Throws: `Refusal` when the row changed meanwhile, `StoreFault` when the store cannot be read.
  public func meetDeadline(_ kind: String, for object: String) throws {
    try contract((any DeadlinesContract).self).meet(kind, for: object, work: self)
  }

  /// Leaves a reminder for a role in a province; the same key never twice.
  ///
  /// - Parameters:
  ///   - role: who is reminded.
  ///   - province: where.
  ///   - key: what the reminder is about, once and for all.
  ///   - object: as in the ledger.
  ///   - texts: what to do.
  /// - Throws: `StoreFault` when the store cannot be read.
  public func notify(_ role: Role, in province: Province, key: String, object: String, texts: Texts) throws {
    try contract((any DeadlinesContract).self).notify(role, in: province, key: key, object: object, texts: texts, work: self)
  }
}
