import Contracts
import Feature

/// On the first day after a licence ended it is expired, and the agreements of the institute's bases are suspended.
struct ExpireLicences: NightlyTask {
  static let id = "institutes.expire"
  static let texts = Texts("انقضای پروانه‌ها", "expiry of licences")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    try snapshot.rows(
      """
      SELECT id FROM institutes_institute
      WHERE state IN ('licensed','suspended') AND licence_valid_until < ? AND id > ? ORDER BY id LIMIT ?
      """, day, after, limit
    ).compactMap { $0.first?.integer }
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    guard var institute = try work.find(Institute.self, ID(row)), let end = institute.licenceValidUntil,
      end < work.day, institute.state == .licensed || institute.state == .suspended,
      try work.isOn("institutes", in: institute.province)
    else { return }
    try work.move(&institute, by: .expire)
    institute.remindOn = nil
    let changed = try work.update(institute)
    try work.licenceEnded(of: changed.id, now: .expired)
  }
}
