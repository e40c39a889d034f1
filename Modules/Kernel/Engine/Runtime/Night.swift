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
  }

  /// Rows asked for at once: many, because each question goes over all rows that are still due.
  private static let most = 100_000
  /// Rows given to the writer at once. It takes them in groups, behind everybody else; the place is kept after each batch.
  private static let batch = 2_000
  private let runtime: Runtime
  private let origin: LedgerOrigin

  /// The night of an open store.
  ///
  /// - Parameter host: the machine, as the ledger names it.
  public init(_ runtime: Runtime, host: String) {
    self.runtime = runtime
    origin = LedgerOrigin(channel: "job", host: host, session: "")
  }

  /// Runs every business date that has not been finished, up to and including `day`.
  ///
  /// - Throws: `Refusal` when another process runs the night.
  /// - Returns: one report for each task and day, in order.
  public func run(upTo day: JalaliDay, progress: (Report) -> Void = { _ in }) throws -> [Report] {
    let book = NightlyLease(runtime)
    try book.takeLease()
    defer { try? book.letGo() }
    let reader = try runtime.openReader()
    var reports: [Report] = []
    for date in try openDays(upTo: day, reader) {
      for task in runtime.registry.nightly {
        let report = try run(task, on: date, reader, book)
        progress(report)
        reports.append(report)
      }
      try book.write()
    }
    try Maintenance.afterNight(runtime)
    return reports
  }

  /// The entries that `run` would write, without writing.
  ///
  /// - Parameter day: the last business date to run.
  /// - Throws: `StoreFault` when the store cannot be read, `CallFault.commit` when the writer could not run it.
  public func preview(upTo day: JalaliDay) throws -> [Value] {
    let days = try openDays(upTo: day, try runtime.openReader())
    let promise = Promise<Result<[Value], any Error>>()
    let tasks = runtime.registry.nightly
    let unit = PreviewUnit(services: runtime.writerServices, context: context(day)) { core in
      for date in days { for task in tasks { try settleAll(task, on: date, core) } }
    } reply: {
      promise.fulfill($0)
    }
    try runtime.enqueue(unit)
    return try promise.wait().get()
  }

  /// Dates that some installed task has not finished; a store that never had a night starts with the date asked for.
  ///
  /// A task that was installed after other nights starts with the last of them.
  func openDays(upTo day: JalaliDay, _ reader: ReadSession) throws -> [JalaliDay] {
    let tasks = Set(runtime.registry.nightly.map { $0.id })
    let broken = try reader.connection.privileged("SELECT day, task FROM nightly_run WHERE finished=0 ORDER BY day").all()
      .first { tasks.contains($0[1].string ?? "") }?[0].integer
    let last = try reader.connection.privileged("SELECT max(day) FROM nightly_run").first()?.integer
    let first = broken ?? last ?? Int64(day.number)
    guard first <= Int64(day.number) else { return [] }
    let finished = try reader.connection.privileged("SELECT task FROM nightly_run WHERE day=? AND finished=1")
      .bind([.int(first)]).all().compactMap { $0[0].string }
    return (Int(first)...day.number).dropFirst(tasks.isSubset(of: finished) ? 1 : 0).map { JalaliDay(number: $0) }
  }

  private func run(
    _ task: any NightlyTask.Type, on date: JalaliDay, _ reader: ReadSession, _ book: NightlyLease
  ) throws -> Report {
    var state = try NightState.read(date, task.id, reader)
    while !state.isFinished {
      let core = runtime.core(reader, .nightly, .nation, date)
      let due = try task.due(on: date, after: state.last, limit: Night.most, in: Snapshot(core))
      for start in stride(from: 0, to: due.count, by: Night.batch) {
        let rows = due[start..<min(start + Night.batch, due.count)]
        let settled = try settle(rows, task, on: date).filter { $0 }.count
        state.settled += settled
        state.refused += rows.count - settled
        state.last = rows.last ?? state.last
        state.isFinished = rows.endIndex == due.count && due.count < Night.most
        book.note(date, task.id, state)
        try book.write()
      }
      // A quiet night costs one commit for all tasks.
      guard due.isEmpty else { continue }
      state.isFinished = true
      book.note(date, task.id, state)
    }
    return Report(day: date, task: task.id, settled: state.settled, refused: state.refused)
  }

  /// - Returns: for each row whether it was settled; false when a rule refused.
  private func settle(_ rows: ArraySlice<Int64>, _ task: any NightlyTask.Type, on date: JalaliDay) throws -> [Bool] {
    guard !rows.isEmpty else { return [] }
    let results = Mutex<[Result<ActionResult, any Error>]>([])
    let done = Promise<Bool>()
    let count = rows.count
    for row in rows {
      try runtime.performUnit(act: task.id, module: module(task), day: date, context(date), priority: .background) { core in
        try task.settle(row, in: Transaction(core))
        return .null
      } reply: { result in
        let isLast = results.withLock { all in
          all.append(result)
          return all.count == count
        }
        if isLast { done.fulfill(true) }
      }
    }
    _ = done.wait()
    return try results.withLock { $0 }.map { result in
      do {
        _ = try result.get()
        return true
      } catch is Refusal {
        return false
      }
    }
  }

  private func settleAll(_ task: any NightlyTask.Type, on date: JalaliDay, _ preview: PreviewCore) throws {
    var last: Int64 = 0
    while true {
      let rows = try preview.due(task, on: date, after: last, limit: Night.most)
      for row in rows {
        try preview.unit(act: task.id, module: module(task), on: date) { try task.settle(row, in: Transaction($0)) }
      }
      guard rows.count == Night.most, let end = rows.last else { return }
      last = end
    }
  }

  private func module(_ task: any NightlyTask.Type) -> String { String(task.id.prefix { $0 != "." }) }

  private func context(_ date: JalaliDay) -> CallContext {
    CallContext(principal: .nightly, origin: origin, request: "night-\(date.iso)")
  }
}
