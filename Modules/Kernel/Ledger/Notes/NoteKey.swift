public import Secrets
import Values

/// A public key that signs notes under a name (C2SP signed-note). Its text form is the “vkey”.
public struct NoteKey: Hashable, Sendable {
  /// What a signature of the key means; the raw values are the algorithm bytes of the specification.
  public enum Kind: UInt8, Sendable {
    /// Ed25519 over the text: the log speaks for itself.
    case log = 0x01
    /// Ed25519 over the time and the text (cosignature/v1): a witness saw this checkpoint then.
    case witness = 0x04
  }

  /// Who signs.
  public let name: String
  /// How.
  public let kind: Kind
  /// With what.
  public let key: VerifyingKey
  /// First four bytes of SHA-256(name ‖ LF ‖ algorithm byte ‖ key): finds the key, proves nothing.
  public let id: UInt32

  /// Nil if the name may not stand in a note.
  public init?(name: String, kind: Kind, key: VerifyingKey) {
    guard LedgerText.isName(name) else { return nil }
    self.name = name
    self.kind = kind
    self.key = key
    let digest = Digest.sha256(Array(name.utf8) + [0x0A, kind.rawValue] + key.bytes)
    self.id = UInt32(truncatingIfNeeded: LedgerText.number(bigEndian: digest.prefix(4)))
  }

  /// Reads a vkey, `name+id+base64`.
  ///
  /// - Throws: `NoteFault.malformedKey`, also when the id is not the key's.
  public init(vkey: String) throws {
    // The base 64 may itself contain plus signs, the name and the id may not.
    let parts = vkey.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let data = Base64.decode(standard: parts[2]), let first = data.first,
      let kind = Kind(rawValue: first), let key = VerifyingKey(Array(data.dropFirst())),
      let read = NoteKey(name: String(parts[0]), kind: kind, key: key), LedgerText.same(read.vkey, vkey)
    else { throw NoteFault.malformedKey }
    self = read
  }

  /// The text form, on one line without its end.
  public var vkey: String {
    "\(name)+\(Hex.encode(LedgerText.bigEndian(id)))+\(Base64.standard([kind.rawValue] + key.bytes))"
  }
}
