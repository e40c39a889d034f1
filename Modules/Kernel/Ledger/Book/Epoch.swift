import Store
import Values

/// One unbroken history under one origin.
struct Epoch {
  let number: Int64
  let origin: String
  /// Id of its first entry.
  let base: Int64

  /// The open epoch of a store, which must be signed by `key`; in an empty store it is begun.
  static func openOrBegin(_ key: NoteKey, on connection: Connection) throws -> Epoch {
    let open = try connection.privileged("SELECT epoch, origin, base FROM audit_epoch WHERE state='open'").all()
    guard let row = open.first else { return try begin(key, on: connection) }
    guard open.count == 1, let number = row[0].integer, let origin = row[1].string, let base = row[2].integer else {
      throw LedgerFault.inconsistent("بیش از یک دورهٔ باز هست.", "more than one epoch is open.")
    }
    let known = try connection.privileged(
      "SELECT vkey FROM audit_key WHERE epoch=? AND to_size IS NULL AND revoked_at IS NULL"
    ).bind([.int(number)]).all().compactMap { $0[0].string }
    guard origin == key.name, known.contains(key.vkey) else {
      throw LedgerFault(
        .key, "کلید «\(key.vkey)» کلید دفتر «\(origin)» نیست.",
        "The key \(key.vkey) is not that of the log “\(origin)”.")
    }
    return Epoch(number: number, origin: origin, base: base)
  }

  private static func begin(_ key: NoteKey, on connection: Connection) throws -> Epoch {
    let entries = try connection.privileged("SELECT count(*) FROM audit_entry").first()?.integer ?? 0
    guard entries == 0 else { throw LedgerFault.inconsistent("دورهٔ بازی نیست.", "no epoch is open.") }
    try connection.execute("BEGIN IMMEDIATE")
    do {
      try connection.privileged("INSERT INTO audit_epoch(epoch,origin,base,state) VALUES(1,?,0,'open')")
        .bind([.text(key.name)]).run()
      try connection.privileged("INSERT INTO audit_key(vkey,epoch,from_size) VALUES(?,1,0)").bind([.text(key.vkey)]).run()
      try connection.execute("COMMIT")
    } catch {
      try? connection.execute("ROLLBACK")
      throw error
    }
    return Epoch(number: 1, origin: key.name, base: 0)
  }

  /// The hour in `at` of the last of `size` entries; empty when there is none.
  func hour(ofLastEntry size: Int64, on connection: Connection) throws -> String {
    let leaf = try connection.privileged("SELECT leaf FROM audit_entry WHERE id=?").bind([.int(base + size - 1)]).first()
    guard size > 0, case .bytes(let bytes) = leaf else { return "" }
    return String((try JSONReader.read(bytes)["at"]?.string ?? "").prefix(13))
  }

  /// Whether the store goes on from what was published. It may be ahead of the file: a crash can come between COMMIT
  /// and publication, never the other way round.
  func compare(_ edge: LogState, with note: SignedNote?, key: NoteKey, on connection: Connection) throws {
    guard let note else { return }
    _ = try note.verified(by: [key])
    guard let published = Checkpoint(note.text), published.origin == origin else {
      throw LedgerFault.inconsistent("یادداشت منتشرشده از دفتر دیگری است.", "the published note is of another log.")
    }
    guard published.size <= edge.range.size else {
      throw LedgerFault.behind(store: edge.range.size, published: published.size)
    }
    let tree = StoredTree { try LogState.node($0, epoch: number, on: connection) }
    guard try tree.root(size: published.size) == published.root else {
      throw LedgerFault.inconsistent(
        "ریشهٔ \(published.size) ثبت نخست، آنی نیست که منتشر شده بود؛ اکنون \(edge.size) ثبت هست.",
        "the root over the first \(published.size) entries is not the published one; \(edge.size) are there now.")
    }
  }
}
