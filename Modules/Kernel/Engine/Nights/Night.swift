import Feature
public import Jalali
import Ledger
import Store
import Synchronization
public import Values

/// The nightly runner: one business date after the other, task by task, row by row, each row in a unit of its own.
public struct Night: Sendable {
  /// What one task did on one day.
  public struct Report: Sendable, Equatable {
    /// The business date.
    public let day: JalaliDay
    /// The task's id.
    public let task: String
    /// Rows settled.
    public let settled: Int
    /// Rows passed over because a rule said no; the refusal is on record.
    public let refused: Int
    /// Rows set aside by a fault of ours, to be tried again the next night.
    public let failed: Int
  }

  /// Whose word it is that more nights than a week's are made up for.
  public enum CatchUp: Sendable {
    /// Nobody's: a week is made up for, more is held.
    case week
    /// The store's own, which is there for training.
    case everything
    /// That of a person at the machine, with the reason.
    case owner(reason: String)
  }

  /// Missed nights that are made up for without a question.
  public static let longestGap = 7
  /// Rows asked for at once: many, because each question goes over all rows that are still due.
  private static let most = 100_000
  /// Rows given to the writer at once. It takes them in groups, behind everybody else.
  private static let batch = 2_000
  private let runtime: Runtime
  private let host: String
  /// Whether days are played that have not come; nobody but a training store lives so.
  private let isPlayed: Bool

  /// The night of an open store.
  ///
  /// - Parameters:
  ///   - host: the machine, as the ledger names it.
  ///   - isPlayed: whether days may be played that have not come by the clock.
  public init(_ runtime: Runtime, host: String, isPlayed: Bool = false) {
    self.runtime = runtime
    self.host = host
    self.isPlayed = isPlayed
  }

  /// Writes down that there are nights from today on.
  ///
  /// - Throws: `CallFault.commit` when it could not be kept.
  public func begin() throws {
    let (services, day) = (runtime.writerServices, runtime.clock.day)
    try KernelWrite.wait(runtime) { connection in
      let services = try services.open()
      _ = try services.ledger.append(NightLog.beginning(on: day, at: services.stamp), on: connection)
    }
  }

  /// Runs every business date that has not been finished, up to and including `day`.
  ///
  /// - Parameter catchUp: nil for what the store's environment allows.
  /// - Throws: `Refusal` when another process runs the night, for a day that has not come, while the clock is doubted, and
  ///   where more nights were missed than anybody answers for; `CallFault.commit` when the store could not keep it.
  /// - Returns: one report for each task and day, in order.
  public func run(
    upTo day: JalaliDay, catchingUp catchUp: CatchUp? = nil, progress: (Report) -> Void = { _ in }
  ) throws -> [Report] {
    try requireCome(day)
    try runtime.condition.clockGuard.requireTrust()
    let lease = NightlyLease(runtime, host: host)
    try lease.takeLease()
    defer { try? lease.letGo() }
    let reader = try runtime.openReader()
    let calendar = NightCalendar(reader.connection, runtime.registry.nightly.map { $0.id }, isPlayed: isPlayed)
    try calendar.requireBegun(day)
    let days = try calendar.openDays(upTo: day)
    try admit(
      days, of: isPlayed ? days : try calendar.openDays(upTo: runtime.clock.day),
      catchUp ?? (runtime.condition.environment == .training ? .everything : .week))
    var reports: [Report] = []
    for date in days {
      let open = try calendar.openTasks(on: date)
      for task in runtime.registry.nightly where open.contains(task.id) {
        do {
          let report = try run(task, on: date, reader, lease)
          progress(report)
          reports.append(report)
        } catch {
          try? lease.noteFault(date, task.id, Night.words(for: error))
          throw error
        }
      }
      try lease.write()
    }
    try Maintenance.afterNight(runtime)
    return reports
  }

  /// The entries that `run` would write, without writing.
  ///
  /// - Parameter day: the last business date to run.
  /// - Throws: `Refusal` for a day that has not come, `StoreFault` when the store cannot be read, `CallFault.commit` when the
  ///   writer could not run it.
  public func preview(upTo day: JalaliDay) throws -> [Value] {
    try requireCome(day)
    let tasks = runtime.registry.nightly
    let calendar = NightCalendar(try runtime.openReader().connection, tasks.map { $0.id }, isPlayed: isPlayed)
    try calendar.requireBegun(day)
    let nights = try calendar.openDays(upTo: day).map { day in
      let open = try calendar.openTasks(on: day)
      return (day, tasks.filter { open.contains($0.id) })
    }
    let promise = Promise<Result<[Value], any Error>>()
    let unit = PreviewUnit(services: runtime.writerServices, context: context(day)) { [host] core in
      for (date, tasks) in nights {
        for task in tasks { try core.preview(.init(day: date, task: task.id, try settleAll(task, on: date, core)), host: host) }
      }
    } reply: {
      promise.fulfill($0)
    }
    try runtime.enqueue(unit)
    return try promise.wait().get()
  }

  /// - Throws: `Refusal` for a day that has not come.
  func requireCome(_ day: JalaliDay) throws {
    guard isPlayed || day <= runtime.clock.day else { throw Night.notYet(day, today: runtime.clock.day) }
  }

  /// Whoever asks for the night of a day that has not come.
  public static func notYet(_ day: JalaliDay, today: JalaliDay) -> Refusal {
    .input(
      "/on", "nightly.not-yet",
      Texts(
        "شبِ \(day.textFa) هنوز نرسیده است؛ امروز \(today.textFa) است.",
        "The night of \(day.text) has not come; today is \(today.text)."))
  }

  /// A machine that stood still for long is looked at by somebody before a season's nights run in a minute.
  ///
  /// - Parameter open: everything that waits until today, by which the gap is measured: many small steps are one big one.
  private func admit(_ days: [JalaliDay], of open: [JalaliDay], _ catchUp: CatchUp) throws {
    guard let first = days.first, let last = days.last, NightCalendar.isGap(open) else { return }
    switch catchUp {
    case .everything: return
    case .week: throw NightCalendar.held(open)
    case .owner(let text):
      let reason = try OwnerUnit.reason(text)
      _ = try OwnerUnit.write(runtime, accepting: false) { _, _ in
        var entry = OwnerUnit.draft(NightLog.caughtUp, object: NightLog.object(of: first), reason: reason)
        entry.after = [.init("from", .day(first)), .init("until", .day(last))]
        return entry
      }
    }
  }

  private func run(
    _ task: any NightlyTask.Type, on date: JalaliDay, _ reader: ReadSession, _ lease: NightlyLease
  ) throws -> Report {
    var counts = NightCounts()
    var last: Int64 = 0
    var isOver = false
    // From the first row, also after a run that was killed: what is settled is no longer due, and no mark tells where to go on.
    while !isOver {
      let core = runtime.core(reader, .nightly, .nation, date)
      let due = try task.due(on: date, after: last, limit: Night.most, in: Snapshot(core))
      for start in stride(from: 0, to: due.count, by: Night.batch) {
        let rows = due[start..<min(start + Night.batch, due.count)]
        for (row, outcome) in try settle(rows, task, on: date) {
          switch outcome {
          case .settled: counts.settled += 1
          case .refused: counts.refused += 1
          case .failed(let words):
            counts.failed += 1
            lease.note(NightFailure(task: task.id, row: row, error: words), on: date)
          }
        }
        try lease.write()
      }
      last = due.last ?? last
      isOver = due.count < Night.most
    }
    // A quiet night costs one commit for all tasks.
    lease.note(NightLog.Done(day: date, task: task.id, counts))
    return Report(day: date, task: task.id, settled: counts.settled, refused: counts.refused, failed: counts.failed)
  }

  /// - Throws: what concerns the whole store, not the row: a group that was not kept, a clock that is doubted.
  private func settle(
    _ rows: ArraySlice<Int64>, _ task: any NightlyTask.Type, on date: JalaliDay
  ) throws -> [(row: Int64, outcome: NightOutcome)] {
    guard !rows.isEmpty else { return [] }
    // Answers are counted one by one: a task that named a row twice would else be waited for without end.
    let results = Mutex<(answers: Int, byRow: [Int64: Result<ActionResult, any Error>])>((0, [:]))
    let done = Promise<Bool>()
    let count = rows.count
    for row in rows {
      try runtime.performUnit(act: task.id, module: module(task), day: date, context(date), priority: .background) { core in
        try task.settle(row, in: Transaction(core))
        return .null
      } reply: { result in
        let isLast = results.withLock { all in
          all.answers += 1
          all.byRow[row] = result
          return all.answers == count
        }
        if isLast { done.fulfill(true) }
      }
    }
    _ = done.wait()
    let all = results.withLock { $0.byRow }
    return try rows.map { row in
      do {
        _ = try all[row]?.get()
        return (row, .settled)
      } catch let refusal as Refusal where refusal.kind != .unavailable {
        return (row, .refused)
      } catch let error where error is Refusal || error is CallFault {
        throw error
      } catch {
        return (row, .failed(Night.words(for: error)))
      }
    }
  }

  private func settleAll(_ task: any NightlyTask.Type, on date: JalaliDay, _ preview: PreviewCore) throws -> NightCounts {
    var counts = NightCounts()
    var last: Int64 = 0
    while true {
      let rows = try preview.due(task, on: date, after: last, limit: Night.most)
      for row in rows {
        switch try preview.unit(act: task.id, module: module(task), on: date, { try task.settle(row, in: Transaction($0)) }) {
        case .settled: counts.settled += 1
        case .refused: counts.refused += 1
        case .failed: counts.failed += 1
        }
      }
      guard rows.count == Night.most, let end = rows.last else { return counts }
      last = end
    }
  }

  private func module(_ task: any NightlyTask.Type) -> String { String(task.id.prefix { $0 != "." }) }

  private func context(_ date: JalaliDay) -> CallContext {
    CallContext(
      principal: .nightly, origin: LedgerOrigin(channel: "job", host: host, session: ""), request: "night-\(date.iso)")
  }
}
