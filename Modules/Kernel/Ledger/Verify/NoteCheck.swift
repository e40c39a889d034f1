import Secrets
import Store
import Values

/// Signed checkpoints and anchors, each against the root as recomputed at its size.
final class NoteCheck {
  private let key: NoteKey
  private let kept: Statement
  private var waiting: (size: UInt64, note: String)?
  private var anchors: ArraySlice<Anchor>

  /// The size for which `check` is to be called next; nil when all was checked.
  var next: UInt64? { [waiting?.size, anchors.first?.size].compactMap(\.self).min() }

  init(key: NoteKey, anchors: [Anchor], on connection: Connection) throws {
    self.key = key
    self.anchors = anchors.sorted { $0.size < $1.size }[...]
    kept = try connection.privileged("SELECT size, note, epoch FROM main.audit_checkpoint ORDER BY size")
    try advance()
  }

  /// To be called for 0, then for each `next` in turn.
  func check(_ range: CompactRange, _ report: inout VerifyReport) throws {
    while let note = waiting, note.size <= range.size {
      report.notes += 1
      check(note.note, at: note.size, range, &report)
      try advance()
    }
    while let anchor = anchors.first, anchor.size <= range.size {
      check(anchor, range, &report)
      anchors.removeFirst()
    }
  }

  /// What speaks of more than there is.
  func finish(_ size: UInt64, _ report: inout VerifyReport) throws {
    let seq = Int64(clamping: size)
    while let note = waiting {
      report.add(seq, "یادداشتی از \(note.size) ثبت هست.", "there is a checkpoint of \(note.size) entries")
      try advance()
    }
    for anchor in anchors {
      report.add(
        seq, "«\(anchor.source)» از \(anchor.size) ثبت می‌گوید، ولی تنها \(size) ثبت هست: انتهای دفتر بریده است.",
        "“\(anchor.source)” speaks of \(anchor.size) entries, only \(size) are there: the end was cut off")
    }
  }

  func check(_ text: String, at size: UInt64, _ range: CompactRange, _ report: inout VerifyReport) {
    let seq = max(0, Int64(clamping: size) - 1)
    guard let note = try? SignedNote(parsing: Array(text.utf8)), let checkpoint = Checkpoint(note.text),
      (try? note.verified(by: [key])) != nil
    else {
      return report.add(
        seq, "یادداشت امضاشدهٔ \(size) ثبت درست نیست.", "the signed checkpoint of \(size) entries does not hold")
    }
    let expected = Checkpoint(origin: key.name, size: size, root: range.root)
    guard size == range.size, checkpoint == expected, note.encoded == text else {
      return report.add(
        seq, "یادداشت امضاشدهٔ \(checkpoint.size) ثبت با ثبت‌ها نمی‌خواند.",
        "the signed checkpoint of \(checkpoint.size) entries does not fit the entries")
    }
  }

  private func check(_ anchor: Anchor, _ range: CompactRange, _ report: inout VerifyReport) {
    let seq = max(0, Int64(clamping: anchor.size) - 1)
    if let note = anchor.note, Checkpoint(note.text)?.origin != key.name || (try? note.verified(by: [key])) == nil {
      return report.warn(
        "«\(anchor.source)» امضای این دفتر را ندارد و به حساب نیامد.",
        "“\(anchor.source)” is not signed by this log and was left out")
    }
    guard anchor.size > 0 else { return }
    guard anchor.size == range.size, anchor.root == range.root else {
      return report.add(
        seq, "ریشهٔ \(anchor.size) ثبت نخست با «\(anchor.source)» نمی‌خواند.",
        "the root over the first \(anchor.size) entries is not that of “\(anchor.source)”")
    }
    report.anchors += 1
    report.anchoredSize = max(report.anchoredSize, anchor.size)
  }

  private func advance() throws {
    // A note filed under another epoch is no note of this one.
    waiting = try kept.step() ? (UInt64(clamping: kept.int(0)), kept.int(2) == 1 ? kept.text(1) : "") : nil
  }
}

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
