import Foundation
import Glibc
import Store
import Synchronization
import TestKit
import Testing
import Values

/// Counts what happens around groups.
private final class Company: TransactionObserver {
  let seen: Seen
  init(_ seen: Seen) { self.seen = seen }
  func began(on connection: Connection) { seen.add("began") }
  func willCommit(on connection: Connection) throws {
    seen.add("willCommit")
    if seen.refusesCommit { throw StoreFault(.full, Texts("پر", "full")) }
  }
  func didCommit() { seen.add("didCommit") }
  func didRollBack() { seen.add("didRollBack") }
}

private final class Seen: Sendable {
  private let list = Lines()
  private let flag = Mutex(false)
  var refusesCommit: Bool {
    get { flag.withLock { $0 } }
    set { flag.withLock { $0 = newValue } }
  }
  func add(_ word: String) { list.add(word) }
  var words: [String] { list.all }
  func words(waitingFor count: Int) -> [String] { list.all(waitingFor: count) }
}

private final class Unit: WriteUnit {
  let sql: String
  let done = Promise<String>()
  /// Holds the writer until it is told to go on.
  let latch: Store.Semaphore?

  init(_ sql: String, waitingFor latch: Store.Semaphore? = nil) {
    self.sql = sql
    self.latch = latch
  }

  var isRepeatable: Bool { false }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    latch?.wait()
    try connection.execute(sql)
  }

  func finished(_ outcome: CommitResult) {
    switch outcome {
    case .committed: done.fulfill("committed")
    case .failed(let fault, let unknown): done.fulfill("\(fault.kind) \(unknown)")
    }
  }
}

@Suite struct `The writer` {
  private let bench: StoreBench
  private let seen = Seen()
  private let writer: Writer

  init() throws {
    bench = try StoreBench()
    let path = bench.folder.database
    let seen = seen
    writer = try Writer(file: path) {
      let connection = try Connection(path: path, mode: .writer)
      try connection.execute("CREATE TABLE IF NOT EXISTS x(a INTEGER PRIMARY KEY)")
      return (connection, Company(seen))
    }
  }

  private func rows() throws -> Value? {
    try Connection(path: bench.folder.database, mode: .reader).privileged("SELECT count(*) FROM x").first()
  }

  @Test func `units that wait together are committed together`() throws {
    let hold = Store.Semaphore()
    let first = Unit("INSERT INTO x VALUES(0)", waitingFor: hold)
    #expect(writer.submit(first))
    let others = (1...100).map { Unit("INSERT INTO x VALUES(\($0))") }
    for unit in others { #expect(writer.submit(unit)) }
    hold.signal()
    #expect(([first] + others).allSatisfy { $0.done.wait() == "committed" })
    #expect(try rows() == 101)
    #expect(seen.words.filter { $0 == "didCommit" }.count <= 2 + 1)
    writer.close()
  }

  @Test func `what fails in the database fails its group and leaves nothing`() throws {
    let hold = Store.Semaphore()
    let first = Unit("INSERT INTO x VALUES(0)", waitingFor: hold)
    #expect(writer.submit(first))
    #expect(!seen.words(waitingFor: 1).isEmpty)
    let good = Unit("INSERT INTO x VALUES(1)")
    let bad = Unit("INSERT INTO nowhere VALUES(1)")
    #expect(writer.submit(good) && writer.submit(bad))
    hold.signal()
    #expect(first.done.wait() == "committed" && good.done.wait() == "sql false" && bad.done.wait() == "sql false")
    #expect(try rows() == 1)
    #expect(seen.words.last == "didRollBack")
    writer.close()
  }

  @Test func `before COMMIT nothing has happened, and the outcome is known`() throws {
    seen.refusesCommit = true
    let unit = Unit("INSERT INTO x VALUES(0)")
    #expect(writer.submit(unit))
    #expect(unit.done.wait() == "full false")
    seen.refusesCommit = false
    #expect(try rows() == 0)
    writer.close()
  }

  @Test func `a closed writer finishes what waits and takes nothing more`() throws {
    let units = (0..<300).map { Unit("INSERT INTO x VALUES(\($0))") }
    for unit in units { #expect(writer.submit(unit)) }
    writer.close()
    #expect(units.allSatisfy { $0.done.wait() == "committed" })
    #expect(!writer.submit(Unit("INSERT INTO x VALUES(1000)")))
    writer.close()
    #expect(FileIdentity(bench.folder.database + "-wal") == nil, "everything is in the database file")
    #expect(try rows() == 300)
  }

  @Test func `a full queue takes no more until it has room`() throws {
    let hold = Store.Semaphore()
    #expect(writer.submit(Unit("SELECT 1", waitingFor: hold)))
    #expect(!seen.words(waitingFor: 1).isEmpty)
    for _ in 0..<Writer.queueLimit { #expect(writer.submit(Unit("SELECT 1"))) }
    #expect(!writer.submit(Unit("SELECT 1")))
    hold.signal()
    let last = Unit("SELECT 1")
    var isTaken = false
    for _ in 0..<5_000 where !isTaken {
      isTaken = writer.submit(last)
      if !isTaken { usleep(1_000) }
    }
    try #require(isTaken)
    #expect(last.done.wait() == "committed")
    writer.close()
  }

  @Test(arguments: [true, false]) func `a database that was taken away or replaced is written no more`(isReplaced: Bool) throws {
    try FileManager.default.moveItem(atPath: bench.folder.database, toPath: bench.path("away"))
    if isReplaced { try PlainFile.create(bench.folder.database, text: "") }
    let unit = Unit("INSERT INTO x VALUES(0)")
    #expect(writer.submit(unit))
    #expect(unit.done.wait() == "replaced false")
    writer.close()
  }

  @Test func `a writer that cannot open its store is not made`() throws {
    let fault = #expect(throws: StoreFault.self) {
      try Writer(file: "") { throw StoreFault(.newerSchema, Texts("تازه‌تر", "newer")) }
    }
    #expect(fault?.kind == .newerSchema)
  }
}
