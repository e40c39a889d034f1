import Secrets
import Store
import Values

/// Writes rows of one table as the canonical objects whose digests are their states, straight from the columns.
struct RowForm {
  /// What stands before each value, and its column; in canonical order of the names.
  private let members: [(lead: [UInt8], column: Int)]
  /// Nil where the names cannot stand in such an object.
  let query: String

  init?(_ table: AuditedTable) {
    let sorted = table.columns.sorted()
    guard !sorted.isEmpty, sorted.allSatisfy(CanonicalJSON.isName), Set(sorted).count == sorted.count else { return nil }
    members = sorted.enumerated().map { index, name in
      (Array("\(index == 0 ? "{" : ",")\"\(name)\":".utf8), index + 1)
    }
    query = "SELECT id,\(sorted.map { "\"\($0)\"" }.joined(separator: ",")) FROM main.\"\(table.table)\""
  }

  /// Adds the row a statement stands on.
  ///
  /// - Throws: `FieldFault` for what the encoding does not hold.
  func put(_ row: Statement, into buffer: inout JSONBuffer) throws {
    for (lead, column) in members {
      buffer.put(lead)
      switch row.type(column) {
      case .integer: try CanonicalJSON.put(row.int(column), into: &buffer)
      case .text: row.withText(column) { buffer.quote($0) }
      case .blob: row.withRaw(column) { buffer.quoteHex($0) }
      case .null: buffer.raw("null")
      }
    }
    buffer.put(UInt8(ascii: "}"))
  }
}

/// Some rows in canonical form.
struct RowBatch: Sendable {
  struct Row: Sendable {
    let id: Int64
    /// Where its form ends in `bytes`.
    let end: Int
    let isWritable: Bool
  }

  private static let most = 1_024

  private(set) var rows: [Row] = []
  private(set) var bytes: [UInt8] = []
  /// Whether none can follow.
  private(set) var isLast = false

  init(from statement: Statement, _ form: RowForm) throws {
    rows.reserveCapacity(RowBatch.most)
    var buffer = JSONBuffer(capacity: RowBatch.most * 512)
    while rows.count < RowBatch.most {
      guard try statement.step() else {
        isLast = true
        break
      }
      let isWritable: Void? = try? form.put(statement, into: &buffer)
      rows.append(Row(id: statement.int(0), end: buffer.count, isWritable: isWritable != nil))
    }
    bytes = buffer.array
  }

  /// The mark of each row's state; nil for one that cannot be written.
  func states(_ key: ShortHash) -> [(id: Int64, state: UInt64?)] {
    bytes.withUnsafeBytes { bytes in
      var start = 0
      return rows.map { row in
        defer { start = row.end }
        return (row.id, row.isWritable ? Digest.sha256(UnsafeRawBufferPointer(rebasing: bytes[start..<row.end])).mark(key) : nil)
      }
    }
  }
}
