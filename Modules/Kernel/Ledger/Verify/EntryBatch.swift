import Secrets
import Store

/// Some consecutive rows of the entries' table, as they lie there.
struct EntryBatch: Sendable {
  struct Row: Sendable {
    let id: Int64
    let epoch: Int64
    let idx: Int64
    /// Nil where it is not of a hash's length.
    let hash: Bytes32?
    /// Where the leaf, with the prefix that is hashed before it, ends in `bytes`.
    let end: Int
  }

  /// Leaves of a batch are those of one complete subtree.
  static let level = 10

  /// Entries before it.
  let start: UInt64
  private(set) var rows: [Row] = []
  private(set) var bytes: [UInt8] = []
  /// Whether none can follow.
  private(set) var isLast = false
  /// Why no more could be read.
  private(set) var fault: StoreFault?

  /// Takes the next rows of a statement that selects id, epoch, idx, hash and leaf.
  init(from statement: Statement, start: UInt64) {
    self.start = start
    let most = 1 << EntryBatch.level
    rows.reserveCapacity(most)
    bytes.reserveCapacity(most * 768)
    do {
      while rows.count < most, !isLast {
        if try statement.step() { take(statement) } else { isLast = true }
      }
    } catch {
      fault = error as? StoreFault
      isLast = true
    }
  }

  private mutating func take(_ statement: Statement) {
    bytes.append(TreeHash.leafPrefix)
    statement.withRaw(4) { bytes.append(contentsOf: $0) }
    rows.append(
      Row(
        id: statement.int(0), epoch: statement.int(1), idx: statement.int(2), hash: statement.withRaw(3) { Bytes32($0) },
        end: bytes.count))
  }
}
