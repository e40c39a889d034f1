public import Store
public import Values

/// One statement of a migration, read as far as the laws need it.
public struct DDL {
  /// `TABLE`, `INDEX`, `TRIGGER` or `VIEW`.
  public let kind: String
  public let name: String
  /// The table an index or trigger stands on.
  public let on: String?
  public let sql: String

  /// nil for a statement that creates nothing.
  public init?(_ sql: String) {
    let pattern = /(?i)^\s*CREATE\s+(?:UNIQUE\s+)?(TABLE|INDEX|TRIGGER|VIEW)\s+(?:IF\s+NOT\s+EXISTS\s+)?(\w+)/
    guard let head = sql.prefixMatch(of: pattern) else { return nil }
    kind = head.output.1.uppercased()
    name = String(head.output.2)
    self.sql = sql
    on = kind == "TABLE" ? nil : sql.firstMatch(of: /(?i)\sON\s+(\w+)/).map { String($0.output.1) }
  }

  /// The tables that are there after all steps: what one of them drops is gone.
  public static func tables(after migrations: [Migration]) -> [DDL] {
    let statements = migrations.flatMap(\.sql)
    let dropped = Set(statements.compactMap { $0.firstMatch(of: /(?i)^\s*DROP\s+TABLE\s+(\w+)/).map { String($0.output.1) } })
    return statements.compactMap { DDL($0) }.filter { $0.kind == "TABLE" && !dropped.contains($0.name) }
  }

  /// Lines that declare a column: a lower-case name and a type of SQLite.
  public var columnLines: [(name: String, line: String)] {
    sql.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^\s*([a-z_0-9]+)\s+(INTEGER|TEXT|BLOB|REAL|ANY)\b/).map { (String($0.output.1), String(line)) }
    }
  }

  /// Tables that foreign keys point to.
  public var references: [String] { sql.matches(of: /(?i)\bREFERENCES\s+(\w+)/).map { String($0.output.1) } }

  public var withoutComments: String { sql.replacing(/--[^\n]*/, with: "") }
}

extension StoreFolder {
  /// What a statement finds, past every scope.
  public func rows(_ sql: String) throws -> [[Value]] { try Connection(path: database, mode: .reader).privileged(text: sql).all() }

  /// Changes the database as somebody with a tool for SQL would.
  public func alter(_ sql: String) throws { try Connection(path: database, mode: .writer).execute(sql) }

  /// The ledger's entries as they are hashed, in their order.
  public func leaves() throws -> [[UInt8]] {
    try rows("SELECT leaf FROM audit_entry ORDER BY id").compactMap { if case .bytes(let leaf)? = $0.first { leaf } else { nil } }
  }

  /// The ledger's entries, in their order.
  public func entries() throws -> [Value] { try leaves().map { try JSONReader.read($0) } }
}
