import Values

/// The steps of a program in their order. A store keeps the name of each step that made it and the digest of its SQL; both
/// are compared before anything is applied, and what is missing is applied whole or not at all.
public struct Migrations: Sendable {
  let steps: [Migration]
  let digests: [String: [UInt8]]

  /// - Parameter digest: SHA-256, handed in because this room knows no cryptography.
  public init(_ steps: [Migration], digest: ([UInt8]) -> [UInt8]) {
    self.steps = steps
    digests = Dictionary(steps.map { ($0.name, digest($0.octets)) }, uniquingKeysWith: { first, _ in first })
  }

  /// Makes a new database a store. An empty file is none: it is not filled silently in place of one that was lost.
  ///
  /// - Throws: `StoreFault` when nothing can be written.
  public static func begin(_ connection: Connection) throws {
    try connection.execute(
      """
      CREATE TABLE IF NOT EXISTS store_migration(
        name TEXT PRIMARY KEY, -- module.what
        applied_at TEXT NOT NULL, -- UTC, RFC 3339
        digest BLOB -- SHA-256 of the step's SQL; NULL in a store of version 0.1.0 until it is opened for writing
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

  /// Applies what is missing and takes over the digests of what has none, in one transaction.
  ///
  /// - Throws: `StoreFault` when the store is not one for this program, or a step does not fit; nothing was kept then.
  /// - Returns: the names applied now.
  @discardableResult
  public func apply(to connection: Connection, at time: String) throws -> [String] {
    // A database without any step is a new one.
    if try connection.privileged("SELECT 1 FROM sqlite_master WHERE name='store_migration'").first() == nil {
      try Migrations.begin(connection)
    }
    let state = try check(connection)
    guard !state.missing.isEmpty || !state.unmarked.isEmpty else { return [] }
    try connection.execute("BEGIN IMMEDIATE")
    do {
      try takeOver(state.unmarked, on: connection)
      for step in steps where state.missing.contains(step.name) {
        try Migrations.run(step, on: connection)
        try connection.privileged("INSERT INTO store_migration(name, applied_at, digest) VALUES(?, ?, ?)")
          .bind([.text(step.name), .text(time), .bytes(digests[step.name] ?? [])]).run()
      }
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
    return state.missing
  }

  private func takeOver(_ names: [String], on connection: Connection) throws {
    if try !Migrations.keepsDigests(connection) { try connection.execute("ALTER TABLE store_migration ADD COLUMN digest BLOB") }
    for name in names {
      try connection.privileged("UPDATE store_migration SET digest=? WHERE name=?")
        .bind([.bytes(digests[name] ?? []), .text(name)]).run()
    }
  }

  /// A step that does not fit says that the schema is not what the list of steps says.
  static func run(_ step: Migration, on connection: Connection) throws {
    do {
      for sql in step.sql { try connection.execute(sql) }
    } catch let fault as StoreFault where fault.concernsStatementOnly {
      throw StoreFault(
        .corrupt,
        Texts(
          "طرح پایگاه با فهرست گام‌هایش نمی‌خواند (\(step.name)): \(fault.texts.fa)",
          "The schema is not what its list of steps says (\(step.name)): \(fault.texts.en)"), code: fault.code)
    }
  }
}

/// One step of the schema: applied once, in order, recorded for ever; never edited after it was released.
public struct Migration: Sendable {
  /// `module.what`, unique; the part before the dot is the prefix of every table it touches.
  public let name: String
  /// Its statements, run in order within one transaction.
  public let sql: [String]

  /// A step of literal statements.
  ///
  /// - Parameters:
  ///   - name: `module.what`, unique.
  ///   - sql: statements in order; each may hold several.
  public init(_ name: String, _ sql: StaticString...) { self.init(name, statements: sql.map { "\($0)" }) }

  /// Of made statements, which only this room and its tests may have.
  init(_ name: String, statements: [String]) {
    self.name = name
    sql = statements
  }

  /// What its digest is made of. SQL holds no zero octet, so that statements cannot run into one another.
  public var octets: [UInt8] { Array(sql.joined(separator: "\0").utf8) }
}
