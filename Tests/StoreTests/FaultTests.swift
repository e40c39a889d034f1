import Foundation
import TestKit
import Testing
import Values

@testable import Store

private final class Witness: TransactionObserver {
  let tell: @Sendable (String) -> Void
  init(_ tell: @escaping @Sendable (String) -> Void) { self.tell = tell }
  func began(on connection: Connection) {}
  func willCommit(on connection: Connection) {}
  func didCommit() { tell("didCommit") }
  func didRollBack() { tell("didRollBack") }
  func closing() { tell("closing") }
}

private final class Work: WriteUnit {
  let done = Promise<String>()
  private let body: @Sendable (Connection) throws -> Void
  init(_ body: @escaping @Sendable (Connection) throws -> Void) { self.body = body }
  convenience init(_ sql: String) { self.init { try $0.execute(sql) } }
  var isRepeatable: Bool { false }
  func run(on connection: Connection, rollback: RollbackScope) throws { try body(connection) }
  func finished(_ outcome: CommitResult) {
    switch outcome {
    case .committed: done.fulfill("committed")
    case .failed(let fault, let unknown): done.fulfill("\(fault.kind) \(unknown)")
    }
  }
}

@Suite struct `The writer on a failing disk` {
  private let bench: StoreBench
  private let path: String
  private let words = Lines()
  private let writer: Writer

  init() throws {
    bench = try StoreBench()
    path = bench.folder.database
    let (path, words) = (path, words)
    writer = try Writer(file: path) {
      words.add("opened")
      let connection = try Connection(path: path, mode: .writer)
      try connection.execute("CREATE TABLE IF NOT EXISTS x(a INTEGER PRIMARY KEY, b BLOB)")
      try connection.execute("CREATE TABLE IF NOT EXISTS y(x INTEGER REFERENCES x(a) DEFERRABLE INITIALLY DEFERRED)")
      return (connection, Witness { words.add($0) })
    }
  }

  private func write(_ unit: Work) -> String {
    writer.submit(unit) ? unit.done.wait() : "not taken"
  }

  private func rows(in file: String? = nil) throws -> Value? {
    try Connection(path: file ?? path, mode: .reader).privileged("SELECT count(*) FROM x").first()
  }

  private var logBytes: Int {
    (try? FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int) ?? 0
  }

  @Test func `a COMMIT that fails in the disk is unknown, and what comes next reads everything from the file again`() throws {
    #expect(write(Work("INSERT INTO x(a) VALUES(1)")) == "committed")
    let log = path + "-wal"
    let broken = Work { connection in
      try connection.execute("INSERT INTO x(a) VALUES(2)")
      breakWriting(to: log)
    }
    let commits = writer.commits
    #expect(write(broken) == "io true")
    #expect(writer.commits == commits + 1, "whoever remembers what was read must read again")
    #expect(write(Work("INSERT INTO x(a) VALUES(3)")) == "committed")
    #expect(words.all == ["opened", "didCommit", "didRollBack", "closing", "opened", "didCommit"])
    #expect(try rows() == 2)
    writer.close()
  }

  @Test func `a COMMIT that a constraint stops is known to have done nothing`() throws {
    #expect(write(Work("INSERT INTO y VALUES(7)")) == "constraint false")
    #expect(write(Work("INSERT INTO x(a) VALUES(7)")) == "committed")
    writer.close()
  }

  @Test func `a log that was taken away stops the writing and loses nothing that was committed`() throws {
    for number in 0..<20 { #expect(write(Work("INSERT INTO x(a) VALUES(\(number))")) == "committed") }
    try FileManager.default.moveItem(atPath: path + "-wal", toPath: bench.path("wal"))
    #expect(write(Work("INSERT INTO x(a) VALUES(100)")) == "replaced false")
    let copy = bench.path("copy.db")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    #expect(try rows(in: copy) == 20)
    #expect(write(Work("INSERT INTO x(a) VALUES(100)")) == "replaced false")
    writer.close()
  }

  @Test func `the log begins anew under load, and is copied by somebody else`() throws {
    for number in 0..<600 { #expect(write(Work("INSERT INTO x VALUES(\(number), zeroblob(131072))")) == "committed") }
    #expect(logBytes < 60 << 20, "80 MiB were written")
    writer.tidy()
    for _ in 0..<500 where logBytes > 0 { usleep(10_000) }
    #expect(logBytes == 0)
    #expect(try rows() == 600)
    writer.close()
  }

  @Test func `somebody who reads for long holds the log, not the writing, and only until the end`() throws {
    let reader = try Connection(path: path, mode: .reader)
    try reader.execute("BEGIN")
    #expect(try reader.privileged("SELECT count(*) FROM x").first() == 0)
    for number in 0..<500 { #expect(write(Work("INSERT INTO x VALUES(\(number), zeroblob(131072))")) == "committed") }
    #expect(logBytes > 40 << 20)
    #expect(try reader.privileged("SELECT count(*) FROM x").first() == 0)
    try reader.execute("COMMIT")
    // Enough for two portions to be copied.
    for number in 500..<760 { #expect(write(Work("INSERT INTO x VALUES(\(number), zeroblob(131072))")) == "committed") }
    let grown = logBytes
    for number in 760..<860 { #expect(write(Work("INSERT INTO x VALUES(\(number), zeroblob(131072))")) == "committed") }
    #expect(logBytes <= grown)
    #expect(try rows() == 860)
    writer.close()
  }
}
