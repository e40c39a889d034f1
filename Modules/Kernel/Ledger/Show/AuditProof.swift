public import Store
import Values

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
