import Contracts
import Feature

/// What was held is looked at again: the night after its year was decided, after the decision window, and after the term
/// that would have followed. It renews or lapses then; the outcome is the same one row.
struct SettleHeld: NightlyTask {
  static let id = "healthbases.settle-held"
  static let texts = Texts("تعیین تکلیف توافق‌نامه‌های متوقف", "settling of held agreements")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    // Outcomes of before holds were kept have none, and get one the first time.
    try snapshot.rows(
      """
      SELECT o.id FROM healthbases_outcome o LEFT JOIN healthbases_hold h ON h.outcome = o.id
      WHERE o.kind = 'held' AND (h.id IS NULL OR h.open_until < ?) AND o.id > ? ORDER BY o.id LIMIT ?
      """, day, after, limit
    ).compactMap { $0.first?.integer }
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    guard let outcome = try work.find(AgreementOutcome.self, ID(row)), outcome.kind == .held else { return }
    if let hold = try work.hold(of: outcome), hold.openUntil >= work.day { return }
    try YearEnd.review(outcome, in: work)
  }
}
