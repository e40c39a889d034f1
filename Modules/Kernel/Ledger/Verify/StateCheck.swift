public import Secrets
import Store
import Values

/// Whether every row of the audited tables is as its last entry says. Keeps some 40 bytes for each object, however many
/// entries it has.
final class StateCheck {
  private struct Last {
    let state: UInt64
    let seq: Int64
  }

  /// Batches of rows in the hands of other threads at one time.
  private static let ahead = 6

  private let tables: [AuditedTable]
  private let key: ShortHash
  private let connection: Connection
  /// For each table, by row id.
  private var last: [[Int64: Last]]
  private var foreign: Set<String> = []

  init(_ tables: [AuditedTable], key: ShortHash, on connection: Connection) {
    self.tables = tables
    self.key = key
    self.connection = connection
    last = tables.map { _ in [:] }
  }

  func note(
    _ entry: StoredEntry, _ state: UInt64, _ seq: Int64, _ index: Int, of batch: ReadBatch, _ report: inout VerifyReport
  ) {
    switch entry.object {
    case .row(let table, let id): last[table][id] = Last(state: state, seq: seq)
    case .misnamed: StateCheck.missing(seq, &report)
    case .foreign:
      guard foreign.count < 100 else { return }
      let name = batch.withLeaf(index) { LeafReader.text(entry.objectName, of: $0) }
      foreign.insert(String(name.prefix { $0 != "/" }))
    }
  }

  private static func missing(_ seq: Int64, _ report: inout VerifyReport) {
    report.add(seq, "ردیفی که این ثبت از آن می‌گوید نیست.", "the row this entry speaks of is missing")
  }

  func finish(_ report: inout VerifyReport) {
    for (index, table) in tables.enumerated() {
      do {
        try compare(index, table, &report)
      } catch {
        report.add(nil, "جدول \(table.table) خوانده نشد: \(error)", "the table \(table.table) cannot be read: \(error)")
      }
    }
    let gone = AuditedTable.stateOfNoRow.mark(key)
    for seq in last.flatMap({ $0.values.filter { $0.state != gone }.map(\.seq) }).sorted() { StateCheck.missing(seq, &report) }
    last = []
    guard !foreign.isEmpty else { return }
    let names = foreign.sorted().joined(separator: ", ")
    report.warn("ردیف‌های این‌ها با دفتر سنجیده نشد: \(names)", "rows of these were not compared: \(names)")
  }

  private func compare(_ index: Int, _ table: AuditedTable, _ report: inout VerifyReport) throws {
    guard let form = RowForm(table) else {
      return report.add(nil, "ستون‌های \(table.table) درست نیست.", "the columns of \(table.table) are not right")
    }
    let rows = try connection.privileged(text: form.query)
    defer { rows.reset() }
    let pipeline = OrderedPipeline<RowBatch, _> { [key] in $0.states(key) }
    defer { pipeline.close() }
    var isLast = false
    while true {
      while !isLast, pipeline.count < StateCheck.ahead {
        let batch = try RowBatch(from: rows, form)
        isLast = batch.isLast
        pipeline.put(batch)
      }
      guard pipeline.count > 0 else { return }
      for (id, state) in pipeline.take() { compare(id, state, index, &report) }
    }
  }

  private func compare(_ id: Int64, _ state: UInt64?, _ table: Int, _ report: inout VerifyReport) {
    report.rows += 1
    let object = { [tables] in "\(tables[table].object)/\(id)" }
    guard let expected = last[table].removeValue(forKey: id) else {
      return report.add(nil, "ردیف \(object()) در دفتر ثبتی ندارد.", "the row \(object()) has no entry")
    }
    guard state != expected.state else { return }
    report.add(
      expected.seq, "ردیف \(object()) پس از این ثبت بیرون از دفتر تغییر کرده است.",
      "the row \(object()) was changed behind the ledger after this entry")
  }
}

/// A business table whose every row is bound to the ledger by the digest of its stored columns.
public struct AuditedTable: Sendable {
  /// What the last entry of a row says as its state once the row is no more: the digest of `null`.
  public static let stateOfNoRow = Array("null".utf8).withUnsafeBytes { Digest.sha256($0) }
  /// The ledger's name for its rows, `module.thing`; a row is `module.thing/id`.
  public let object: String
  /// The table, with an integer key `id`.
  public let table: String
  /// All columns that the digest covers.
  public let columns: [String]

  /// Declares a table.
  public init(object: String, table: String, columns: [String]) {
    self.object = object
    self.table = table
    self.columns = columns
  }
}
