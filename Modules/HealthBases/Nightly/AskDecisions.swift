import Contracts
import Feature

/// Makes each year that can be decided from this night on a task of the deputy. After the nights that settle, so that what
/// was held without one gets it on the same day.
struct AskDecisions: NightlyTask {
  static let id = "healthbases.ask-decisions"
  static let texts = Texts("درخواست تصمیم دربارهٔ سال‌ها", "asking for decisions on years")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    let asked = Set(try snapshot.rows("SELECT agreement FROM healthbases_year WHERE state = 'open'").compactMap { $0.first?.integer })
    let rows = try snapshot.yearsToDecide().map(\.id.raw).filter { $0 > after && !asked.contains($0) }
    return Array(rows.sorted().prefix(limit))
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    // Nobody can decide where the module is off.
    guard let agreement = try work.find(Agreement.self, ID(row)), try work.snapshot.canBeDecided(agreement),
      try work.isOn("healthbases", in: agreement.province),
      try work.first(UndecidedYear.self, "agreement = ?", agreement.id) == nil
    else { return }
    try work.askDecision(on: agreement)
  }
}
