import Foundation
import Jalali
import Store
import Testing
import Values

@Suite struct `A connection` {
  private let bench: StoreBench

  init() throws { bench = try StoreBench() }

  @Test(arguments: [Connection.Mode.writer, .reader, .copy]) func `a directory is no database`(mode: Connection.Mode) throws {
    try FileManager.default.createDirectory(atPath: bench.path("folder"), withIntermediateDirectories: true)
    #expect(throws: StoreFault.self) { try Connection(path: bench.path("folder"), mode: mode) }
  }

  @Test(arguments: [Connection.Mode.writer, .reader, .copy]) func `a file of something else is no database`(mode: Connection.Mode) throws {
    let path = bench.path("garbage")
    try Data((0..<5_000).map { UInt8($0 % 251) }).write(to: URL(fileURLWithPath: path))
    let fault = #expect(throws: StoreFault.self) { try Connection(path: path, mode: mode) }
    #expect(fault?.kind == .corrupt)
  }

  @Test func `only a writer makes a missing file`() throws {
    #expect(throws: StoreFault.self) { try Connection(path: bench.path("none"), mode: .reader) }
    #expect(throws: StoreFault.self) { try Connection(path: bench.path("none"), mode: .copy) }
    _ = try Connection(path: bench.path("none"), mode: .writer)
    _ = try Connection(path: bench.path("none"), mode: .reader)
  }

  @Test func `the writer syncs fully, checks references and wipes what it deletes`() throws {
    let writer = try Connection(path: bench.folder.database, mode: .writer)
    #expect(try writer.privileged("PRAGMA journal_mode").first() == "wal")
    #expect(try writer.privileged("PRAGMA synchronous").first() == 2)
    #expect(try writer.privileged("PRAGMA foreign_keys").first() == 1)
    #expect(try writer.privileged("PRAGMA secure_delete").first() == 1)
  }

  @Test func `values come back as they were bound`() throws {
    let connection = try Connection(path: bench.folder.database, mode: .writer)
    try connection.execute("CREATE TABLE x(a, b, c, d, e, f, g)")
    let day = try JalaliDay(1405, 1, 1)
    try connection.privileged("INSERT INTO x VALUES(?,?,?,?,?,?,?)")
      .bind(["", "متن\u{0}ادامه", .bytes([]), .bytes([0, 255]), .int(.min), .day(day), .personal(true)]).run()
    let row = try #require(try connection.privileged("SELECT * FROM x").all().first)
    #expect(row == ["", "متن\u{0}ادامه", .bytes([]), .bytes([0, 255]), .int(.min), .int(Int64(day.number)), 1])
    #expect(try connection.privileged("SELECT typeof(c) FROM x").first() == "blob")
  }

  @Test(arguments: [.secret("a"), [1], .object([])] as [Value]) func `what must not stand in a column is refused`(value: Value) throws {
    let connection = try Connection(path: bench.folder.database, mode: .writer)
    #expect(throws: StoreFault.self) { try connection.privileged("SELECT ?").bind([value]) }
    #expect(throws: StoreFault.self) { try connection.privileged("SELECT ?").bind([1, 2]) }
    #expect(try connection.privileged("SELECT ?").first() == .null)
  }

  @Test func `violated constraints are told apart`() throws {
    let connection = try Connection(path: bench.folder.database, mode: .writer)
    try connection.execute("CREATE TABLE x(a INTEGER PRIMARY KEY, b TEXT UNIQUE CHECK(b <> 'no'))")
    try connection.execute("INSERT INTO x VALUES(1,'a')")
    func fault(_ sql: String) -> StoreFault? { #expect(throws: StoreFault.self) { try connection.privileged(text: sql).run() } }
    #expect(fault("INSERT INTO x VALUES(2,'a')")?.code == StoreFault.uniqueViolation)
    #expect(fault("INSERT INTO x VALUES(1,'b')")?.code == StoreFault.primaryKeyViolation)
    let check = fault("INSERT INTO x VALUES(3,'no')")
    #expect(check?.kind == .constraint && check?.code == 275)
    #expect(fault("SELECT nothing")?.kind == .sql)
  }
}
