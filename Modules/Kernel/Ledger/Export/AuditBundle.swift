import Secrets
public import Store
import Values

/// Everything an auditor takes home: checked with tools that others wrote, without this program and without a network.
public enum AuditBundle {
  /// Writes the log up to its signed head into a new folder.
  ///
  /// - Parameter signer: signs the list of digests; without it the list is there unsigned.
  /// - Returns: entries and files written.
  /// - Throws: `LedgerFault` when the ledger is empty or does not fit its head; `StoreFault`.
  public static func write(
    to path: String, signer: FileSigner?, on connection: Connection
  ) throws -> (entries: UInt64, files: Int) {
    try connection.savepoint("audit_bundle")
    defer { try? connection.release("audit_bundle") }
    let (note, checkpoint) = try AuditProof.present(on: connection)
    let vkeys = try AuditProof.keys(on: connection)
    guard let vkey = vkeys.last, let key = try? NoteKey(vkey: vkey) else {
      throw LedgerFault(.key, "کلید عمومی دفتر نیست.", "The log's public key is not there.")
    }
    let folder = try BundleFolder(path)
    try entries(checkpoint, into: folder, on: connection)
    try folder.write("checkpoint", note.encoded)
    for kept in try connection.privileged("SELECT size, note FROM main.audit_checkpoint ORDER BY size").all() {
      guard let size = kept[0].integer, let note = kept[1].string else { continue }
      try folder.write("checkpoints/\(size)", note)
    }
    try folder.write("keys.txt", vkeys.map { $0 + "\n" }.joined())
    try folder.write("log.pem", pem(key.key))
    try folder.write("log.pub", FileSigner.publicKey(key.key, keyID: key.id, comment: key.name))
    try folder.write("README", BundleGuide.text(origin: key.name, size: checkpoint.size, root: checkpoint.root.base64))
    let sums = Array(folder.sums.utf8)
    try folder.write("SHA256SUMS", sums)
    if let signer {
      try folder.write("SHA256SUMS.minisig", signer.minisign(sums, trustedComment: "origin:\(key.name) size:\(checkpoint.size)"))
      try folder.write("SHA256SUMS.sig", signer.signify(sums, keyFile: "log.pub"))
    }
    return (checkpoint.size, folder.count)
  }

  private static func entries(_ checkpoint: Checkpoint, into folder: BundleFolder, on connection: Connection) throws {
    var tiles = TileWriter(folder)
    var lines = try folder.file("entries.jsonl")
    let rows = try connection.privileged("SELECT leaf FROM main.audit_entry ORDER BY id LIMIT ?")
      .bind([.int(Int64(clamping: checkpoint.size))])
    defer { rows.reset() }
    while try rows.step() {
      let leaf = rows.bytes(0)
      try tiles.add(leaf)
      try lines.append(leaf + [UInt8(ascii: "\n")])
    }
    try folder.close(&lines)
    try tiles.finish()
    guard tiles.range.size == checkpoint.size, tiles.range.root == checkpoint.root else {
      throw LedgerFault.inconsistent(
        "ثبت‌ها با سرفصل امضاشده نمی‌خوانند؛ audit verify را اجرا کنید.",
        "the entries do not fit the signed head; run audit verify.")
    }
  }

  /// The public key as a SubjectPublicKeyInfo (RFC 8410), which OpenSSL reads.
  private static func pem(_ key: VerifyingKey) -> String {
    let prefix: [UInt8] = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00]
    return "-----BEGIN PUBLIC KEY-----\n\(Base64.standard(prefix + key.bytes))\n-----END PUBLIC KEY-----\n"
  }
}
