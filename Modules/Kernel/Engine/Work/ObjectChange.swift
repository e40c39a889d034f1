import Feature
import Ledger
import Secrets
import Values

/// One row that a transaction changed; becomes one ledger entry, however often the unit touched it: first before, last
/// after.
struct ObjectChange {
  let object: String
  /// Its number.
  let row: Int64
  let layout: RecordLayout
  let province: String?
  let subject: [UInt8]?
  /// The properties as the record writes them, in their order.
  let before: [Value]?
  let after: [Value]
  let revision: Int64
  /// The columns as they are stored; nil for a row that is no more.
  let stored: [Value]?

  /// Changed members only, under their ledger names; long values as digests so that a leaf stays small. What a row was that
  /// is no more, its earlier entries say.
  func sides() -> (before: [Value.Member], after: [Value.Member]) {
    var sides: (before: [Value.Member], after: [Value.Member]) = ([], [])
    guard stored != nil else { return sides }
    for (place, value) in after.enumerated() where place != layout.revPlace {
      let previous = before?[place]
      guard previous != value else { continue }
      let name = layout.names[place]
      if let previous { sides.before.append(.init(name, ObjectChange.brief(previous))) }
      if before != nil || !value.isNull { sides.after.append(.init(name, ObjectChange.brief(value))) }
    }
    return sides
  }

  /// Binds the row to the ledger.
  func state() throws -> Bytes32 {
    guard let stored else { return AuditedTable.stateOfNoRow }
    var row = JSONBuffer(capacity: 512)
    try layout.putCanonical(stored, into: &row)
    return row.withBytes { Digest.sha256($0) }
  }

  private static func brief(_ value: Value) -> Value {
    switch value {
    case .text(let text) where text.utf8.count > 500: digest(Array(text.utf8))
    case .bytes(let data) where data.count > 64: digest(data)
    case .list, .object: digest(JSONWriter.write(value))
    default: value
    }
  }

  private static func digest(_ data: [UInt8]) -> Value {
    .record(["sha256": .text(Hex.encode(Digest.sha256(data)))])
  }
}

/// A read that leaves an entry: somebody saw a person's file, or took a list out of the house.
struct ReadNote: Sendable {
  let object: String
  let province: String?
  let subject: [UInt8]?
  /// What was taken: number of rows, filters.
  let detail: [Value.Member]
}
