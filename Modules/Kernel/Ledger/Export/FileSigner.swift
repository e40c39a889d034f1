public import Secrets

/// Signs whole files, such as the list of an export's digests, so that the usual tools minisign and signify
/// verify them with the log's own key.
public struct FileSigner: Sendable {
  private let signing: SigningKey
  private let number: [UInt8]

  /// `number` names the key to the tools and proves nothing; here it is the note key's id twice.
  public init(_ signing: SigningKey, keyID: UInt32) {
    self.signing = signing
    self.number = FileSigner.number(keyID)
  }

  /// The public key file of either tool. Comments must not contain a line feed.
  public static func publicKey(_ key: VerifyingKey, keyID: UInt32, comment: String) -> String {
    file(comment, Array("Ed".utf8) + number(keyID) + key.bytes)
  }

  private static func number(_ keyID: UInt32) -> [UInt8] { LedgerText.bigEndian(keyID) + LedgerText.bigEndian(keyID) }

  /// A signify signature of `message`; `keyFile` is the name under which the public key is handed out.
  public func signify(_ message: [UInt8], keyFile: String) -> String {
    FileSigner.file("verify with \(keyFile)", Array("Ed".utf8) + number + signing.sign(message))
  }

  /// A minisign signature of `message` in its hashed form; `trustedComment` is signed as well.
  public func minisign(_ message: [UInt8], trustedComment: String) -> String {
    let signature = signing.sign(Digest.blake2b(message, length: .bytes64))
    let whole = signing.sign(signature + Array(trustedComment.utf8))
    return FileSigner.file("signature", Array("ED".utf8) + number + signature)
      + "trusted comment: \(trustedComment)\n\(Base64.standard(whole))\n"
  }

  private static func file(_ comment: String, _ content: [UInt8]) -> String {
    "untrusted comment: \(comment)\n\(Base64.standard(content))\n"
  }
}

/// The proof that one entry is in the log, in a file that others' tools read (c2sp.org/tlog-proof@v1).
public struct InclusionProofFile: Sendable {
  /// Position of the entry.
  public let index: UInt64
  /// From the leaf's sibling upwards.
  public let proof: [TreeHash]
  /// The signed checkpoint the proof leads to.
  public let note: SignedNote

  /// Gathers the three parts; nothing is checked.
  public init(index: UInt64, proof: [TreeHash], note: SignedNote) {
    self.index = index
    self.proof = proof
    self.note = note
  }

  /// The text of the file.
  public var text: String {
    "c2sp.org/tlog-proof@v1\nindex \(index)\n\(proof.map { $0.base64 + "\n" }.joined())\n\(note.encoded)"
  }
}
