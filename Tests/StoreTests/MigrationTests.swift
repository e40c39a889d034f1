import Store
import Testing
import Values

@Suite struct `Migrations of the schema` {
  private let bench: StoreBench
  private let connection: Connection

  init() throws {
    bench = try StoreBench()
    connection = try Connection(path: bench.folder.database, mode: .writer)
  }

  private func apply(_ migrations: Migration...) throws -> [String] {
    try Migrations.apply(migrations, to: connection, at: "2026-03-21T00:00:00Z")
  }

  private func tables() throws -> [String] {
    try connection.privileged("SELECT name FROM sqlite_master WHERE type='table' ORDER BY name").all().compactMap { $0[0].string }
  }

  @Test func `each is applied once, in order`() throws {
    let first = Migration("a.one", "CREATE TABLE a_one(x)")
    let second = Migration("a.two", "ALTER TABLE a_one ADD COLUMN y")
    #expect(try apply(first) == ["a.one"])
    #expect(try apply(first, second) == ["a.two"])
    #expect(try apply(first, second) == [])
    #expect(try connection.privileged("SELECT count(*) FROM store_migration").first() == 2)
  }

  @Test func `a failing one leaves nothing, and those before it stay`() throws {
    let good = Migration("a.good", "CREATE TABLE a_good(x)")
    let bad = Migration("a.bad", "CREATE TABLE a_bad(x)", "INSERT INTO a_good VALUES(1)", "CREATE TABLE a_good(x)")
    #expect(throws: StoreFault.self) { try apply(good, bad) }
    #expect(try tables() == ["a_good", "store_migration"])
    #expect(try connection.privileged("SELECT count(*) FROM a_good").first() == 0)
    #expect(try apply(good, Migration("a.bad", "CREATE TABLE a_bad(x)")) == ["a.bad"])
  }

  @Test func `a store from the future is refused untouched`() throws {
    let known = Migration("a.one", "CREATE TABLE a_one(x)")
    _ = try apply(known, Migration("a.future", "CREATE TABLE a_future(x)"))
    let fault = #expect(throws: StoreFault.self) { try apply(known, Migration("a.other", "CREATE TABLE a_other(x)")) }
    #expect(fault?.kind == .newerSchema)
    #expect(fault?.texts.en.contains("a.future") == true)
    #expect(try !tables().contains("a_other"))
  }
}
