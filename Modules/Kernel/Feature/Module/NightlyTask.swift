/// Work that falls due with the date: each row that is due is settled in a transaction of its own, so a kill loses nothing
/// and a second run finds nothing left to do.
public protocol NightlyTask: Sendable {
  /// `module.what`.
  static var id: String { get }
  /// What it does, in both languages.
  static var texts: Texts { get }
  /// Rows due on that day with an id above `after`, ascending, at most `limit`. Settled rows are no longer due.
  ///
  /// - Throws: whatever reading throws.
  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64]
  /// Settles one row; looks again whether it is still due.
  ///
  /// - Throws: `Refusal` when a rule says no; the row is then passed over and the refusal recorded.
  static func settle(_ row: Int64, in work: borrowing Transaction) throws
}
