import Foundation
import Store
import TestKit
import Values

/// A folder of its own that goes with the test.
final class StoreBench {
  let folder: StoreFolder
  private let root: TemporaryFolder

  init() throws {
    root = try TemporaryFolder("store")
    folder = StoreFolder(root.path + "/store")
    try folder.create()
  }

  func path(_ name: String) -> String { root.path + "/" + name }

  /// A database with groups of two provinces behind its views.
  func gated(_ scope: Scope, mode: Connection.Mode = .reader) throws -> Connection {
    let tables = [
      ScopedTable("groups_group", object: "groups.group", hasCounty: true),
      ScopedTable("groups_visit", object: "groups.visit", hasCounty: false),
    ]
    if !folder.exists {
      let writer = try Connection(path: folder.database, mode: .writer)
      try StoreBench.steps([StoreBench.schema]).apply(to: writer, at: "2026-03-21T00:00:00Z")
    }
    let connection = try Connection(path: folder.database, mode: mode)
    try connection.installScopedViews(over: tables)
    connection.scope = scope
    return connection
  }

  /// Steps that are known again by their text itself.
  static func steps(_ steps: [Migration]) -> Migrations { Migrations(steps) { $0 } }

  static let schema = Migration(
    "groups.tables",
    "CREATE TABLE groups_group(id INTEGER PRIMARY KEY, province TEXT NOT NULL, county INTEGER, name TEXT NOT NULL) STRICT",
    "CREATE TABLE groups_visit(id INTEGER PRIMARY KEY, province TEXT NOT NULL, grp INTEGER NOT NULL) STRICT",
    "CREATE TABLE groups_word(word TEXT NOT NULL) STRICT",
    "CREATE TABLE audit_entry(id INTEGER PRIMARY KEY, leaf BLOB NOT NULL) STRICT",
    "CREATE TABLE registry_answer(actor TEXT NOT NULL, answer TEXT NOT NULL) STRICT",
    """
    CREATE TABLE registry_reach(object TEXT NOT NULL, row INTEGER NOT NULL, kind TEXT NOT NULL, holder INTEGER NOT NULL,
      PRIMARY KEY(object, row, kind, holder)) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO registry_reach VALUES('groups.group',1,'county',1),('groups.group',2,'groups.group',2),('groups.visit',1,'county',1)",
    """
    INSERT INTO groups_group VALUES(1,'IR-27',1,'golestan one'),(2,'IR-27',2,'golestan two'),(3,'IR-27',NULL,'golestan'),
      (4,'IR-12',9,'kurdistan')
    """,
    "INSERT INTO groups_visit VALUES(1,'IR-27',1),(2,'IR-12',4)", "INSERT INTO groups_word VALUES('open')",
    "INSERT INTO audit_entry VALUES(0,x'00')", "INSERT INTO registry_answer VALUES('u1','{}')")
}

extension Connection {
  func numbers(_ sql: String) throws -> [Int64] { try scoped(text: sql).all().compactMap { $0.first?.integer } }
}
