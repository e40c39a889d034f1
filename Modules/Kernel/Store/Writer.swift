import Glibc
import Synchronization
import Values

/// One piece of writing inside the group's transaction.
public protocol WriteUnit: Sendable {
  /// Does the work, in a savepoint of its own where it may fail alone; a thrown error fails the whole group.
  func run(on connection: Connection) throws
  /// Called once, after COMMIT returned or failed.
  func finished(_ outcome: WriteOutcome)
}

public enum WriteOutcome: Sendable {
  case committed
  /// The whole group failed, or COMMIT did and nobody knows whether it took effect.
  case failed(StoreFault, outcomeUnknown: Bool)
}

/// What has to happen around every group: the ledger's signature before COMMIT, its publication after.
public protocol WriterCompany: AnyObject {
  func began(on connection: Connection) throws
  func willCommit(on connection: Connection) throws
  func didCommit()
  func didRollBack()
  /// After the last group, before the writer is closed.
  func closing()
}

extension WriterCompany {
  public func closing() {}
}

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
  }

  /// Units that may wait; more are told to come back (503).
  public static let queueLimit = 8_192

  /// - Parameter open: makes the connection and its company on the writer's own thread.
  public init(
    groupLimit: Int = 256, file: String, open: @escaping @Sendable () throws -> (Connection, any WriterCompany)
  ) throws {
    state = Mutex(State())
    self.groupLimit = groupLimit
    let started = Handover<StoreFault?>()
    let body = Thread { [self] in
      do {
        let (connection, company) = try open()
        let identity = FileIdentity(file)
        started.give(nil)
        work(connection, company, file, identity)
      } catch {
        started.give(error as? StoreFault ?? StoreFault(.sql, Texts("نوشتن آغاز نشد: \(error)", "The writer did not start: \(error)")))
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

  private func work(_ connection: Connection, _ company: any WriterCompany, _ file: String, _ identity: FileIdentity?) {
    while true {
      let (units, isLast) = take()
      if units.isEmpty {
        if isLast { break }
        wake.wait()
        continue
      }
      if FileIdentity(file) != identity {
        let fault = StoreFault(
          .replaced, Texts("فایل پایگاه داده جابه‌جا شده است.", "The database file was replaced or removed."))
        for unit in units { unit.finished(.failed(fault, outcomeUnknown: false)) }
        continue
      }
      let outcome = group(units, connection, company)
      for unit in units { unit.finished(outcome) }
    }
    connection.checkpoint(truncate: true)
    company.closing()
  }

  private func group(_ units: [any WriteUnit], _ connection: Connection, _ company: any WriterCompany) -> WriteOutcome {
    var isCommitting = false
    do {
      try connection.kernel("BEGIN IMMEDIATE").run()
      try company.began(on: connection)
      for unit in units { try unit.run(on: connection) }
      try company.willCommit(on: connection)
      isCommitting = true
      try connection.kernel("COMMIT").run()
      committed.add(1, ordering: .releasing)
      company.didCommit()
      return .committed
    } catch {
      if isCommitting { committed.add(1, ordering: .releasing) }  // It may have taken effect all the same.
      try? connection.execute("ROLLBACK")
      company.didRollBack()
      let fault = error as? StoreFault ?? StoreFault(.sql, Texts("نوشتن نشد: \(error)", "The write failed: \(error)"))
      return .failed(fault, outcomeUnknown: isCommitting)
    }
  }
}
