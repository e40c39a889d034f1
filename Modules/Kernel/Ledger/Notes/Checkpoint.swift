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
