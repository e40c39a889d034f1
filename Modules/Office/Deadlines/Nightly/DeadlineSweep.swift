import Contracts
import Feature

/// Settles what is past its last day and reminds before it. Only rows with something to be said that night are touched.
enum DeadlineSweep: NightlyTask {
  static let id = "deadlines.sweep"
  static let texts = Texts("بررسی شبانهٔ مهلت‌ها", "nightly sweep of deadlines")

  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    try snapshot.rows(
      "SELECT id FROM deadlines_deadline WHERE state = 'open' AND next_check <= ? AND id > ? ORDER BY id LIMIT ?", day,
      after, limit
    ).compactMap { $0[0].integer }
  }

  static func settle(_ row: Int64, in work: borrowing Transaction) throws {
    guard var limit = try work.find(TimeLimit.self, ID(row)), limit.state == .open, let check = limit.nextCheck,
      check <= work.day
    else { return }
    let parameters = try work.parameters(of: DeadlineWarnings.self, in: limit.province)
    limit.evaluatedOn = work.day
    switch try work.objections(DeadlineWarnings.self, .init(due: limit.due), in: limit.province).first {
    case .missed:
      try limit.follow(.miss)
      limit.nextCheck = nil
      try work.update(limit)
      try remind(
        of: limit, "missed", Texts("مهلت گذشت: \(limit.textFa)", "Deadline missed: \(limit.textEn)"), parameters.roles,
        work)
    case .near(let days, let threshold):
      limit.nextCheck = limit.check(from: work.day.adding(days: 1), daysBefore: parameters.daysBefore)
      try work.update(limit)
      try remind(
        of: limit, "\(limit.due.iso)/\(threshold)",
        Texts(
          "\(PersianText.persianDigits(days)) روز تا پایان مهلت: \(limit.textFa)",
          "\(days) \(days == 1 ? "day" : "days") left: \(limit.textEn)"), parameters.roles,
        work)
    case nil:
      limit.nextCheck = limit.check(from: work.day.adding(days: 1), daysBefore: parameters.daysBefore)
      try work.update(limit)
    }
  }

  private static func remind(
    of limit: TimeLimit, _ occasion: String, _ texts: Texts, _ roles: [String], _ work: borrowing Transaction
  ) throws {
    for role in roles {
      try work.leaveNotice(
        role, in: limit.province, key: "deadlines.deadline/\(limit.id.raw)/\(occasion)", object: limit.object.text,
        texts: texts)
    }
  }
}
