import Contracts
public import Jalali
public import Registry
public import Values

/// Reminds the officer when it is time to ask for the renewal of a licence.
public struct AnnounceRenewals: NightlyTask {
  public static let id = "institutes.remind"
  public static let texts = Texts("یادآوری تمدید پروانه", "reminders of licence renewals")

  public static func due(on day: JalaliDay, after: Int64, limit: Int, in look: borrowing Look) throws -> [Int64] {
    try look.rows(
      "SELECT id FROM institutes_institute WHERE remind_on <= ? AND state = 'licensed' AND id > ? ORDER BY id LIMIT ?",
      day, after, limit
    ).compactMap { $0.first?.integer }
  }

  public static func settle(_ row: Int64, in work: borrowing UnitOfWork) throws {
    guard var institute = try work.find(Institute.self, ID(row)), let remindOn = institute.remindOn,
      remindOn <= work.day, institute.state == .licensed, let end = institute.licenceValidUntil,
      try work.isOn("institutes", in: institute.province)
    else { return }
    try work.deadlines.notify(
      .ngoOfficer, in: institute.province, key: "institutes.renewal/\(row)/\(end.number)", object: institute.object,
      texts: Texts(
        "پروانهٔ \(institute.name) (\(institute.code)) در \(end.textFa) پایان می‌یابد؛ هنگام درخواست تمدید است.",
        "The licence of \(institute.name) (\(institute.code)) ends on \(end.text); it is time to ask for renewal."),
      work: work)
    institute.remindOn = nil
    try work.update(institute)
  }
}
