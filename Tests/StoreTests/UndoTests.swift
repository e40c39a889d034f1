import Store
import Synchronization
import Testing
import Values

/// Goes through without doing anything around a group.
private final class NoCompany: WriterCompany {
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
  let gate: Signal?
  let done = Handover<Bool>()
  private let seen = Mutex<[Undoing]>([])

  /// How it was run, each time.
  var runs: [Undoing] { seen.withLock { $0 } }

  init(_ row: Int, isTakenBack: Bool = false, isRepeatable: Bool = true, waitingFor gate: Signal? = nil) {
    self.row = row
    self.isTakenBack = isTakenBack
    self.isRepeatable = isRepeatable
    self.gate = gate
  }

  func run(on connection: Connection, undoing: Undoing) throws {
    if runs.isEmpty { gate?.wait() }
    seen.withLock { $0.append(undoing) }
    if undoing == .alone { try connection.savepoint("change") }
    try connection.execute("INSERT INTO x VALUES(\(row))")
    if isTakenBack {
      guard undoing == .alone else { throw UndoGroup() }
      try connection.rollBack(to: "change")
    }
    if undoing == .alone { try connection.release("change") }
  }

  func finished(_ outcome: WriteOutcome) {
    guard case .committed = outcome else { return done.give(false) }
    done.give(true)
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
    try Connection(path: bench.folder.database, mode: .reader).kernel("SELECT a FROM x ORDER BY a").all().compactMap { $0[0].integer }
  }

  /// Runs them as one group, behind a unit that holds the writer back until they all wait.
  private func group(_ units: [Change]) {
    let hold = Signal()
    let first = Change(1_000_000 + units[0].row, waitingFor: hold)
    #expect(writer.submit(first))
    for unit in units { #expect(writer.submit(unit)) }
    hold.raise()
    #expect(([first] + units).allSatisfy { $0.done.take() })
  }

  @Test func `one that is taken back takes nothing else with it, and the group begins again`() throws {
    let units = [Change(1), Change(2, isTakenBack: true), Change(3)]
    group(units)
    #expect(try rows() == [1, 3, 1_000_001])
    #expect(units.map(\.runs) == [[.withGroup, .alone], [.withGroup, .alone], [.alone]])
    writer.close()
  }

  @Test func `after that groups have savepoints for a while, and then none again`() throws {
    group([Change(1, isTakenBack: true)])
    let later = (10..<60).map { row in
      let unit = Change(row)
      #expect(writer.submit(unit) && unit.done.take())
      return unit.runs
    }
    #expect(later.first == [.alone] && later.last == [.withGroup])
    let turn = later.firstIndex(of: [.withGroup]) ?? 0
    #expect(later[..<turn].allSatisfy { $0 == [.alone] } && later[turn...].allSatisfy { $0 == [.withGroup] })
    writer.close()
  }

  @Test func `what cannot be repeated is run once, with a savepoint, and so is its group`() throws {
    let units = [Change(1), Change(2, isTakenBack: true, isRepeatable: false), Change(3)]
    group(units)
    #expect(try rows() == [1, 3, 1_000_001])
    #expect(units.allSatisfy { $0.runs == [.alone] })
    writer.close()
  }
}
