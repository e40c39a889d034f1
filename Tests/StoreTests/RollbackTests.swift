import Store
import Synchronization
import Testing
import Values

/// Goes through without doing anything around a group.
private final class NoCompany: TransactionObserver {
  func began(on connection: Connection) {}
  func willCommit(on connection: Connection) {}
  func didCommit() {}
  func didRollBack() {}
}

/// Writes a row, and takes it back if it is told to.
private final class Change: WriteUnit {
  let row: Int
  let isTakenBack: Bool
  let isRepeatable: Bool
  let latch: Semaphore?
  let done = Promise<Bool>()
  /// Told when it runs.
  let begun = Semaphore()
  private let seen = Mutex<[RollbackScope]>([])

  /// How it was run, each time.
  var runs: [RollbackScope] { seen.withLock { $0 } }

  init(_ row: Int, isTakenBack: Bool = false, isRepeatable: Bool = true, waitingFor latch: Semaphore? = nil) {
    self.row = row
    self.isTakenBack = isTakenBack
    self.isRepeatable = isRepeatable
    self.latch = latch
  }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    begun.signal()
    if runs.isEmpty { latch?.wait() }
    seen.withLock { $0.append(rollback) }
    if rollback == .savepoint { try connection.savepoint("change") }
    try connection.execute("INSERT INTO x VALUES(\(row))")
    if isTakenBack {
      guard rollback == .savepoint else { throw RestartTransaction() }
      try connection.rollBack(to: "change")
    }
    if rollback == .savepoint { try connection.release("change") }
  }

  func finished(_ outcome: CommitResult) {
    guard case .committed = outcome else { return done.fulfill(false) }
    done.fulfill(true)
  }
}

@Suite struct `Taking back what a unit wrote` {
  private let bench: StoreBench
  private let writer: Writer

  init() throws {
    bench = try StoreBench()
    let path = bench.folder.database
    writer = try Writer(file: path) {
      let connection = try Connection(path: path, mode: .writer)
      try connection.execute("CREATE TABLE IF NOT EXISTS x(a INTEGER PRIMARY KEY)")
      return (connection, NoCompany())
    }
  }

  private func rows() throws -> [Int64] {
    try Connection(path: bench.folder.database, mode: .reader).privileged("SELECT a FROM x ORDER BY a").all().compactMap { $0[0].integer }
  }

  /// Runs them as one group, behind a unit that holds the writer back until they all wait.
  private func group(_ units: [Change]) {
    let hold = Semaphore()
    let first = Change(1_000_000 + units[0].row, waitingFor: hold)
    #expect(writer.submit(first))
    // Else the writer might find some of the others beside it.
    first.begun.wait()
    for unit in units { #expect(writer.submit(unit)) }
    hold.signal()
    #expect(([first] + units).allSatisfy { $0.done.wait() })
  }

  @Test func `one that is taken back takes nothing else with it, and the group begins again`() throws {
    let units = [Change(1), Change(2, isTakenBack: true), Change(3)]
    group(units)
    #expect(try rows() == [1, 3, 1_000_001])
    #expect(units.map(\.runs) == [[.group, .savepoint], [.group, .savepoint], [.savepoint]])
    writer.close()
  }

  @Test func `after that groups have savepoints for a while, and then none again`() throws {
    group([Change(1, isTakenBack: true)])
    let later = (10..<60).map { row in
      let unit = Change(row)
      #expect(writer.submit(unit) && unit.done.wait())
      return unit.runs
    }
    #expect(later.first == [.savepoint] && later.last == [.group])
    let turn = later.firstIndex(of: [.group]) ?? 0
    #expect(later[..<turn].allSatisfy { $0 == [.savepoint] } && later[turn...].allSatisfy { $0 == [.group] })
    writer.close()
  }

  @Test func `what cannot be repeated is run once, with a savepoint, and so is its group`() throws {
    let units = [Change(1), Change(2, isTakenBack: true, isRepeatable: false), Change(3)]
    group(units)
    #expect(try rows() == [1, 3, 1_000_001])
    #expect(units.allSatisfy { $0.runs == [.savepoint] })
    writer.close()
  }
}
