import Store
import Testing
import Values

@Suite struct `Migrations of the schema` {
  private let bench: StoreBench
  private let connection: Connection
  private let first = Migration("a.one", "CREATE TABLE a_one(x)")
  private let second = Migration("a.two", "ALTER TABLE a_one ADD COLUMN y")

  init() throws {
    bench = try StoreBench()
    connection = try Connection(path: bench.folder.database, mode: .writer)
  }

  @discardableResult
  private func apply(_ migrations: Migration...) throws -> [String] {
    try StoreBench.steps(migrations).apply(to: connection, at: "2026-03-21T00:00:00Z")
  }

  /// Everything that the database holds besides the schema's version.
  private func content() throws -> [[Value]] {
    try connection.privileged(
      "SELECT type, name, sql FROM sqlite_master UNION ALL SELECT name, applied_at, '' FROM store_migration ORDER BY 1, 2"
    ).all()
  }

  /// As version 0.1.0 left its stores.
  private func forgetDigests() throws {
    try connection.execute(
      """
      ALTER TABLE store_migration RENAME TO former;
      CREATE TABLE store_migration(name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT;
      INSERT INTO store_migration SELECT name, applied_at FROM former;
      DROP TABLE former
      """)
  }

  private func expectRefused(_ kind: StoreFault.Kind, _ word: String, _ migrations: Migration...) throws {
    let before = try content()
    let fault = #expect(throws: StoreFault.self) {
      try StoreBench.steps(migrations).apply(to: connection, at: "2026-03-21T00:00:00Z")
    }
    #expect(fault?.kind == kind && fault?.texts.en.contains(word) == true && fault?.texts.fa.contains(word) == true, "\(fault as Any)")
    #expect(try content() == before)
  }

  @Test func `each is applied once, in order, and its digest kept`() throws {
    #expect(try apply(first) == ["a.one"])
    #expect(try apply(first, second) == ["a.two"])
    #expect(try apply(first, second) == [])
    #expect(try connection.privileged("SELECT count(*) FROM store_migration WHERE digest IS NOT NULL").first() == 2)
  }

  @Test func `a failing one leaves nothing, neither of itself nor of those before it`() throws {
    try apply(first)
    let good = Migration("a.good", "CREATE TABLE a_good(x)")
    try expectRefused(.corrupt, "a.bad", first, good, Migration("a.bad", "CREATE TABLE a_bad(x)", "CREATE TABLE a_good(x)"))
    #expect(try apply(first, good, Migration("a.bad", "CREATE TABLE a_bad(x)")) == ["a.good", "a.bad"])
  }

  @Test func `a store from the future is refused untouched`() throws {
    try apply(first, Migration("a.future", "CREATE TABLE a_future(x)"))
    try expectRefused(.newerSchema, "a.future", first, Migration("a.other", "CREATE TABLE a_other(x)"))
  }

  @Test func `an edited step is refused before anything is applied`() throws {
    try apply(first)
    try expectRefused(.corrupt, "a.one", Migration("a.one", "CREATE TABLE a_one(x) "), second)
  }

  @Test func `a store without digests gives them up once its tables are what the steps make`() throws {
    try apply(first, second)
    try forgetDigests()
    let third = Migration("b.one", "CREATE TABLE b_one(x)")
    let steps = StoreBench.steps([first, second, third])
    #expect(try steps.state(of: connection).unmarked == ["a.one", "a.two"])
    #expect(try steps.apply(to: connection, at: "2026-03-22T00:00:00Z") == ["b.one"])
    #expect(try steps.state(of: connection).unmarked == [])
    #expect(try steps.state(of: connection).isSame)
    try expectRefused(.corrupt, "a.two", first, Migration("a.two", "ALTER TABLE a_one ADD COLUMN z"), third)
  }

  @Test(arguments: [
    ("ALTER TABLE a_one ADD COLUMN more", "table a_one"), ("CREATE INDEX own ON a_one(x)", "index own"),
    ("DROP TABLE a_one", "table a_one"),
    ("CREATE TRIGGER t AFTER INSERT ON a_one BEGIN SELECT 1; END", "trigger t"), ("CREATE VIEW v AS SELECT 1", "view v"),
  ])
  func `a store without digests whose tables are others is refused untouched`(change: String, object: String) throws {
    try apply(first, second)
    try forgetDigests()
    try connection.execute(change)
    try expectRefused(.corrupt, object, first, second)
  }

  @Test func `a table that somebody altered or dropped is refused also where nothing is to be applied`() throws {
    try apply(first)
    try connection.execute("ALTER TABLE a_one ADD COLUMN more")
    try expectRefused(.corrupt, "table a_one", first)
    try connection.execute("DROP TABLE a_one")
    try expectRefused(.corrupt, "table a_one", first)
  }

  @Test func `what a tool put beside the tables stops new steps only`() throws {
    try apply(first)
    try connection.execute("CREATE TABLE _replica(x); CREATE INDEX own ON a_one(x)")
    #expect(try apply(first) == [], "nothing is to be applied")
    try expectRefused(.corrupt, "table _replica", first, second)
  }

  @Test func `blanks, comments and what SQLite makes for itself are no difference`() throws {
    let made = Migration("a.one", "CREATE TABLE a_one(id INTEGER PRIMARY KEY AUTOINCREMENT, x TEXT UNIQUE DEFAULT '-- no comment')")
    try apply(made)
    try forgetDigests()
    let other = Migration(
      "a.one",
      """
      CREATE TABLE a_one(
        id INTEGER PRIMARY KEY AUTOINCREMENT, -- a comment
        x TEXT UNIQUE /* and another */ DEFAULT '-- no comment')
      """)
    try connection.execute("INSERT INTO a_one(x) VALUES('y'); ANALYZE")
    #expect(try StoreBench.steps([other]).deviations(of: connection) == [])
    let third = Migration(
      "a.one", "CREATE TABLE a_one(id INTEGER PRIMARY KEY AUTOINCREMENT, x TEXT UNIQUE DEFAULT '--  no comment')")
    #expect(try StoreBench.steps([third]).deviations(of: connection).map(\.texts.en) == ["table a_one is different"])
  }
}
