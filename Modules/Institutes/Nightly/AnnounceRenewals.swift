import Contracts
import Feature

/// Reminds the officer when it is time to ask for the renewal of a licence.
struct AnnounceRenewals: NightlyTask {
  static let id = "institutes.remind"
  static let texts = Texts("یادآوری تمدید پروانه", "reminders of licence renewals")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    try snapshot.rows(
      "SELECT id FROM institutes_institute WHERE remind_on <= ? AND state = 'licensed' AND id > ? ORDER BY id LIMIT ?",
      day, after, limit
    ).compactMap { $0.first?.integer }
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    guard var institute = try work.find(Institute.self, ID(row)), let remindOn = institute.remindOn,
      remindOn <= work.day, institute.state == .licensed, let end = institute.licenceValidUntil,
      try work.isOn("institutes", in: institute.province)
    else { return }
    try work.notify(
      .ngoOfficer, in: institute.province, key: "institutes.renewal/\(row)/\(end.number)", object: institute.object,
      texts: Texts(
        "پروانهٔ \(institute.name) (\(institute.code)) در \(end.textFa) پایان می‌یابد؛ هنگام درخواست تمدید است.",
        "The licence of \(institute.name) (\(institute.code)) ends on \(end.text); it is time to ask for renewal."))
    institute.remindOn = nil
    try work.update(institute)
  }
}
