import Foundation
import TestKit
import Testing
import Values

@testable import Store

@Suite(.serialized) struct `Signs of the store` {
  private let bench: StoreBench
  private let connection: Connection

  init() throws {
    bench = try StoreBench()
    connection = try Connection(path: bench.folder.database, mode: .writer)
    try connection.execute("CREATE TABLE x(a INTEGER PRIMARY KEY)")
    try connection.execute("WITH n(a) AS (SELECT 1 UNION ALL SELECT a+1 FROM n WHERE a<10) INSERT INTO x SELECT a FROM n")
  }

  @Test func `a damaged file is told and counted, a violated constraint is not`() throws {
    let lines = Lines()
    StoreLog.listen { lines.add($0) }
    defer { StoreLog.listen { _ in } }
    #expect(throws: StoreFault.self) { try connection.privileged("INSERT INTO x VALUES(1)").run() }
    #expect(!lines.all.contains { $0.contains("INSERT INTO x") })
    connection.checkpoint(.truncate)
    let before = StoreLog.faults
    let file = try FileHandle(forUpdating: URL(filePath: bench.folder.database))
    try file.seek(toOffset: 4_096)
    try file.write(contentsOf: Data(repeating: 0xAA, count: 4_096))
    try file.close()
    let reader = try Connection(path: bench.folder.database, mode: .reader)
    #expect(throws: StoreFault.self) { try reader.privileged("SELECT count(*) FROM x").all() }
    #expect(lines.all.contains { $0.contains("SQLite (11)") && $0.contains("corrupt") })
    #expect(StoreLog.faults > before)
  }

  @Test func `a line holds no statement and is cut`() {
    let lines = Lines()
    StoreLog.listen { lines.add($0) }
    defer { StoreLog.listen { _ in } }
    StoreLog.take(10, "statement aborts at 7: [INSERT INTO people VALUES('zahra[x]')] disk I/O error of bench")
    StoreLog.take(10, String(repeating: "a", count: 5_000))
    #expect(lines.all.contains("store: SQLite (10) statement aborts at 7:  disk I/O error of bench"))
    #expect(lines.all.allSatisfy { $0.count < 230 && !$0.contains("zahra") })
  }

  @Test func `prepared statements are kept, but not without bound`() throws {
    var cache = StatementCache()
    for number in 0..<5_000 {
      let sql = "SELECT \(number)"
      if cache.find("SELECT 0") == nil { cache.keep(try connection.privileged("SELECT 0"), "SELECT 0") }
      #expect(cache.find(sql) == nil || number == 0)
      if number > 0 { cache.keep(try connection.privileged(text: sql), sql) }
      #expect(cache.count <= 2 * StatementCache.generation + 1)
    }
    #expect(cache.find("SELECT 4999") != nil && cache.find("SELECT 0") != nil && cache.find("SELECT 1") == nil)
  }

  @Test func `a statement that is let go while it is read goes on`() throws {
    let rows = try connection.privileged("SELECT a FROM x ORDER BY a")
    #expect(try rows.step())
    for number in 0..<2_000 { #expect(try connection.privileged(text: "SELECT \(number)").first() == .int(Int64(number))) }
    #expect(try rows.step() && rows.int(0) == 2)
  }

  @Test func `a read that was left in the middle is ended and holds the log no more`() throws {
    let reader = try Connection(path: bench.folder.database, mode: .reader)
    #expect(try reader.privileged("SELECT a FROM x").step())
    connection.waitsForOthers(milliseconds: 10)
    try connection.execute("INSERT INTO x VALUES(11)")
    #expect(!connection.checkpoint(.truncate))
    reader.endReads()
    #expect(connection.checkpoint(.truncate))
  }

  @Test func `an empty file and somebody else's database are no stores`() throws {
    for sql in ["", "CREATE TABLE other(a)"] {
      let other = try Connection(path: bench.path("other\(sql.count)"), mode: .writer)
      try other.execute(sql)
      let fault = #expect(throws: StoreFault.self) { try Migrations.requireStore(other) }
      #expect(fault?.kind == .corrupt)
      try Migrations.begin(other)
      try Migrations.requireStore(other)
    }
  }
}
