import Contracts
import Feature

struct DeadlinesContractProvider: DeadlinesContract {
  func open(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule,
    texts: Texts, roles: [Role], work: borrowing Transaction
  ) throws -> JalaliDay {
    let calendar = try work.workCalendar(of: province)
    let count = deadline(from: from, days: days, rule: rule, calendar: calendar)
    var row = TimeLimit(
      province: province, kind: kind, object: ThingName(object), textFa: texts.fa, textEn: texts.en, startsOn: from, days: days,
      rule: rule, due: count.day, steps: [CountStep](count), state: .open)
    let daysBefore = try work.parameters(of: DeadlineWarnings.self, in: province).daysBefore
    row.nextCheck = row.check(from: work.day, daysBefore: daysBefore)
    let opened = try work.insert(row)
    for role in roles { try work.insert(DeadlineRole(province: province, deadline: opened.id, role: role.id)) }
    return opened.due
  }

  func meet(_ kind: String, for object: String, work: borrowing Transaction) throws {
    guard var row = try running(kind, object, in: work.snapshot) else { return }
    try row.follow(.meet)
    row.metOn = work.day
    row.stoppedOn = nil
    row.nextCheck = nil
    try work.update(row)
    try work.endStop(of: row.id)
  }

  func extend(_ kind: String, for object: String, days: Int, work: borrowing Transaction) throws -> JalaliDay? {
    guard var row = try running(kind, object, in: work.snapshot) else {
      guard let missed = try missed(kind, object, in: work.snapshot) else { return nil }
      return try open(
        kind, for: object, in: missed.province, from: missed.due, days: days, rule: missed.rule,
        texts: Texts(missed.textFa, missed.textEn), roles: Role.all.filter { try work.roles(of: missed.id).contains($0.id) }, work: work)
    }
    row.extend(by: days, try work.workCalendar(of: row.province))
    if row.state == .open {
      let daysBefore = try work.parameters(of: DeadlineWarnings.self, in: row.province).daysBefore
      row.nextCheck = row.check(from: work.day, daysBefore: daysBefore)
    }
    try work.update(row)
    return try due(kind, for: object, evenMissed: false, in: work.snapshot)
  }

  /// While the clock stands still the last day moves on with every day.
  func due(_ kind: String, for object: String, evenMissed: Bool, in snapshot: borrowing Snapshot) throws -> JalaliDay? {
    guard let row = try running(kind, object, in: snapshot) else {
      return evenMissed ? try missed(kind, object, in: snapshot)?.due : nil
    }
    guard let stopped = row.stoppedOn else { return row.due }
    return row.due.adding(days: max(0, snapshot.day.number - stopped.number))
  }

  func notify(
    _ role: Role, in province: Province, key: String, object: String, texts: Texts, work: borrowing Transaction
  ) throws {
    try work.leaveNotice(role.id, in: province, key: key, object: object, texts: texts)
  }

  private func running(_ kind: String, _ object: String, in snapshot: borrowing Snapshot) throws -> TimeLimit? {
    try snapshot.first(TimeLimit.self, "kind = ? AND object = ? AND state IN ('open','stopped')", kind, object)
  }

  /// The newest clock of the kind, if it was missed.
  private func missed(_ kind: String, _ object: String, in snapshot: borrowing Snapshot) throws -> TimeLimit? {
    let newest = try snapshot.first(TimeLimit.self, "object = ? AND kind = ? ORDER BY id DESC", object, kind)
    return newest.flatMap { $0.state == .missed ? $0 : nil }
  }
}

extension Transaction {
  /// Writes a reminder unless this role has one for the same occasion.
  func leaveNotice(_ role: String, in province: Province, key: String, object: String, texts: Texts) throws {
    let known = try first(Notice.self, "province = ? AND role = ? AND key = ?", province, role, key)
    guard known == nil else { return }
    try insert(
      Notice(
        province: province, role: role, key: key, object: ThingName(object), textFa: texts.fa, textEn: texts.en, issuedOn: day))
  }
}

struct RunningDeadlinesProvider: RunningDeadlines {
  /// While a clock stands still its last day moves on with every day.
  func lastDays(in snapshot: borrowing Snapshot) throws -> [String: JalaliDay] {
    let rows = try snapshot.rows(
      """
      SELECT object, min(due + coalesce(max(0, ? - stopped_on), 0)) FROM deadlines_deadline
      WHERE state IN ('open','stopped') GROUP BY object
      """, snapshot.day)
    var days: [String: JalaliDay] = [:]
    for row in rows {
      if let object = row[0].string, let number = row[1].integer { days[object] = JalaliDay(number: Int(number)) }
    }
    return days
  }
}
