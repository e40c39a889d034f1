import Glibc
import Synchronization
import Values

/// The one writer thread. It takes what waits (bounded), opens one transaction, runs the units, commits once, answers.
public final class Writer: Sendable {
  private let state: Mutex<State>
  private let wake = Signal()
  private let groupLimit: Int
  private let committed = Atomic<Int>(0)

  private struct State {
    var waiting: [any WriteUnit] = []
    /// What nobody waits for: it fills up groups.
    var patient: [any WriteUnit] = []
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

  /// - Parameter open: makes the connection and its company on the writer's own thread: at the start, and again after a
  ///   group failed.
  public init(
    groupLimit: Int = 256, file: String, open: @escaping @Sendable () throws -> (Connection, any WriterCompany)
  ) throws {
    state = Mutex(State())
    self.groupLimit = groupLimit
    let started = Handover<(any Error)?>()
    let body = Thread { [self] in
      do {
        let seat = try WriterSeat(file: file, open: open)
        started.give(nil)
        work(seat)
      } catch {
        started.give(error)
      }
      // Only now the connection is closed: whoever waits may copy or move the files.
      state.withLock { $0.isStopped = true }
    }
    body.start()
    if let fault = started.take() { throw fault }
  }

  /// How many groups took effect so far. It has risen before any unit of the group is told, so that whoever reads
  /// after an answer knows by it that what was read before may be out of date.
  public var commits: Int { committed.load(ordering: .acquiring) }

  /// Queues a unit; false when the queue is full or closed, and the unit was not taken.
  ///
  /// - Parameter isPatient: whether it lets everybody else go first, as the rows of a night do.
  public func submit(_ unit: any WriteUnit, isPatient: Bool = false) -> Bool {
    let taken = state.withLock { state in
      guard !state.isClosed, (isPatient ? state.patient : state.waiting).count < Writer.queueLimit else { return false }
      if isPatient { state.patient.append(unit) } else { state.waiting.append(unit) }
      return true
    }
    if taken { wake.raise() }
    return taken
  }

  /// Units that wait, without those being written now.
  public var waitingCount: Int { state.withLock { $0.waiting.count + $0.patient.count } }

  /// Gives the write-ahead log's room on the disk back as soon as nobody needs it.
  public func tidy() {
    state.withLock { $0.wantsTidying = true }
    wake.raise()
  }

  /// Takes nothing new, finishes what waits, then returns.
  public func close() {
    state.withLock { $0.isClosed = true }
    wake.raise()
    while !state.withLock({ $0.isStopped }) { usleep(1_000) }
  }

  private func take() -> (units: [any WriteUnit], isClosed: Bool) {
    state.withLock { state in
      var group = Array(state.waiting.prefix(groupLimit))
      state.waiting.removeFirst(group.count)
      let more = min(groupLimit - group.count, state.patient.count)
      group += state.patient.prefix(more)
      state.patient.removeFirst(more)
      return (group, state.isClosed && state.waiting.isEmpty && state.patient.isEmpty)
    }
  }

  private func work(_ seat: WriterSeat) {
    while true {
      let (units, isLast) = take()
      if units.isEmpty {
        if isLast { break }
        if state.withLock({ $0.takesTidying() }) { seat.tidy() }
        wake.wait()
        continue
      }
      let outcome = group(units, seat)
      for unit in units { unit.finished(outcome) }
    }
    seat.close()
  }

  private func group(_ units: [any WriteUnit], _ seat: WriterSeat) -> WriteOutcome {
    var isCommitting = false
    do {
      let (connection, company) = try seat.take()
      try connection.kernel("BEGIN IMMEDIATE").run()
      try company.began(on: connection)
      try run(units, seat, connection, company)
      try company.willCommit(on: connection)
      isCommitting = true
      try connection.kernel("COMMIT").run()
      committed.add(1, ordering: .releasing)
      company.didCommit()
      seat.keepLogShort()
      return .committed
    } catch {
      if isCommitting { committed.add(1, ordering: .releasing) }  // It may have taken effect all the same.
      let fault = WriterSeat.fault(error)
      seat.leave(after: fault)
      return .failed(fault, outcomeUnknown: isCommitting && fault.leavesCommitUnknown)
    }
  }

  /// Tries the units without savepoints, unless that went wrong lately; then each with its own.
  private func run(
    _ units: [any WriteUnit], _ seat: WriterSeat, _ connection: Connection, _ company: any WriterCompany
  ) throws {
    if seat.trusts(units) {
      do {
        for unit in units { try unit.run(on: connection, undoing: .withGroup) }
        return
      } catch is UndoGroup {
        try connection.kernel("ROLLBACK").run()
        company.didRollBack()
        try connection.kernel("BEGIN IMMEDIATE").run()
        try company.began(on: connection)
        seat.wasDisappointed()
      }
    }
    for unit in units { try unit.run(on: connection, undoing: .alone) }
  }
}
