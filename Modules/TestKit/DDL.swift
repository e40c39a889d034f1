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
