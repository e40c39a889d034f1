import Store
import Testing
import Values

@Suite struct `The authorizer` {
  private let bench: StoreBench
  private let golestan: Connection

  init() throws {
    bench = try StoreBench()
    golestan = try bench.gated(.province("IR-27"))
  }

  @Test func `a plain name shows the rows in scope, whichever way they are asked for`() throws {
    for (sql, rows) in [
      ("SELECT id FROM groups_group ORDER BY id", [1, 2, 3]),
      ("SELECT count(*) FROM groups_group", [3]),
      ("SELECT count(*) FROM groups_group a, groups_group b", [9]),
      ("SELECT v.id FROM groups_visit v JOIN groups_group g ON g.id = v.grp", [1]),
      ("SELECT g.id FROM groups_word w LEFT JOIN groups_group g ON g.id = 4 WHERE g.id IS NOT NULL", []),
      ("SELECT (SELECT count(*) FROM groups_group)", [3]),
      ("WITH g AS (SELECT id FROM groups_group) SELECT max(id) FROM g", [3]),
      ("SELECT 1 WHERE EXISTS(SELECT 1 FROM groups_group WHERE province='IR-12')", []),
      ("SELECT id FROM groups_visit UNION SELECT id + 10 FROM groups_group WHERE id = 4", [1]),
      ("SELECT id FROM temp.groups_group ORDER BY id", [1, 2, 3]),
      ("SELECT id FROM groups_group NOT INDEXED WHERE id = 4", []),
    ] as [(String, [Int64])] { #expect(try golestan.numbers(sql) == rows, "\(sql)") }
  }

  @Test(arguments: [
    "SELECT id FROM main.groups_group", "SELECT count(*) FROM main.groups_group", "SELECT rowid FROM \"main\".groups_group",
    "SELECT 1 FROM main.groups_group", "SELECT id FROM groups_group WHERE id IN (SELECT id FROM main.groups_group)",
    "SELECT (SELECT max(id) FROM main.groups_group)", "WITH g AS (SELECT id FROM main.groups_group) SELECT id FROM g",
    "WITH groups_group AS (SELECT * FROM main.groups_group) SELECT id FROM groups_group",
    "WITH groups_group AS (SELECT count(*) AS n FROM main.groups_group) SELECT n FROM groups_group",
    "SELECT id FROM (SELECT * FROM main.groups_group) AS groups_group",
    "SELECT groups_group.id FROM main.groups_visit AS groups_group",
    "SELECT id FROM groups_group UNION ALL SELECT id FROM main.groups_group",
    "SELECT v.id FROM groups_visit v JOIN main.groups_group g ON g.id = v.grp",
  ]) func `the table behind the view cannot be named`(sql: String) throws {
    let fault = #expect(throws: StoreFault.self) { try golestan.numbers(sql) }
    #expect(fault?.kind == .notAllowed)
  }

  @Test(arguments: [
    "SELECT name FROM sqlite_master", "SELECT name FROM sqlite_temp_master", "SELECT name FROM main.sqlite_schema",
    "SELECT cid FROM pragma_table_info('groups_group')", "SELECT * FROM pragma_database_list",
    "SELECT * FROM store_migration", "SELECT leaf FROM audit_entry", "SELECT count(*) FROM main.audit_entry",
    "SELECT answer FROM registry_answer", "WITH audit_entry AS (SELECT * FROM main.audit_entry) SELECT id FROM audit_entry",
  ]) func `what belongs to the kernel is not for features`(sql: String) {
    #expect(throws: StoreFault.self) { try golestan.scoped(text: sql).all() }
  }

  @Test(arguments: [
    "INSERT INTO groups_word VALUES('a')", "UPDATE groups_word SET word='a'", "DELETE FROM groups_word",
    "INSERT INTO main.groups_group VALUES(9,'IR-27',1,'x')", "DROP TABLE groups_word", "DROP VIEW temp.groups_group",
    "CREATE TABLE groups_x(a)", "CREATE TEMP TABLE x(a)", "CREATE TEMP VIEW x AS SELECT 1", "PRAGMA query_only=OFF",
    "PRAGMA user_version", "ATTACH '/tmp/x' AS x", "BEGIN", "COMMIT", "SAVEPOINT a", "VACUUM", "REINDEX", "ANALYZE",
    "WITH x AS (SELECT 1) DELETE FROM groups_word",
  ]) func `a feature's statement only reads, on the writer too`(sql: String) throws {
    #expect(throws: StoreFault.self) { try golestan.scoped(text: sql).run() }
    let writer = try bench.gated(.nation, mode: .writer)
    #expect(throws: StoreFault.self) { try writer.scoped(text: sql).run() }
    #expect(try writer.numbers("SELECT count(*) FROM groups_word WHERE word = 'open'") == [1])
  }

  @Test func `rows are asked for by a list, those in scope`() throws {
    #expect(try golestan.numbers("SELECT id FROM groups_group WHERE id IN (SELECT value FROM json_each('[2,4]'))") == [2])
  }

  @Test func `an index serves the rows in scope as well`() throws {
    let plan = try golestan.privileged("EXPLAIN QUERY PLAN SELECT name FROM groups_group WHERE id = ?").all()
    #expect(plan.contains { $0.contains("SEARCH main.groups_group USING INTEGER PRIMARY KEY (rowid=?)") }, "\(plan)")
  }

  @Test func `a county sees its own rows and those that the reach table gives it`() throws {
    golestan.scope = .county("IR-27", 1)
    #expect(try golestan.numbers("SELECT id FROM groups_group ORDER BY id") == [1])
    #expect(try golestan.numbers("SELECT id FROM groups_visit") == [1])
    golestan.scope = .county("IR-27", 3)
    #expect(try golestan.numbers("SELECT id FROM groups_group UNION ALL SELECT id FROM groups_visit") == [])
    golestan.scope = .county("IR-12", 1)
    #expect(try golestan.numbers("SELECT id FROM groups_group") == [])
    #expect(try golestan.numbers("SELECT id FROM groups_visit") == [])
  }

  @Test func `what is assigned is seen through what holds it, as long as it is assigned`() throws {
    golestan.scope = .assigned("IR-27", to: 7)
    #expect(try golestan.numbers("SELECT count(*) FROM groups_group") == [0])
    golestan.holders = [Holder(kind: "groups.group", row: 2)]
    #expect(try golestan.numbers("SELECT id FROM groups_group") == [2])
    golestan.scope = .assigned("IR-12", to: 7)
    golestan.holders = [Holder(kind: "groups.group", row: 2)]
    #expect(try golestan.numbers("SELECT id FROM groups_group") == [])
    golestan.scope = .assigned("IR-27", to: 8)
    #expect(try golestan.numbers("SELECT id FROM groups_group") == [])
  }

  @Test func `what is seen is asked for by indexes, the table and the reach table`() throws {
    golestan.scope = .county("IR-27", 1)
    let plan = try golestan.privileged(
      "EXPLAIN QUERY PLAN SELECT t.id FROM groups_group t WHERE t.id IN (SELECT value FROM json_each('[1]')) ORDER BY t.name"
    ).all()
    #expect(plan.contains { $0.contains { $0.string?.contains("SEARCH main.groups_group USING INTEGER PRIMARY KEY") == true } }, "\(plan)")
    #expect(plan.contains { $0.contains { $0.string?.contains("SEARCH r USING PRIMARY KEY (object=? AND row=?)") == true } }, "\(plan)")
  }

  @Test(arguments: [
    "SELECT row FROM registry_reach", "SELECT row FROM main.registry_reach",
    "WITH groups_group AS (SELECT row AS id FROM main.registry_reach) SELECT id FROM groups_group",
  ]) func `nobody reads the reach table but through the views`(sql: String) {
    #expect(throws: StoreFault.self) { try golestan.numbers(sql) }
  }

  @Test func `a cached statement follows the scope`() throws {
    let sql = "SELECT count(*) FROM groups_group"
    #expect(try golestan.numbers(sql) == [3])
    golestan.scope = .nation
    #expect(try golestan.numbers(sql) == [4])
    golestan.scope = .province("IR-12")
    #expect(try golestan.numbers(sql) == [1])
    golestan.scope = .nothing
    #expect(try golestan.numbers(sql) == [0])
  }

  @Test func `the kernel's own statements read and write everything, before and after a change of the schema`() throws {
    let writer = try bench.gated(.nothing, mode: .writer)
    let count = "SELECT count(*) FROM main.groups_group"
    #expect(try writer.privileged(text: count).first() == 4)
    try writer.execute("CREATE TABLE groups_more(a)")
    #expect(try writer.privileged(text: count).first() == 4)
    #expect(throws: StoreFault.self) { try writer.scoped(text: count).all() }
  }

  @Test func `a reader cannot be made to write, even by the kernel`() throws {
    #expect(throws: StoreFault.self) { try golestan.privileged("DELETE FROM main.groups_word").run() }
  }

  @Test func `tables without provinces are read by their plain name`() throws {
    #expect(try golestan.scoped("SELECT word FROM groups_word").first() == "open")
    #expect(try golestan.scoped("SELECT word FROM main.groups_word").first() == "open")
  }
}
