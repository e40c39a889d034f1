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
  /// What is assigned to whoever looks, where that is all they see.
  private let assigned: Set<Holder>
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
    assigned = StoreSnapshot.assigned(scope, day, tables, connection)
    look()
  }

  /// Lets the connection's next statement see what this snapshot sees.
  func look() {
    connection.scope = scope
    if !assigned.isEmpty { connection.holders = assigned }
  }

  /// What a scope of assigned things shows on a day. Where that cannot be read, nothing: reading itself will say why.
  private static func assigned(_ scope: Scope, _ day: JalaliDay, _ tables: Tables, _ connection: Connection) -> Set<Holder> {
    guard case .assigned(_, let staff) = scope else { return [] }
    let rows = tables.all.compactMap(\.assignments).flatMap { sql in
      (try? connection.privileged(text: sql).bind([.int(staff), .int(Int64(day.number))]).all()) ?? []
    }
    return Set(rows.compactMap { row in row[1].integer.map { Holder(kind: row[0].string ?? "", row: $0) } })
  }

  /// The numbers of the rows of a table that a scope below the province shows, as a JSON list; nil where they are many, and for
  /// tables and scopes that the reach table does not decide on.
  func fewSeen(of table: String) throws -> String? {
    let most: Int64 = 2_000
    guard scope.isNarrow, let layout = tables.all.first(where: { $0.table.name == table }), layout.table.reach != .nation,
      !layout.table.isShared
    else { return nil }
    look()
    let holders = connection.holders.map { [Value.text($0.kind), .int($0.row), .text(layout.entity.object)] }
    // Counting stops where they are many, before any of them is read.
    var count: Int64 = 0
    for holder in holders {
      count +=
        try connection.privileged(
          "SELECT count(*) FROM (SELECT 1 FROM registry_reach WHERE kind=? AND holder=? AND object=? LIMIT ?)"
        ).bind(holder + [.int(most + 1)]).first()?.integer ?? 0
      guard count <= most else { return nil }
    }
    let seen = try Set(
      holders.flatMap { holder in
        try connection.privileged("SELECT row FROM registry_reach WHERE kind=? AND holder=? AND object=?").bind(holder).all()
          .compactMap { $0.first?.integer }
      })
    return "[\(seen.sorted().map(String.init).joined(separator: ","))]"
  }

  /// The same store as its whole province is seen, for what counts whoever asks; nothing of it may be told.
  func ofProvince() -> any SnapshotEngine { scope.province.map { seen(with: .province($0)) } ?? self }

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
    look()
    return try connection.scoped(sql).bind(values).all()
  }

  /// The first column of the first row, as a number.
  func number(_ sql: StaticString, _ values: [Value]) throws -> Int64? {
    look()
    let statement = try connection.scoped(sql).bind(values)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return statement.isNull(0) ? nil : statement.int(0)
  }

  /// Ready to step; whoever ends before the last row resets it.
  func statement(text sql: String, _ values: [Value]) throws -> Statement {
    look()
    return try connection.scoped(text: sql).bind(values)
  }

  private func statement(_ layout: RecordLayout, _ condition: StaticString, _ values: [Value]) throws -> Statement {
    look()
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
