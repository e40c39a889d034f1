import Feature
import Ledger
import Store
import Values

/// A sheet that was imported, as the store keeps it: whose, which, when, and what became of its rows. Its entries in the
/// ledger name it as their request.
struct BatchRecord {
  var id: Int64
  let action: String
  let owner: String
  /// Of whoever imported it; nil for the nation. What another province imported is not told.
  let province: String?
  /// SHA-256 of the file, by which the same one is known again.
  let digest: [UInt8]
  /// Rows below the titles.
  let rows: Int
  var changed = 0
  var same = 0
  var refused = 0
  var firstEntry: Int64?
  var lastEntry: Int64?
  /// Microseconds since 1970, UTC.
  let at: Int64
  /// nil as long as it stands.
  private(set) var undone: Undone?

  /// How it was taken back.
  struct Undone {
    let actor: String
    let removed: Int
    let restored: Int
    /// Microseconds since 1970, UTC.
    let at: Int64

    /// Tehran's clock.
    var time: String { AuditShow.time(Clock.rfc3339(at)) ?? "" }
  }

  /// Rows that were dealt with, from the first on; fewer than there are where the work was cut short.
  var processed: Int { changed + same + refused }
  /// What stands in the ledger as the request of its entries.
  var request: String { "batch-\(id)" }

  private static let select = """
    SELECT b.id, action, owner, province, digest, rows, changed, same, refused, first_entry, last_entry, b.at,
      u.actor, u.removed, u.restored, u.at
    FROM registry_batch b LEFT JOIN registry_batch_undo u ON u.batch = b.id
    """

  /// The number that the next one gets.
  static func nextNumber(on connection: Connection) throws -> Int64 {
    try connection.privileged("SELECT coalesce(max(id),0)+1 FROM registry_batch").first()?.integer ?? 1
  }

  private func keep(on connection: Connection) throws {
    try connection.privileged(
      """
      INSERT INTO registry_batch(id,action,owner,province,digest,rows,changed,same,refused,first_entry,last_entry,at)
      VALUES(?,?,?,?,?,?,?,?,?,?,?,?)
      ON CONFLICT(id) DO UPDATE SET changed=excluded.changed, same=excluded.same, refused=excluded.refused,
        first_entry=coalesce(first_entry,excluded.first_entry), last_entry=coalesce(excluded.last_entry,last_entry)
      """
    ).bind([
      .int(id), .text(action), .text(owner), province.map(Value.text) ?? .null, .bytes(digest), .int(Int64(rows)),
      .int(Int64(changed)), .int(Int64(same)), .int(Int64(refused)), firstEntry.map(Value.int) ?? .null,
      lastEntry.map(Value.int) ?? .null, .int(at),
    ]).run()
  }

  /// Writes down what became of its rows, or of a further portion of them.
  ///
  /// - Returns: its number.
  func kept(with result: BatchResult, on connection: Connection) throws -> Int64 {
    var record = self
    record.changed += result.changed
    record.same += result.same
    record.refused += result.refused.count
    (record.firstEntry, record.lastEntry) = (result.firstEntry, result.lastEntry)
    try record.keep(on: connection)
    return id
  }

  /// Writes down that it was taken back.
  func keepUndone(by actor: String, _ rows: (removed: Int, restored: Int), at: Int64, on connection: Connection) throws {
    try connection.privileged("INSERT INTO registry_batch_undo(batch,actor,removed,restored,at) VALUES(?,?,?,?,?)")
      .bind([.int(id), .text(actor), .int(Int64(rows.removed)), .int(Int64(rows.restored)), .int(at)]).run()
  }

  /// The last import of the same file by the same action in the same province that stands.
  static func last(_ action: String, _ digest: [UInt8], province: String?, on connection: Connection) throws -> BatchRecord? {
    try connection.privileged(
      text: "\(select) WHERE action=? AND digest=? AND province IS ? AND u.batch IS NULL ORDER BY b.id DESC LIMIT 1"
    ).bind([.text(action), .bytes(digest), province.map(Value.text) ?? .null]).all().first.map(BatchRecord.init)
  }

  static func find(_ id: Int64, on connection: Connection) throws -> BatchRecord? {
    try connection.privileged(text: "\(select) WHERE b.id=?").bind([.int(id)]).all().first
      .map(BatchRecord.init)
  }

  /// The newest first. - Parameter owner: nil for everybody's.
  static func list(owner: String?, limit: Int, on connection: Connection) throws -> [BatchRecord] {
    let rows =
      try owner.map { owner in
        try connection.privileged(text: "\(select) WHERE owner=? ORDER BY b.id DESC LIMIT ?")
          .bind([.text(owner), .int(Int64(limit))]).all()
      }
      ?? connection.privileged(text: "\(select) ORDER BY b.id DESC LIMIT ?")
      .bind([.int(Int64(limit))]).all()
    return rows.map(BatchRecord.init)
  }
}

extension BatchRecord {
  private init(_ row: [Value]) {
    self.init(
      id: row[0].integer ?? 0, action: row[1].string ?? "", owner: row[2].string ?? "", province: row[3].string,
      digest: row[4].octets, rows: Int(row[5].integer ?? 0),
      changed: Int(row[6].integer ?? 0), same: Int(row[7].integer ?? 0), refused: Int(row[8].integer ?? 0),
      firstEntry: row[9].integer, lastEntry: row[10].integer, at: row[11].integer ?? 0,
      undone: row[12].string.map {
        Undone(actor: $0, removed: Int(row[13].integer ?? 0), restored: Int(row[14].integer ?? 0), at: row[15].integer ?? 0)
      })
  }
}

extension Value {
  fileprivate var octets: [UInt8] { if case .bytes(let octets) = self { octets } else { [] } }
}

extension Runtime {
  /// The caller's import of this file that was cut short, to be gone on with; nil where there is none.
  func unfinishedBatch(_ command: Command, _ digest: [UInt8], _ principal: Principal) throws -> BatchRecord? {
    guard let scope = principal.scope(for: command.spec.permission)?.scope else { return nil }
    let reader = try openReader()
    let last = try BatchRecord.last(command.spec.id, digest, province: scope.province, on: reader.connection)
    return last.flatMap { $0.owner == principal.id && $0.processed < $0.rows ? $0 : nil }
  }
}
