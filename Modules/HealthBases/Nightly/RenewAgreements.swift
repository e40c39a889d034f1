import Contracts
import Feature

/// The yearly renewal: on the first day after its end every agreement gets exactly one outcome.
///
/// Each agreement is settled in a transaction of its own, and the database takes one outcome per agreement and year: a
/// night that was killed goes on, and one that runs again finds nothing left to do.
struct RenewAgreements: NightlyTask {
  static let id = "healthbases.renew"
  static let texts = Texts("تجدید سالانهٔ توافق‌نامه‌ها", "yearly renewal of agreements")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    // The plus signs keep SQLite on the index of unsettled agreements instead of walking all that ever were.
    try snapshot.rows(
      """
      SELECT id FROM healthbases_agreement
      WHERE state <> 'ended' AND ends < ? AND +id > ? ORDER BY +id LIMIT ?
      """, day, after, limit
    ).compactMap { $0.first?.integer }
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    guard let agreement = try work.find(Agreement.self, ID(row)), agreement.state != .ended, agreement.ends < work.day
    else { return }
    try YearEnd.settle(agreement, in: work)
  }
}
