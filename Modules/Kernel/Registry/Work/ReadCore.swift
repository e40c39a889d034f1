import Jalali
import Ledger
import Persian
import Store
import Values

/// The reading half of a call; features see it through `Look` and `UnitOfWork` only.
public final class ReadCore {
  let connection: Connection
  let tables: Tables
  let vault: Vault
  let kernel: Kernel
  let actor: Actor
  let scope: Scope
  let day: JalaliDay
  let micros: Int64
  let origin: LedgerOrigin
  /// Reads that become entries of the ledger once the answer is ready.
  private(set) var reads: [ReadNote] = []

  init(
    connection: Connection, tables: Tables, vault: Vault, kernel: Kernel, actor: Actor, scope: Scope, day: JalaliDay,
    micros: Int64, origin: LedgerOrigin
  ) {
    self.connection = connection
    self.tables = tables
    self.vault = vault
    self.kernel = kernel
    self.actor = actor
    self.scope = scope
    self.day = day
    self.micros = micros
    self.origin = origin
    connection.scope = scope
  }

  /// The same store through other eyes, for what a contract must know of the nation's own tables.
  func seen(with other: Scope) -> ReadCore {
    ReadCore(
      connection: connection, tables: tables, vault: vault, kernel: kernel, actor: actor, scope: other, day: day,
      micros: micros, origin: origin)
  }

  func note(_ read: ReadNote) { reads.append(read) }

  /// Rows of SQL that is put together by the kernel; it sees what a feature sees.
  func rows(text sql: String, _ values: [Value]) throws -> [[Value]] { try statement(text: sql, values).all() }

  func rows(_ sql: StaticString, _ values: [Value]) throws -> [[Value]] {
    connection.scope = scope
    return try connection.scoped(sql).bind(values).all()
  }

  /// The first column of the first row, as a number.
  func number(_ sql: StaticString, _ values: [Value]) throws -> Int64? {
    connection.scope = scope
    let statement = try connection.scoped(sql).bind(values)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return statement.isNull(0) ? nil : statement.int(0)
  }

  /// Ready to step; whoever ends before the last row resets it.
  func statement(text sql: String, _ values: [Value]) throws -> Statement {
    connection.scope = scope
    return try connection.scoped(text: sql).bind(values)
  }

  private func statement(_ sheet: TableSheet, _ condition: StaticString, _ values: [Value]) throws -> Statement {
    connection.scope = scope
    return try connection.scoped(condition, selecting: (sheet.table.literal, sheet.select)).bind(values)
  }

  /// The row as it is stored, columns in order.
  func columns(_ sheet: TableSheet, _ id: Int64) throws -> [Value]? {
    let statement = try statement(sheet, "id = ?", [.int(id)])
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return (0..<sheet.columns.count).map(statement.value)
  }

  func first<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ values: [Value]) throws -> Row? {
    let sheet = try tables.sheet(of: type)
    let statement = try statement(sheet, condition, values)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return try RowReader(sheet, statement, vault, connection).row(type)
  }

  func all<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ values: [Value]) throws -> [Row] {
    let sheet = try tables.sheet(of: type)
    let statement = try statement(sheet, condition, values)
    defer { statement.reset() }
    let reader = RowReader(sheet, statement, vault, connection)
    var rows: [Row] = []
    while try statement.step() { rows.append(try reader.row(type)) }
    return rows
  }
}
