import Secrets
import Store
import Values

/// Whether every row of the audited tables is as its last entry says. Keeps 80 bytes or so for each object, however
/// many entries it has.
final class StateCheck {
  private struct Key: Hashable {
    let high: UInt64
    let low: UInt64

    init(_ object: String) {
      let digest = Digest.blake2b(Array(object.utf8), length: .bytes16)
      high = LedgerText.number(bigEndian: digest.prefix(8))
      low = LedgerText.number(bigEndian: digest.dropFirst(8))
    }
  }
  private struct Last {
    let state: (UInt64, UInt64, UInt64, UInt64)
    let seq: Int64

    init(_ digest: [UInt8], _ seq: Int64) {
      func part(_ index: Int) -> UInt64 { LedgerText.number(bigEndian: digest.dropFirst(8 * index).prefix(8)) }
      state = (part(0), part(1), part(2), part(3))
      self.seq = seq
    }
  }

  private let tables: [AuditedTable]
  private let known: Set<Substring>
  private let connection: Connection
  private var last: [Key: Last] = [:]
  private var foreign: Set<String> = []

  init(_ tables: [AuditedTable], on connection: Connection) {
    self.tables = tables
    self.known = Set(tables.map { Substring($0.object) })
    self.connection = connection
  }

  func note(_ entry: StoredEntry, _ seq: Int64) {
    guard let state = entry.state, let digest = Hex.decode(state) else { return }
    let kind = entry.object.prefix { $0 != "/" }
    guard known.contains(kind) else {
      if foreign.count < 100 { foreign.insert(String(kind)) }
      return
    }
    last[Key(entry.object)] = Last(digest, seq)
  }

  func finish(_ report: inout VerifyReport) {
    for table in tables {
      do {
        try compare(table, &report)
      } catch {
        report.add(nil, "جدول \(table.table) خوانده نشد: \(error)", "the table \(table.table) cannot be read: \(error)")
      }
    }
    for gone in last.values.sorted(by: { $0.seq < $1.seq }) {
      report.add(gone.seq, "ردیفی که این ثبت از آن می‌گوید نیست.", "the row this entry speaks of is missing")
    }
    last = [:]
    guard !foreign.isEmpty else { return }
    let names = foreign.sorted().joined(separator: ", ")
    report.warn("ردیف‌های این‌ها با دفتر سنجیده نشد: \(names)", "rows of these were not compared: \(names)")
  }

  private func compare(_ table: AuditedTable, _ report: inout VerifyReport) throws {
    let columns = table.columns.map { "\"\($0)\"" }.joined(separator: ",")
    let rows = try connection.kernel(text: "SELECT id,\(columns) FROM main.\"\(table.table)\"")
    defer { rows.reset() }
    while try rows.step() {
      report.rows += 1
      let object = "\(table.object)/\(rows.int(0))"
      guard let expected = last.removeValue(forKey: Key(object)) else {
        report.add(nil, "ردیف \(object) در دفتر ثبتی ندارد.", "the row \(object) has no entry")
        continue
      }
      let members = table.columns.enumerated().map { Value.Member($1, rows.value($0 + 1)) }
      let found = (try? CanonicalJSON.write(.object(members))).map { Last(Digest.sha256($0), 0) }
      guard let found, found.state == expected.state else {
        report.add(
          expected.seq, "ردیف \(object) پس از این ثبت بیرون از دفتر تغییر کرده است.",
          "the row \(object) was changed behind the ledger after this entry")
        continue
      }
    }
  }
}
