import Secrets

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
