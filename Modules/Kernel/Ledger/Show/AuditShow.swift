import Jalali
import Persian
import Secrets
public import Store
public import Values

/// Entries for people to read. Guarded values stay what they are in the ledger: commitments.
public enum AuditShow {
  /// The members of an entry as stored, with its hash and its time by the Jalali calendar and Tehran's clock; nil when
  /// there is none of that number.
  ///
  /// - Throws: `StoreFault` when the store cannot be read, `Refusal` when the entry is no JSON.
  public static func entry(_ seq: Int64, on connection: Connection) throws -> Value? {
    let row = try connection.privileged("SELECT leaf, hash FROM main.audit_entry WHERE id=?").bind([.int(seq)]).all().first
    guard case .bytes(let leaf) = row?[0], case .bytes(let hash) = row?[1] else { return nil }
    var members = try JSONReader.read(leaf).members
    if let at = members.first(where: { $0.name == "at" })?.value.string, let text = time(at) {
      members.append(Value.Member("at_jalali", .text(text)))
    }
    members.append(Value.Member("hash", .text(Hex.encode(hash))))
    return .object(members)
  }

  /// What a guarded value of an entry was, from its opening; nil where there is none, or its person was erased.
  ///
  /// - Parameters:
  ///   - field: as the opening is called, `after.name`, `before.name` or `why.text`.
  ///   - seq: the entry.
  /// - Throws: `StoreFault` when the store cannot be read, `SecretFault` for an opening that was altered.
  public static func opened(_ field: String, of seq: Int64, _ vault: Vault, on connection: Connection) throws -> Value? {
    let stored = try connection.privileged("SELECT box, subject FROM main.audit_opening WHERE entry=? AND field=?")
      .bind([.int(seq), .text(field)]).all().first
    guard case .bytes(let box)? = stored?.first else { return nil }
    var subject: [UInt8]?
    if case .bytes(let raw)? = stored?.last { subject = raw }
    let place = VaultPlace(table: "audit_opening", column: field, row: seq)
    guard let opening = try vault.open(box, at: place, subject: subject, on: connection) else { return nil }
    return try JSONReader.read(Array(opening.dropFirst(Commitment.nonceLength)))
  }

  /// The very bytes of an entry that are hashed; nil when there is none of that number.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public static func leaf(_ seq: Int64, on connection: Connection) throws -> [UInt8]? {
    let leaf = try connection.privileged("SELECT leaf FROM main.audit_entry WHERE id=?").bind([.int(seq)]).first()
    if case .bytes(let bytes) = leaf { return bytes }
    return nil
  }

  /// The entries of an object, `module.thing/row`, newest first. `before` is the seq from which a next page goes on.
  ///
  /// - Parameters:
  ///   - object: `module.thing/row`.
  ///   - before: the seq from which a next page goes on, itself not included.
  ///   - limit: entries at most.
  /// - Throws: `StoreFault` when the store cannot be read, `Refusal` when an entry is no JSON.
  public static func history(
    of object: String, before: Int64 = .max, limit: Int = 50, on connection: Connection
  ) throws -> [Value] {
    try connection.privileged("SELECT entry FROM main.audit_ix WHERE obj=? AND entry<? ORDER BY entry DESC LIMIT ?")
      .bind([.text(object), .int(before), .int(Int64(limit))]).all()
      .compactMap { try $0[0].integer.flatMap { try entry($0, on: connection) } }
  }

  /// `1405/01/01 11:30:00` for `2026-03-21T08:00:00.123456Z`; nil for anything that is no such time.
  public static func time(_ at: String) -> String? {
    let parts = at.split(separator: "T")
    guard parts.count == 2, let day = try? JalaliDay(parsing: String(parts[0])) else { return nil }
    let clock = parts[1].prefix(8).split(separator: ":").compactMap { Int64($0) }
    guard clock.count == 3, clock.allSatisfy({ (0...60).contains($0) }) else { return nil }
    let unix = Int64(day.number) * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2]
    let local = (unix + 12_600) % 86_400
    let time = [local / 3_600, local / 60 % 60, local % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    return "\(JalaliDay.today(unixSeconds: unix).text) \(time)"
  }
}

/// Proofs for people outside, from the stored tree and the present head.
public enum AuditProof {
  /// The signed checkpoint of the present size; nil while the log is empty.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public static func head(on connection: Connection) throws -> String? {
    try connection.privileged("SELECT note FROM main.audit_head ORDER BY epoch DESC LIMIT 1").first()?.string
  }

  /// The log's public keys, oldest first. Whoever verifies must have got them from elsewhere.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public static func keys(on connection: Connection) throws -> [String] {
    try connection.privileged("SELECT vkey FROM main.audit_key ORDER BY from_size").all().compactMap { $0[0].string }
  }

  /// The file that proves to anyone with the public key that entry `seq` is in the log.
  ///
  /// - Throws: `StoredTree.Fault.noSuchEntry`; `LedgerFault.malformed` while the log is empty.
  public static func inclusion(of seq: Int64, on connection: Connection) throws -> String {
    let (note, checkpoint) = try present(on: connection)
    let size = checkpoint.size
    let index = UInt64(clamping: seq)
    guard seq >= 0 else { throw StoredTree.Fault.noSuchEntry(index: index, size: size) }
    let proof = try tree(connection).inclusion(of: index, in: size)
    return InclusionProofFile(index: index, proof: proof, note: note).text
  }

  /// The hashes, base 64, one a line, that show the log of `old` entries to be the beginning of that of `new` (RFC 6962
  /// 2.1.2).
  ///
  /// - Throws: `StoredTree.Fault.noSuchSize`; `LedgerFault.malformed` while the log is empty.
  public static func consistency(from old: UInt64, to new: UInt64, on connection: Connection) throws -> String {
    guard new <= (try present(on: connection)).checkpoint.size else { throw StoredTree.Fault.noSuchSize(old: old, new: new) }
    return try tree(connection).consistency(from: old, to: new).map { $0.base64 + "\n" }.joined()
  }

  /// The signed head, read.
  static func present(on connection: Connection) throws -> (note: SignedNote, checkpoint: Checkpoint) {
    guard let text = try head(on: connection) else {
      throw LedgerFault(.malformed, "دفتر هنوز خالی است.", "The ledger is still empty.")
    }
    let note = try SignedNote(parsing: Array(text.utf8))
    guard let checkpoint = Checkpoint(note.text) else { throw NoteFault.malformed }
    return (note, checkpoint)
  }

  private static func tree(_ connection: Connection) -> StoredTree {
    StoredTree { try LogState.node($0, epoch: 1, on: connection) }
  }
}
