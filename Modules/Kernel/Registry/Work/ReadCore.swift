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

  func rows(_ sql: String, _ values: [Value]) throws -> [[Value]] {
    connection.scope = scope
    return try connection.feature(sql).bind(values).all()
  }

  func first<Row: Record>(_ type: Row.Type, _ condition: String, _ values: [Value]) throws -> Row? {
    let sheet = try tables.sheet(of: type)
    connection.scope = scope
    let statement = try connection.feature("\(sheet.select) WHERE \(condition)").bind(values)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return try row(type, sheet, (0..<statement.columnCount).map(statement.value))
  }

  func all<Row: Record>(_ type: Row.Type, _ condition: String, _ values: [Value]) throws -> [Row] {
    let sheet = try tables.sheet(of: type)
    return try rows("\(sheet.select) WHERE \(condition)", values).map { try row(type, sheet, $0) }
  }

  func row<Row: Record>(_ type: Row.Type, _ sheet: TableSheet, _ stored: [Value]) throws -> Row {
    try ValueDecoder.decode(type, from: try opened(sheet, stored))
  }

  /// Stored columns as properties, secrets opened. An erased secret is null.
  func opened(_ sheet: TableSheet, _ stored: [Value]) throws -> Value {
    let subject = sheet.columns.firstIndex { $0.name == "subject" }.flatMap { index -> [UInt8]? in
      if case .bytes(let raw) = stored[index] { raw } else { nil }
    }
    let id = sheet.columns.firstIndex { $0.name == "id" }.flatMap { stored[$0].integer } ?? 0
    return .object(
      try zip(sheet.columns, stored).map { column, raw in
        guard column.guarding == .secret, case .bytes(let box) = raw else {
          return Value.Member(column.property, try column.loaded(raw))
        }
        let place = VaultPlace(table: sheet.table.name, column: column.name, row: id)
        guard let plain = try vault.open(box, at: place, subject: subject, on: connection) else {
          return Value.Member(column.property, .null)
        }
        return Value.Member(column.property, .secret(try JSONReader.read(plain)))
      })
  }
}
