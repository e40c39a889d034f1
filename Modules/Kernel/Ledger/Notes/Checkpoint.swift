/// What a log says of itself at one moment (C2SP tlog-checkpoint, without extension lines): three lines of text.
public struct Checkpoint: Hashable, Sendable {
  /// The name of the log and its epoch, such as `audit.behzisti.example/prod/1`.
  public let origin: String
  /// Number of entries.
  public let size: UInt64
  /// The root over them.
  public let root: TreeHash

  /// Nil if the origin is not a name that a note may carry.
  public init?(origin: String, size: UInt64, root: TreeHash) {
    guard LedgerText.isName(origin) else { return nil }
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads the text back. Nil unless writing it again gives the very same text.
  public init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 4, lines[3].isEmpty, let size = LedgerText.number(lines[1]),
      let root = TreeHash(base64: lines[2])
    else { return nil }
    self.init(origin: String(lines[0]), size: size, root: root)
  }

  /// The text that is signed, each line ended by a line feed.
  public var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }
}

/// The small textual rules that checkpoints and notes share.
enum LedgerText {
  /// A decimal number without sign or leading zeros, or nil.
  static func number(_ text: Substring) -> UInt64? {
    let digits = text.utf8
    guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      digits.count == 1 || digits.first != UInt8(ascii: "0")
    else { return nil }
    return UInt64(text)
  }

  /// Whether a key or log may have this name: not empty, no white space, no plus sign (C2SP signed-note).
  static func isName(_ name: some StringProtocol) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        !$0.properties.isWhitespace && $0 != "+" && $0.value >= 0x20 && $0 != "\u{7F}"
      }
  }

  /// Equality of the bytes; `==` on String would also take other spellings of the same letters.
  static func same(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

  /// The number's bytes, big end first.
  static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  static func bigEndian(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) }
  }

  static func bigEndian(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * $0)) }
  }

  static func number(bigEndian bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
