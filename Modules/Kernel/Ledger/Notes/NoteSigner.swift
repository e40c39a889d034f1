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

/// One signature line of a note.
public struct NoteSignature: Hashable, Sendable {
  /// The name it claims.
  public let name: String
  /// The id of the key it claims.
  public let keyID: UInt32
  /// What follows the id: for a witness eight bytes of time, then the 64-byte signature.
  public let payload: [UInt8]

  init(name: String, keyID: UInt32, payload: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.payload = payload
  }

  /// Reads a line without its end. Nil if it is not of the form `— name base64`.
  public init?(line: Substring) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "—", LedgerText.isName(parts[1]),
      let data = Base64.decode(standard: parts[2]), data.count > 4
    else { return nil }
    let id = UInt32(truncatingIfNeeded: LedgerText.number(bigEndian: data.prefix(4)))
    self.init(name: String(parts[1]), keyID: id, payload: Array(data.dropFirst(4)))
  }

  /// The line without its end.
  public var line: String { "— \(name) \(Base64.standard(LedgerText.bigEndian(keyID) + payload))" }

  /// Whether it claims to be made by `key`.
  public func claims(_ key: NoteKey) -> Bool { keyID == key.id && LedgerText.same(name, key.name) }

  /// The time it vouches for in seconds since 1970 (0 for a log's own signature), or nil if it is not the key's
  /// signature of `text`.
  public func time(of text: String, by key: NoteKey) -> UInt64? {
    guard claims(key) else { return nil }
    let stampLength = key.kind == .witness ? 8 : 0
    guard payload.count == stampLength + SigningKey.signatureLength else { return nil }
    let time = LedgerText.number(bigEndian: payload.prefix(stampLength))
    let signature = Array(payload.dropFirst(stampLength))
    return key.key.verify(signature, of: key.message(text, time: time)) ? time : nil
  }
}

/// The private side of a key for notes.
public struct NoteSigner: Sendable {
  /// What others verify with.
  public let key: NoteKey
  private let signing: SigningKey

  /// Nil if the name may not stand in a note.
  public init?(name: String, kind: NoteKey.Kind, signing: SigningKey) {
    guard let key = NoteKey(name: name, kind: kind, key: signing.verifyingKey) else { return nil }
    self.key = key
    self.signing = signing
  }

  /// A signature of the text. `time`, in seconds since 1970, is what a witness vouches for; a log's own signature
  /// carries none.
  public func sign(_ text: String, time: UInt64) -> NoteSignature {
    let signature = signing.sign(key.message(text, time: time))
    let stamp = key.kind == .witness ? LedgerText.bigEndian(time) : []
    return NoteSignature(name: key.name, keyID: key.id, payload: stamp + signature)
  }
}

extension NoteKey {
  /// The bytes that are signed for a text.
  func message(_ text: String, time: UInt64) -> [UInt8] {
    switch kind {
    case .log: Array(text.utf8)
    case .witness: Array("cosignature/v1\ntime \(time)\n\(text)".utf8)
    }
  }
}
