import Secrets
import Feature
import Jalali
import Ledger
import Persian
import Store
import Values

/// A snapshot over a connection; features see it through `Snapshot` and `Transaction` only.
final class StoreSnapshot {
  let connection: Connection
  let tables: Tables
  let vault: Vault
  let contracts: ContractRegistry
  let principal: Principal
  let scope: Scope
  let day: JalaliDay
  let micros: Int64
  let origin: LedgerOrigin
  /// What rows are called.
  let references: ReferenceCache
  let condition: StoreCondition
  /// Reads that become entries of the ledger once the answer is ready.
  private(set) var reads: [ReadNote] = []

  init(
    connection: Connection, tables: Tables, vault: Vault, contracts: ContractRegistry, principal: Principal, scope: Scope, day: JalaliDay,
    micros: Int64, origin: LedgerOrigin, references: ReferenceCache, condition: StoreCondition
  ) {
    self.connection = connection
    self.tables = tables
    self.vault = vault
    self.contracts = contracts
    self.principal = principal
    self.scope = scope
    self.day = day
    self.micros = micros
    self.origin = origin
    self.references = references
    self.condition = condition
    connection.scope = scope
  }

  /// The same store through other eyes, for what a contract must know of the nation's own tables.
  func seen(with other: Scope) -> StoreSnapshot {
    StoreSnapshot(
      connection: connection, tables: tables, vault: vault, contracts: contracts, principal: principal, scope: other, day: day,
      micros: micros, origin: origin, references: references, condition: condition)
  }

  /// The same store as somebody else would be shown it, in the whole nation.
  func seen(by other: Principal) -> StoreSnapshot {
    StoreSnapshot(
      connection: connection, tables: tables, vault: vault, contracts: contracts, principal: other, scope: .nation, day: day,
      micros: micros, origin: origin, references: references, condition: condition)
  }

  func note(_ read: ReadNote) { reads.append(read) }

  func note<Row: Record>(read row: Row) {
    note(
      ReadNote(
        object: "\(Row.Of.object)/\(row.id.raw)", province: (row as? any ProvincialRecord)?.province.shortCode,
        subject: (row as? any PersonalRecord)?.subject.raw, detail: []))
  }

  var host: String { origin.host }

  func firstEntryDay() throws -> JalaliDay? { try connection.firstEntryDay() }

  func blindIndex(_ text: String, purpose: String) -> Bytes { Bytes(vault.blindIndex(text, purpose: purpose)) }

  func digest(of bytes: [UInt8]) -> String { Hex.encode(Digest.sha256(bytes)) }

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

  private func statement(_ layout: RecordLayout, _ condition: StaticString, _ values: [Value]) throws -> Statement {
    connection.scope = scope
    return try connection.scoped(condition, selecting: (layout.table.literal, layout.select)).bind(values)
  }

  /// The row as it is stored, columns in order.
  func columns(_ layout: RecordLayout, _ id: Int64) throws -> [Value]? {
    let statement = try statement(layout, "id = ?", [.int(id)])
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return (0..<layout.columns.count).map(statement.value)
  }

  func first<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ values: [Value]) throws -> Row? {
    let layout = try tables.layout(of: type)
    let statement = try statement(layout, condition, values)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return try RowReader(layout, statement, vault, connection).row(type)
  }

  func all<Row: Record>(_ type: Row.Type, _ condition: StaticString, _ values: [Value]) throws -> [Row] {
    let layout = try tables.layout(of: type)
    let statement = try statement(layout, condition, values)
    defer { statement.reset() }
    let reader = RowReader(layout, statement, vault, connection)
    var rows: [Row] = []
    while try statement.step() { rows.append(try reader.row(type)) }
    return rows
  }
}
