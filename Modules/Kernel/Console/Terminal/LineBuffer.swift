/// The line under the hands, in logical order, as what stands before and after the cursor.
struct LineBuffer: Equatable {
  /// Longest line in UTF-8 bytes; more is not taken in.
  static let longest = 262_144

  private(set) var before = ""
  private(set) var after = ""
  /// What was taken away last.
  private(set) var killed = ""

  var text: String { before + after }

  init(_ text: String = "", killed: String = "") {
    before = text
    self.killed = killed
  }

  mutating func insert(_ text: String) {
    guard before.utf8.count + after.utf8.count + text.utf8.count <= LineBuffer.longest else { return }
    before += text
  }

  /// Replaces the last characters before the cursor, as a completion does.
  mutating func replaceTail(_ count: Int, with text: String) {
    before = String(before.dropLast(count))
    insert(text)
  }

  /// Takes back one scalar, not one character: a vowel sign or a ZWNJ goes before the letter that bears it.
  mutating func backspace() {
    guard !before.isEmpty else { return }
    before.unicodeScalars.removeLast()
  }

  mutating func delete() { after = String(after.dropFirst()) }

  mutating func left() {
    guard let last = before.popLast() else { return }
    after = String(last) + after
  }

  mutating func right() {
    guard let first = after.first else { return }
    after.removeFirst()
    before.append(first)
  }

  mutating func home() { (before, after) = ("", text) }

  mutating func end() { (before, after) = (text, "") }

  mutating func wordLeft() {
    while let last = before.last, last.isWhitespace { left() }
    while let last = before.last, !last.isWhitespace { left() }
  }

  mutating func wordRight() {
    while let first = after.first, first.isWhitespace { right() }
    while let first = after.first, !first.isWhitespace { right() }
  }

  // MARK: Taking away and putting back

  mutating func killToEnd() {
    keep(after)
    after = ""
  }

  mutating func killToStart() {
    keep(before)
    before = ""
  }

  mutating func killWord() {
    let end = before
    while let last = before.last, last.isWhitespace { before.removeLast() }
    while let last = before.last, !last.isWhitespace { before.removeLast() }
    keep(String(end.dropFirst(before.count)))
  }

  mutating func killWordRight() {
    let rest = after
    while let first = after.first, first.isWhitespace { after.removeFirst() }
    while let first = after.first, !first.isWhitespace { after.removeFirst() }
    keep(String(rest.dropLast(after.count)))
  }

  mutating func yank() { insert(killed) }

  private mutating func keep(_ text: String) { if !text.isEmpty { killed = text } }
}
