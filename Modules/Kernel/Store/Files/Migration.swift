import Values

/// One step of the schema: applied once, in order, recorded for ever; never edited after it was released.
public struct Migration: Sendable {
  /// `module.what`, unique; the part before the dot is the prefix of every table it touches.
  public let name: String
  public let sql: [String]

  public init(_ name: String, _ sql: StaticString...) {
    self.name = name
    self.sql = sql.map { "\($0)" }
  }
}

/// Applies what is missing and refuses a store from the future.
public enum Migrations {
  /// Makes a new database a store. An empty file is none: it is not filled silently in place of one that was lost.
  public static func begin(_ connection: Connection) throws {
    try connection.execute(
      """
      CREATE TABLE IF NOT EXISTS store_migration(
        name TEXT PRIMARY KEY, -- module.what
        applied_at TEXT NOT NULL -- UTC, RFC 3339
      ) STRICT
      """)
  }

  /// - Throws: `StoreFault.corrupt` when nobody ever made a store of this database.
  public static func requireStore(_ connection: Connection) throws {
    let table = try connection.privileged("SELECT 1 FROM sqlite_master WHERE type='table' AND name='store_migration'").first()
    guard table == nil else { return }
    throw StoreFault(
      .corrupt,
      Texts(
        "\(connection.path) پایگاه دادهٔ این برنامه نیست یا خالی است.",
        "\(connection.path) is empty or no database of this program."))
  }

  /// - Throws: `StoreFault.newerSchema` when the store has migrations that this program does not know.
  /// - Returns: the names applied now.
  @discardableResult
  public static func apply(_ migrations: [Migration], to connection: Connection, at time: String) throws -> [String] {
    try begin(connection)
    let applied = try connection.privileged("SELECT name FROM store_migration").all().compactMap { $0.first?.string }
    let unknown = applied.filter { name in !migrations.contains { $0.name == name } }
    guard unknown.isEmpty else {
      let names = unknown.joined(separator: ", ")
      throw StoreFault(
        .newerSchema,
        Texts(
          "این مخزن با نسخهٔ تازه‌تری ساخته شده است (\(names)). برنامه را به‌روز کنید.",
          "This store was written by a newer version (\(names)). Upgrade the program."))
    }
    let missing = migrations.filter { !applied.contains($0.name) }
    for migration in missing {
      try connection.execute("BEGIN IMMEDIATE")
      do {
        for sql in migration.sql { try connection.execute(sql) }
        try connection.privileged("INSERT INTO store_migration VALUES(?, ?)").bind([.text(migration.name), .text(time)]).run()
        try connection.execute("COMMIT")
      } catch {
        try? connection.execute("ROLLBACK")
        throw explained(error, migration)
      }
    }
    return missing.map(\.name)
  }

  /// A step that does not fit says that the schema is not what the list of steps says.
  private static func explained(_ error: any Error, _ migration: Migration) -> any Error {
    guard let fault = error as? StoreFault, fault.concernsStatementOnly else { return error }
    return StoreFault(
      .corrupt,
      Texts(
        "طرح پایگاه با فهرست گام‌هایش نمی‌خواند (\(migration.name)): \(fault.texts.fa)",
        "The schema is not what its list of steps says (\(migration.name)): \(fault.texts.en)"), code: fault.code)
  }
}
