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
      let what = try limit.told(in: work.snapshot)
      try remind(of: limit, "missed", Texts("مهلت گذشت: \(what.fa)", "Deadline missed: \(what.en)"), parameters.roles, work)
    case .near(let days, let threshold):
      limit.nextCheck = limit.check(from: work.day.adding(days: 1), daysBefore: parameters.daysBefore)
      try work.update(limit)
      let what = try limit.told(in: work.snapshot)
      try remind(
        of: limit, "\(limit.due.iso)/\(threshold)",
        Texts(
          "\(PersianText.persianDigits(days)) روز تا پایان مهلت: \(what.fa)",
          "\(days) \(days == 1 ? "day" : "days") left: \(what.en)"), parameters.roles, work)
    case nil:
      limit.nextCheck = limit.check(from: work.day.adding(days: 1), daysBefore: parameters.daysBefore)
      try work.update(limit)
    }
  }

  /// Those who can do it, or else those whom the rule names.
  private static func remind(
    of limit: TimeLimit, _ occasion: String, _ texts: Texts, _ roles: [String], _ work: borrowing Transaction
  ) throws {
    let own = try work.roles(of: limit.id)
    for role in own.isEmpty ? roles : own {
      try work.leaveNotice(
        role, in: limit.province, key: "deadlines.deadline/\(limit.id.raw)/\(occasion)", object: limit.object.text,
        texts: texts)
    }
  }
}

extension TimeLimit {
  /// What has to be done, with code and name of the thing it is about.
  func told(in snapshot: borrowing Snapshot) throws -> Texts {
    let called: ReferenceName?
    do {
      called = try snapshot.object(named: object.text).called
    } catch is Refusal {
      // Its module is no longer installed; the limit is told all the same.
      called = nil
    }
    guard let called else { return Texts(textFa, textEn) }
    let (fa, en) = (
      called.name.map { "\(called.code) «\($0)»" } ?? called.code, called.name.map { "\(called.code) “\($0)”" } ?? called.code
    )
    return Texts("\(textFa) — \(fa)", "\(textEn) — \(en)")
  }
}
