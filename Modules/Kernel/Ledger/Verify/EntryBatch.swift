import Store

/// Some consecutive rows of the entries' table with their leaves read. Reading leaves is most of the work of
/// verification and needs no database, so half of it is done on a second thread.
struct EntryBatch {
  struct Row {
    let id: Int64
    let epoch: Int64
    let idx: Int64
    let leaf: [UInt8]
    let hash: [UInt8]
  }

  private static let size = 1_024

  let rows: [Row]
  /// Beside `rows`; nil for a leaf that is not of the format.
  let entries: [StoredEntry?]
  /// Whether more may follow.
  let isFull: Bool

  /// Takes the next rows of a statement that selects id, epoch, idx, leaf and hash.
  init(from statement: Statement) throws {
    var rows: [Row] = []
    rows.reserveCapacity(EntryBatch.size)
    var hasEnded = false
    while rows.count < EntryBatch.size, !hasEnded {
      if try statement.step() {
        rows.append(
          Row(
            id: statement.int(0), epoch: statement.int(1), idx: statement.int(2), leaf: statement.bytes(3),
            hash: statement.bytes(4)))
      } else {
        hasEnded = true
      }
    }
    self.rows = rows
    isFull = !hasEnded
    entries = EntryBatch.read(rows.map(\.leaf))
  }

  private static func read(_ leaves: [[UInt8]]) -> [StoredEntry?] {
    let middle = leaves.count / 2
    let second = Handover<[StoredEntry?]>()
    Thread { second.give(leaves[middle...].map { StoredEntry($0) }) }.start()
    return leaves[..<middle].map { StoredEntry($0) } + second.take()
  }
}
