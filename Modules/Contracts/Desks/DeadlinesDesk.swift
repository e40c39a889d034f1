public import Jalali
public import Persian
public import Registry
public import Values

/// Answered by the deadlines desk: one table of time limits, swept nightly.
public protocol DeadlinesDesk: Sendable {
  /// Starts a clock. One open deadline of a kind per object.
  ///
  /// - Parameters:
  ///   - kind: `module.what`, such as `mobilisation.choose-neighbourhood`.
  ///   - object: as in the ledger, `mobilisation.clinic/3`.
  ///   - days: length; counted by the rule from the day after `from`.
  ///   - texts: what has to be done.
  /// - Returns: the last day.
  @discardableResult
  func open(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule,
    texts: Texts, work: borrowing UnitOfWork
  ) throws -> JalaliDay
  /// Ends the clock because the thing was done; nothing happens when none is open.
  func meet(_ kind: String, for object: String, work: borrowing UnitOfWork) throws
  /// The last day of the open deadline, if any.
  func due(_ kind: String, for object: String, in look: borrowing Look) throws -> JalaliDay?
  /// Leaves a reminder for a role in a province; the same key never twice.
  func notify(
    _ role: Role, in province: Province, key: String, object: String, texts: Texts, work: borrowing UnitOfWork) throws
}

extension ReadAccess where Self: ~Copyable {
  public var deadlines: any DeadlinesDesk { get throws { try ask((any DeadlinesDesk).self) } }
}
