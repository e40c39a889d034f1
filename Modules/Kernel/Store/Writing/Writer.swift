import Glibc
import Synchronization
import Values

/// Which of two queues a unit waits in.
public enum WritePriority: Sendable {
  /// Somebody waits for its answer.
  case normal
  /// Nobody waits for it; it fills up groups.
  case background
}

/// The one writer thread. It takes what waits (bounded), opens one transaction, runs the units, commits once, answers.
public final class Writer: Sendable {
  private let state: Mutex<State>
  private let wake = Semaphore()
  private let groupLimit: Int
  private let committed = Atomic<Int>(0)

  private struct State {
    var waiting: [any WriteUnit] = []
    /// What nobody waits for: it fills up groups.
    var background: [any WriteUnit] = []
    var isClosed = false
    var isStopped = false
    var wantsTidying = false

    mutating func takesTidying() -> Bool {
      defer { wantsTidying = false }
      return wantsTidying
    }
  }

  /// Units that may wait; more are told to come back (503).
  public static let queueLimit = 8_192

  /// - Parameters:
  ///   - groupLimit: units in one transaction, at most.
  ///   - file: the database, whose files are watched and whose log is copied.
  ///   - open: makes the connection and its observer on the writer's own thread: at the start, and again after a group
  ///     failed.
  /// - Throws: whatever `open` throws, and `StoreFault` when the checkpointer cannot open the file.
  public init(
    groupLimit: Int = 256, file: String, open: @escaping @Sendable () throws -> (Connection, any TransactionObserver)
  ) throws {
    state = Mutex(State())
    self.groupLimit = groupLimit
    let started = Promise<(any Error)?>()
    let body = Thread { [self] in
      do {
        let held = try WriterConnection(file: file, open: open)
        started.fulfill(nil)
        work(held)
      } catch {
        started.fulfill(error)
      }
      // Only now the connection is closed: whoever waits may copy or move the files.
      state.withLock { $0.isStopped = true }
    }
    body.start()
    if let fault = started.wait() { throw fault }
  }

  /// How many groups took effect so far. It has risen before any unit of the group is told, so that whoever reads
  /// after an answer knows by it that what was read before may be out of date.
  public var commits: Int { committed.load(ordering: .acquiring) }

  /// Queues a unit; false when the queue is full or closed, and the unit was not taken.
  ///
  /// - Parameter priority: `.background` lets everybody else go first, as the rows of a night do.
  public func submit(_ unit: any WriteUnit, priority: WritePriority = .normal) -> Bool {
    let taken = state.withLock { state in
      guard !state.isClosed, (priority == .background ? state.background : state.waiting).count < Writer.queueLimit else { return false }
      if priority == .background { state.background.append(unit) } else { state.waiting.append(unit) }
      return true
    }
    if taken { wake.signal() }
    return taken
  }

  /// Units that wait, without those being written now.
  public var waitingCount: Int { state.withLock { $0.waiting.count + $0.background.count } }

  /// Gives the write-ahead log's room on the disk back as soon as nobody needs it.
  public func tidy() {
    state.withLock { $0.wantsTidying = true }
    wake.signal()
  }

  /// Takes nothing new, finishes what waits, then returns.
  public func close() {
    state.withLock { $0.isClosed = true }
    wake.signal()
    while !state.withLock({ $0.isStopped }) { usleep(1_000) }
  }

  private func take() -> (units: [any WriteUnit], isClosed: Bool) {
    state.withLock { state in
      var group = Array(state.waiting.prefix(groupLimit))
      state.waiting.removeFirst(group.count)
      let more = min(groupLimit - group.count, state.background.count)
      group += state.background.prefix(more)
      state.background.removeFirst(more)
      return (group, state.isClosed && state.waiting.isEmpty && state.background.isEmpty)
    }
  }

  private func work(_ held: WriterConnection) {
    while true {
      let (units, isLast) = take()
      if units.isEmpty {
        if isLast { break }
        if state.withLock({ $0.takesTidying() }) { held.tidy() }
        wake.wait()
        continue
      }
      let outcome = group(units, held)
      for unit in units { unit.finished(outcome) }
    }
    held.close()
  }

  private func group(_ units: [any WriteUnit], _ held: WriterConnection) -> CommitResult {
    var isCommitting = false
    do {
      let (connection, observer) = try held.take()
      try connection.privileged("BEGIN IMMEDIATE").run()
      try observer.began(on: connection)
      try run(units, held, connection, observer)
      try observer.willCommit(on: connection)
      isCommitting = true
      try connection.privileged("COMMIT").run()
      committed.add(1, ordering: .releasing)
      observer.didCommit()
      held.keepLogShort()
      return .committed
    } catch {
      if isCommitting { committed.add(1, ordering: .releasing) }  // It may have taken effect all the same.
      let fault = WriterConnection.fault(error)
      held.leave(after: fault)
      return .failed(fault, outcomeUnknown: isCommitting && fault.leavesCommitUnknown)
    }
  }

  /// Tries the units without savepoints, unless that went wrong lately; then each with its own.
  private func run(
    _ units: [any WriteUnit], _ held: WriterConnection, _ connection: Connection, _ observer: any TransactionObserver
  ) throws {
    if held.canSkipSavepoints(units) {
      do {
        for unit in units { try unit.run(on: connection, rollback: .group) }
        return
      } catch is RestartTransaction {
        try connection.privileged("ROLLBACK").run()
        observer.didRollBack()
        try connection.privileged("BEGIN IMMEDIATE").run()
        try observer.began(on: connection)
        held.didRestart()
      }
    }
    for unit in units { try unit.run(on: connection, rollback: .savepoint) }
  }
}
