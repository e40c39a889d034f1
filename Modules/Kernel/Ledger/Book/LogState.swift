import Secrets
import Store
import Values

/// Where the open epoch ends: all that an append has to know.
struct LogState {
  var range = CompactRange()
  /// Hash of the last entry, as `prev` of the next one.
  var previous = Bytes32()
  /// `2026-03-21T08`: the hour of the last entry, UTC.
  var hour = ""
  private var time = ""

  var size: Int64 { Int64(range.size) }

  init() {}

  /// Takes the time of a further entry. Those of one unit have the same.
  mutating func take(_ at: String) {
    guard at != time else { return }
    time = at
    hour = String(at.prefix(13))
  }

  /// The state as the tables have it, of the epoch whose first entry has the id `base`.
  init(epoch: Int64, base: Int64, on connection: Connection) throws {
    let last = try connection.privileged("SELECT max(id) FROM audit_entry").first()?.integer ?? base - 1
    let size = max(0, last - base + 1)
    range = try CompactRange(size: UInt64(size)) { try LogState.node($0, epoch: epoch, on: connection) }
    guard size > 0 else { return }
    previous = try LogState.node(NodePlace(level: 0, index: UInt64(size - 1)), epoch: epoch, on: connection).value
  }

  /// The stored hash of a complete subtree.
  static func node(_ place: NodePlace, epoch: Int64, on connection: Connection) throws -> TreeHash {
    let statement =
      place.level == 0
      ? try connection.privileged("SELECT hash FROM audit_entry WHERE id=(SELECT base FROM audit_epoch WHERE epoch=?)+?")
        .bind([.int(epoch), .int(Int64(clamping: place.index))])
      : try connection.privileged("SELECT hash FROM audit_node WHERE epoch=? AND level=? AND idx=?")
        .bind([.int(epoch), .int(Int64(place.level)), .int(Int64(clamping: place.index))])
    guard case .bytes(let bytes) = try statement.first(), let hash = TreeHash(bytes) else {
      throw LedgerFault.inconsistent(
        "گره \(place.level)/\(place.index) نیست.", "node \(place.level)/\(place.index) is missing.")
    }
    return hash
  }
}
