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

/// The signed note over everything that was written, and the hour of its last entry.
struct SignedHead {
  let size: Int64
  let note: String
  let hour: String

  /// Signs a log's state.
  init(_ edge: LogState, origin: String, signer: NoteSigner) throws {
    guard let checkpoint = Checkpoint(origin: origin, size: edge.range.size, root: edge.range.root) else {
      throw NoteFault.malformed
    }
    size = edge.size
    note = try SignedNote(checkpoint.text, signers: [signer]).encoded
    hour = edge.hour
  }

  private init(size: Int64, note: String, hour: String) {
    self.size = size
    self.note = note
    self.hour = hour
  }

  /// The stored head of an epoch; nil while the epoch is empty.
  ///
  /// - Throws: `LedgerFault` unless it is signed by `key` and speaks of exactly what the tables hold.
  static func read(_ epoch: Epoch, _ edge: LogState, key: NoteKey, on connection: Connection) throws -> SignedHead? {
    let row = try connection.privileged("SELECT size, note FROM audit_head WHERE epoch=?").bind([.int(epoch.number)]).all()
    guard let size = row.first?[0].integer, let text = row.first?[1].string else {
      guard edge.size == 0 else { throw LedgerFault.inconsistent("سرفصل امضاشده نیست.", "the signed head is missing.") }
      return nil
    }
    guard edge.size >= size else {
      throw LedgerFault.behind(store: edge.range.size, published: UInt64(clamping: size))
    }
    let note = try SignedNote(parsing: Array(text.utf8))
    _ = try note.verified(by: [key])
    let expected = Checkpoint(origin: epoch.origin, size: edge.range.size, root: edge.range.root)
    guard edge.size == size, Checkpoint(note.text) == expected else {
      throw LedgerFault.inconsistent(
        "سرفصل امضاشده با \(edge.size) ثبت موجود نمی‌خواند.",
        "the signed head does not fit the \(edge.size) entries that are there.")
    }
    return SignedHead(size: size, note: text, hour: try epoch.hour(ofLastEntry: size, on: connection))
  }

  /// Keeps it for ever as the last one of its hour or day.
  func keep(before next: String, _ epoch: Int64, on connection: Connection) throws {
    let known = try connection.privileged("SELECT 1 FROM audit_checkpoint WHERE epoch=? AND size=?")
      .bind([.int(epoch), .int(size)]).first()
    guard known == nil else { return }
    try connection.privileged("INSERT INTO audit_checkpoint(epoch,size,note,why) VALUES(?,?,?,?)").bind([
      .int(epoch), .int(size), .text(note), .text(next.prefix(10) == hour.prefix(10) ? "hour" : "day"),
    ]).run()
  }
}
