public import Jalali
public import Registry
public import Values

/// On the first day after a licence ended it is expired, and the agreements of the institute's bases are suspended.
public struct ExpireLicences: NightlyTask {
  public static let id = "institutes.expire"
  public static let texts = Texts("انقضای پروانه‌ها", "expiry of licences")

  public static func due(on day: JalaliDay, after: Int64, limit: Int, in look: borrowing Look) throws -> [Int64] {
    try look.rows(
      """
      SELECT id FROM institutes_institute
      WHERE state IN ('licensed','suspended') AND licence_valid_until < ? AND id > ? ORDER BY id LIMIT ?
      """, day, after, limit
    ).compactMap { $0.first?.integer }
  }

  public static func settle(_ row: Int64, in work: borrowing UnitOfWork) throws {
    guard var institute = try work.find(Institute.self, ID(row)), let end = institute.licenceValidUntil,
      end < work.day, institute.state == .licensed || institute.state == .suspended,
      try work.isOn("institutes", in: institute.province)
    else { return }
    try work.requireStep(institute, to: .expired)
    institute.state = .expired
    institute.remindOn = nil
    let changed = try work.update(institute)
    try LicenceCascade.ended(changed, reason: InstituteState.expired.rawValue, work: work)
  }
}
