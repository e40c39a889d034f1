import Contracts
import Feature

/// Announces the coming end of agreements to the deputy who decides on the year, and what it lacks to whoever can mend it.
///
/// Each agreement knows the day of its next reminder, so nights that are caught up one after the other lose none, and
/// the key names agreement and day, so none comes twice.
struct RemindOfEnds: NightlyTask {
  static let id = "healthbases.remind"
  static let texts = Texts("یادآوری پایان توافق‌نامه‌ها", "reminders of ending agreements")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    try snapshot.rows(
      """
      SELECT id FROM healthbases_agreement
      WHERE remind_on <= ? AND state IN ('active','suspended') AND ends >= ? AND +id > ? ORDER BY +id LIMIT ?
      """, day, day, after, limit
    ).compactMap { $0.first?.integer }
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    guard var agreement = try work.find(Agreement.self, ID(row)), agreement.state.isInForce,
      let remindOn = agreement.remindOn, remindOn <= work.day,
      try work.isOn("healthbases", in: agreement.province)
    else { return }
    if try work.objections(RenewalReminders.self, .init(ends: agreement.ends), in: agreement.province).isEmpty {
      try announce(agreement, remindOn, in: work)
    }
    let days = try work.parameters(of: RenewalReminders.self, in: agreement.province)
    agreement.remindOn = RenewalReminders.next(after: work.day, end: agreement.ends, under: days)
    try work.update(agreement)
  }

  private static func announce(_ agreement: Agreement, _ remindOn: JalaliDay, in work: borrowing Transaction) throws {
    let decision = agreement.decision?.texts ?? Texts("هنوز تصمیمی نیست", "not decided yet")
    let lacks = try work.snapshot.lacking(agreement)
    let year = agreement.decision == nil ? lacks.work : []
    let parts =
      [
        Texts(
          "توافق‌نامهٔ \(agreement.code) در \(agreement.ends.textFa) پایان می‌یابد؛ فعالیت‌های سال: \(decision.fa).",
          "The agreement \(agreement.code) ends on \(agreement.ends.text); the year's activities: \(decision.en).")
      ] + (year + lacks.renewal).map { Texts($0.fa, $0.en) }
    let roles: [Role] =
      [.preventionDeputy] + (year.isEmpty ? [] : [.preventionOfficer]) + (lacks.renewal.isEmpty ? [] : [.ngoOfficer])
    for role in roles {
      try work.notify(
        role, in: agreement.province, key: "healthbases.end/\(agreement.id.raw)/\(remindOn.number)/\(role.id)",
        object: agreement.object, texts: Texts(parts.map(\.fa).joined(separator: " "), parts.map(\.en).joined(separator: " ")))
    }
  }
}
