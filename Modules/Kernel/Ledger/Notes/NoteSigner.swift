public import Secrets

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
