import Secrets
import Values

/// What somebody outside the database knows of the log at one size. Only anchors can show that the end was not cut
/// off or the whole rewritten by whoever holds the key.
public struct Anchor: Sendable {
  /// Where it comes from, for people: a file's name, a witness, a printed report.
  public let source: String
  /// Number of entries it speaks of.
  public let size: UInt64
  /// The root over them.
  public let root: TreeHash
  /// The signed note it was read from; nil when it was typed in.
  public let note: SignedNote?

  /// Reads `SIZE ROOT` as printed in a report (root in base 64 or hexadecimal), or a whole signed note such as the
  /// high-water mark. No signature is checked here.
  ///
  /// - Parameters:
  ///   - text: what somebody kept outside.
  ///   - source: where it comes from, for people.
  /// - Throws: `LedgerFault.malformed` for anything else.
  public init(parsing text: String, source: String) throws {
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count == 2, let size = LedgerText.number(words[0]), let root = Anchor.root(String(words[1])) {
      (self.size, self.root, self.note) = (size, root, nil)
    } else if let note = try? SignedNote(parsing: Array(text.utf8)), let checkpoint = Checkpoint(note.text) {
      (self.size, self.root, self.note) = (checkpoint.size, checkpoint.root, note)
    } else {
      throw LedgerFault(
        .malformed, "«\(source)» نه یادداشت امضاشده است و نه «تعداد ریشه».",
        "“\(source)” is neither a signed note nor “SIZE ROOT”.")
    }
    self.source = source
  }

  private static func root(_ text: String) -> TreeHash? {
    TreeHash(base64: text) ?? Hex.decode(text).flatMap { TreeHash($0) }
  }
}
