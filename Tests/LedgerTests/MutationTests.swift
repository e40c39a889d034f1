import Foundation
import Ledger
import Secrets
import Store
import Testing
import Values

/// Every byte that the ledger stores, changed one at a time.
@Suite struct MutationTests {
  /// All bytes take minutes; by default one in so many, shifted from row to row. `HAMYAR_MUTATIONS=all` takes each.
  private static let stride = ProcessInfo.processInfo.environment["HAMYAR_MUTATIONS"] == "all" ? 1 : 41

  /// Table, key, the column's bytes, and the entry that has to be named.
  private static let columns: [(table: String, key: String, column: String, seq: String)] = [
    ("audit_entry", "id", "leaf", "id"), ("audit_entry", "id", "hash", "id"),
    ("audit_node", "level||'/'||idx", "hash", "((idx + 1) << level) - 1"),
    ("audit_head", "epoch", "note", "size - 1"), ("audit_checkpoint", "size", "note", "size - 1"),
    ("audit_opening", "entry||field", "box", "entry"), ("audit_opening", "entry||field", "subject", "entry"),
    ("audit_opening", "entry||field", "field", "entry"),
    ("audit_ix", "obj||entry", "obj", "entry"), ("audit_ix", "obj||entry", "actor", "entry"),
    ("audit_subject_key", "hex(subject)", "wrapped", "NULL"), ("audit_key", "vkey", "vkey", "NULL"),
    ("audit_epoch", "epoch", "origin", "NULL"),
  ]

  @Test(arguments: columns.indices)
  func `a changed byte is found and its entry named`(index: Int) throws {
    let (table, key, column, seq) = Self.columns[index]
    let audited = try AuditedBench(50)
    try audited.disarm()
    let rows = try audited.connection.privileged(
      text: "SELECT \(key), CAST(\(column) AS BLOB), \(seq), typeof(\(column)) FROM \(table)"
    ).all()
    #expect(!rows.isEmpty)
    for (number, row) in rows.enumerated() {
      guard case .bytes(let bytes) = row[1] else { continue }
      let named = row[2].integer
      let offsets = bytes.indices.filter { ($0 + number) % Self.stride == 0 || bytes.count < 3 }
      for offset in offsets {
        var changed = bytes
        changed[offset] ^= 0x01
        let literal = row[3] == "blob" ? "x'\(Hex.encode(changed))'" : "CAST(x'\(Hex.encode(changed))' AS TEXT)"
        let value = row[0].string.map { "'\($0)'" } ?? "\(row[0].integer ?? 0)"
        let report: VerifyReport
        do {
          report = try audited.after("UPDATE \(table) SET \(column) = \(literal) WHERE \(key) = \(value)")
        } catch let fault as StoreFault where fault.kind == .constraint {
          continue  // The change would make it another row that is there.
        }
        #expect(report.conclusion == .tampered, "\(table).\(column) of \(value), byte \(offset)")
        if let named { #expect(report.faults.contains { $0.seq == named }, "\(table) \(value) byte \(offset)") }
      }
    }
  }

  @Test(arguments: [
    ("audit_entry", "id"), ("audit_entry", "idx"), ("audit_entry", "epoch"), ("audit_node", "level"),
    ("audit_node", "idx"), ("audit_node", "epoch"), ("audit_head", "size"), ("audit_head", "epoch"),
    ("audit_checkpoint", "size"), ("audit_checkpoint", "epoch"), ("audit_opening", "entry"), ("audit_ix", "entry"),
    ("audit_key", "from_size"), ("audit_epoch", "base"),
  ])
  func `a changed number is found`(table: String, column: String) throws {
    let audited = try AuditedBench(20)
    try audited.disarm()
    let report = try audited.after(
      "UPDATE \(table) SET \(column) = \(column) + 1000 WHERE \(column) = (SELECT max(\(column)) FROM \(table))")
    #expect(report.conclusion == .tampered)
  }

  @Test(arguments: ["audit_node", "audit_ix", "audit_opening", "audit_subject_key", "audit_key"])
  func `an emptied table is found`(table: String) throws {
    let audited = try AuditedBench(20)
    try audited.disarm()
    #expect(try audited.after("DELETE FROM \(table)").conclusion == .tampered)
  }
}
