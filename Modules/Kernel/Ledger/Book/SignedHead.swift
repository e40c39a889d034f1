import Store
import Values

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
