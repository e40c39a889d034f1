import Feature
import Jalali
import Ledger
import Persian
import Store
import Values

/// Which nights are over, as the ledger has it: one entry for each task and day. What a table says of that could be written
/// by anybody who can write the file; an entry is believed for what its own text says, and the index only leads to it.
struct NightLog {
  static let done = "nightly.done"
  static let begun = "nightly.begin"
  static let caughtUp = "nightly.catch-up"
  private static let object = "registry.night"

  let connection: Connection
  /// Whether an entry written before its day had come counts; where days are played, it does.
  var countsPlayed = false

  /// How the ledger calls a night. Numbers of days have five digits until 2243, so that they are in order as text.
  static func object(of day: JalaliDay) -> String { "\(object)/\(day.number.padded(to: 5))" }

  /// What a task did on one day: in the run that finished it, so that no counter that lies in a table is believed.
  struct Done: Sendable, Equatable {
    let day: JalaliDay
    let task: String
    let settled: Int
    let refused: Int
    let failed: Int
    /// As the entry has it.
    let at: String

    init(day: JalaliDay, task: String, _ counts: NightCounts) {
      (self.day, self.task, at) = (day, task, "")
      (settled, refused, failed) = (counts.settled, counts.refused, counts.failed)
    }

    fileprivate init?(_ entry: Value, _ day: JalaliDay, countsPlayed: Bool) {
      guard entry["act"]?.string == NightLog.done, entry["actor"]?["id"]?.string == Principal.nightly.id,
        entry["obj"]?.string == NightLog.object(of: day), let after = entry["after"], let task = after["task"]?.string
      else { return nil }
      let written = Clock.micros(rfc3339: entry["at"]?.string ?? "").map { JalaliDay.today(unixSeconds: $0 / 1_000_000) }
      guard let written, countsPlayed || written >= day else { return nil }
      func count(_ name: String) -> Int { Int(after[name]?.integer ?? 0) }
      (self.day, self.task, at) = (day, task, entry["at"]?.string ?? "")
      (settled, refused, failed) = (count("settled"), count("refused"), count("failed"))
    }

    /// The entry by which a task is over for a day.
    func draft(at micros: Int64, host: String) -> EntryDraft {
      var entry = NightLog.draft(NightLog.done, .nightly, day, at: micros, host: host)
      entry.after = [
        .init("failed", .int(Int64(failed))), .init("refused", .int(Int64(refused))), .init("settled", .int(Int64(settled))),
        .init("task", .text(task)),
      ]
      return entry
    }
  }

  /// The entry from which on there are nights: the day on which a store is made.
  static func beginning(on day: JalaliDay, at micros: Int64) -> EntryDraft { draft(begun, .installer, day, at: micros, host: "init") }

  private static func draft(_ act: String, _ principal: Principal, _ day: JalaliDay, at micros: Int64, host: String) -> EntryDraft {
    EntryDraft(
      act: act, actor: LedgerActor(id: principal.id, kind: principal.kind, role: principal.id), at: Clock.rfc3339(micros),
      module: "registry", object: object(of: day), origin: LedgerOrigin(channel: "job", host: host, session: ""), outcome: .ok,
      province: nil, request: "night-\(day.iso)")
  }

  /// What was finished on a day, by task.
  func finished(on day: JalaliDay) throws -> [Done] {
    try entries(of: NightLog.object(of: day)).compactMap { Done($0, day, countsPlayed: countsPlayed) }
  }

  /// The newest day of which something is on record, the beginning included, not after `limit`: a day that has not come has
  /// no night, whatever somebody wrote while the clock was wrong.
  func newest(until limit: JalaliDay) throws -> JalaliDay? {
    var before = NightLog.object(of: limit.adding(days: 1))
    while let object = try connection.privileged("SELECT max(obj) FROM main.audit_ix WHERE obj >= ? AND obj < ?")
      .bind([.text("\(NightLog.object)/"), .text(before)]).first()?.string
    {
      let number = object.split(separator: "/").last.flatMap { TypedText.wholeNumber(String($0)) }
      if let day = number.map({ JalaliDay(number: Int($0)) }), try holdsNight(object, day) { return day }
      before = object
    }
    return nil
  }

  private func holdsNight(_ object: String, _ day: JalaliDay) throws -> Bool {
    try entries(of: object).contains { entry in
      Done(entry, day, countsPlayed: countsPlayed) != nil || entry["act"]?.string == NightLog.begun && entry["obj"]?.string == object
    }
  }

  private func entries(of object: String) throws -> [Value] {
    try connection.privileged("SELECT entry FROM main.audit_ix WHERE obj=? ORDER BY entry").bind([.text(object)]).all()
      .compactMap { try $0[0].integer.flatMap { try AuditShow.entry($0, on: connection) } }
  }
}

/// What became of one row.
enum NightOutcome {
  case settled, refused
  /// By a fault of ours, in words that say nothing of the row.
  case failed(String)
}

/// What became of the rows of one task on one day.
struct NightCounts: Sendable, Equatable {
  var settled = 0
  /// Passed over because a rule said no; each left its entry.
  var refused = 0
  /// Set aside by a fault of ours, to be tried again.
  var failed = 0
}
