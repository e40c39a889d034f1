/// A text with the signatures of one or several keys (C2SP signed-note).
public struct SignedNote: Hashable, Sendable {
  /// More signatures than this are not read.
  public static let mostSignatures = 100
  /// Longer notes are not read, in bytes.
  public static let mostBytes = 1_000_000

  /// A signature that holds, and for a witness the time it vouches for.
  public struct Attestation: Hashable, Sendable {
    /// Who signed.
    public let key: NoteKey
    /// Seconds since 1970; 0 for a log's own signature.
    public let time: UInt64
  }

  /// What is signed, ended by a line feed.
  public let text: String
  /// In the order of the lines.
  public private(set) var signatures: [NoteSignature]

  /// A text signed by each of `signers` in turn; `time` (seconds since 1970) goes into the signatures of witnesses.
  ///
  /// - Throws: `NoteFault.malformed` for a text that may not stand in a note.
  public init(_ text: String, signers: [NoteSigner], time: UInt64 = 0) throws {
    guard Self.isText(text) else { throw NoteFault.malformed }
    self.text = text
    self.signatures = signers.map { $0.sign(text, time: time) }
  }

  /// Reads a note; nothing is verified yet.
  ///
  /// - Throws: `NoteFault.malformed`, also for a note that is longer or has more signatures than are read.
  public init(parsing bytes: [UInt8]) throws {
    guard bytes.count <= Self.mostBytes, let note = String(validating: bytes, as: UTF8.self) else {
      throw NoteFault.malformed
    }
    var lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    guard Self.isText(note), lines.popLast()?.isEmpty == true, let gap = lines.lastIndex(of: ""), gap > 0,
      lines.count - gap - 1 <= Self.mostSignatures
    else { throw NoteFault.malformed }
    let signatures = lines[(gap + 1)...].map(NoteSignature.init(line:))
    guard !signatures.isEmpty, !signatures.contains(nil) else { throw NoteFault.malformed }
    self.text = lines[..<gap].joined(separator: "\n") + "\n"
    self.signatures = signatures.compactMap(\.self)
  }

  /// The whole note as it is stored and published.
  public var encoded: String { text + "\n" + signatures.map { $0.line + "\n" }.joined() }

  /// Adds a signature that arrived later, such as a witness's.
  public mutating func add(_ signature: NoteSignature) { signatures.append(signature) }

  /// The signatures of known keys, each key once. Those of unknown keys are passed over; one that claims a known key and
  /// does not hold makes the whole note suspect.
  ///
  /// - Throws: `NoteFault.badSignature` with the name of the key, `NoteFault.unsigned` when none of the keys has signed.
  public func verified(by keys: [NoteKey]) throws -> [Attestation] {
    var found: [Attestation] = []
    for signature in signatures {
      guard let key = keys.first(where: signature.claims), !found.contains(where: { $0.key == key }) else { continue }
      guard let time = signature.time(of: text, by: key) else { throw NoteFault.badSignature(name: key.name) }
      found.append(Attestation(key: key, time: time))
    }
    guard !found.isEmpty else { throw NoteFault.unsigned }
    return found
  }

  private static func isText(_ text: String) -> Bool {
    text.utf8.last == UInt8(ascii: "\n") && text.utf8.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
  }
}

/// Why a signed note or a key for notes is not accepted.
public enum NoteFault: Error, Equatable, Sendable {
  /// The text is not a signed note.
  case malformed
  /// A key's text is damaged or of an unknown kind.
  case malformedKey
  /// A signature that claims to be of a known key is not.
  case badSignature(name: String)
  /// None of the known keys has signed.
  case unsigned

  /// The reason in Persian.
  public var fa: String {
    switch self {
    case .malformed: "متن، یادداشت امضاشدهٔ درستی نیست."
    case .malformedKey: "متن کلید درست نیست یا نوع آن شناخته نیست."
    case .badSignature(let name): "امضای «\(name)» درست نیست."
    case .unsigned: "هیچ‌یک از کلیدهای شناخته‌شده این یادداشت را امضا نکرده است."
    }
  }

  /// The reason in English.
  public var en: String {
    switch self {
    case .malformed: "The text is not a well-formed signed note."
    case .malformedKey: "The key text is damaged or of an unknown kind."
    case .badSignature(let name): "The signature of “\(name)” is not valid."
    case .unsigned: "None of the known keys has signed this note."
    }
  }
}
