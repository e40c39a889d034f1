public import Jalali
public import Values

/// Work that falls due with the date: each row that is due is settled in a unit of its own, so a kill loses nothing
/// and a second run finds nothing left to do.
public protocol NightlyTask: Sendable {
  /// `module.what`.
  static var id: String { get }
  static var texts: Texts { get }
  /// Rows due on that day with an id above `after`, ascending, at most `limit`. Settled rows are no longer due.
  static func due(on day: JalaliDay, after: Int64, limit: Int, in look: borrowing Look) throws -> [Int64]
  /// Settles one row; looks again whether it is still due.
  static func settle(_ row: Int64, in work: borrowing UnitOfWork) throws
}
