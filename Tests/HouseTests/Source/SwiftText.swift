/// A Swift file taken apart just enough for laws: comments are gone from `code`, and every string literal stands there as
/// its number in quotes (`"7"`), so that words inside sentences are never taken for code.
struct SwiftText {
  struct Literal {
    var text: String
    let line: Int
    var isInterpolated = false
  }

  private(set) var literals: [Literal] = []
  private(set) var comments: [(line: Int, text: String)] = []
  /// One item a line of the file; a literal over several lines stands in its first.
  var code: [String] {
    String(decoding: out, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  var joined: String { String(decoding: out, as: UTF8.self) }

  private var out: [UInt8] = []
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1

  init(_ source: String) {
    bytes = Array(source.utf8)
    out.reserveCapacity(bytes.count)
    readCode(untilParenthesis: false)
  }

  private func sees(_ text: StaticString) -> Bool {
    guard at + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[at + index] != text.utf8Start[index] { return false }
    return true
  }

  private mutating func readCode(untilParenthesis: Bool) {
    var depth = 0
    while at < bytes.count {
      if sees("//") {
        readLineComment()
      } else if sees("/*") {
        readBlockComment()
      } else if let hashes = hashesBeforeQuote() {
        readLiteral(hashes)
      } else {
        let byte = bytes[at]
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") {
          if untilParenthesis, depth == 0 { return }
          depth -= 1
        }
        if byte == UInt8(ascii: "\n") { line += 1 }
        out.append(byte)
        at += 1
      }
    }
  }

  private mutating func readLineComment() {
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
    comments.append((line, String(decoding: bytes[start..<at], as: UTF8.self)))
  }

  private mutating func readBlockComment() {
    let (start, first) = (at, line)
    var depth = 0
    repeat {
      if sees("/*") {
        depth += 1
        at += 2
      } else if sees("*/") {
        depth -= 1
        at += 2
      } else {
        passLine()
      }
    } while depth > 0 && at < bytes.count
    comments.append((first, String(decoding: bytes[start..<min(at, bytes.count)], as: UTF8.self)))
  }

  /// Moves one byte on; a line end stays in the code so that lines keep their numbers.
  private mutating func passLine() {
    if bytes[at] == UInt8(ascii: "\n") {
      line += 1
      out.append(UInt8(ascii: "\n"))
    }
    at += 1
  }

  /// Marks before an opening quote (`#"…"#`); nil when no literal begins here.
  private func hashesBeforeQuote() -> Int? {
    var index = at
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: "\"") ? index - at : nil
  }

  private func sees(_ mark: [UInt8]) -> Bool { bytes[at...].starts(with: mark) }

  private mutating func readLiteral(_ hashes: Int) {
    let hash = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    at += hashes
    let quote = [UInt8](repeating: UInt8(ascii: "\""), count: sees("\"\"\"") ? 3 : 1)
    at += quote.count
    let (close, escape) = (quote + hash, [UInt8(ascii: "\\")] + hash)
    let number = literals.count
    literals.append(Literal(text: "", line: line))
    out += Array("\"\(number)\"".utf8)
    var text: [UInt8] = []
    while at < bytes.count, !sees(close) {
      guard sees(escape), at + escape.count < bytes.count else {
        text.append(bytes[at])
        passLine()
        continue
      }
      at += escape.count
      if bytes[at] == UInt8(ascii: "(") {
        literals[number].isInterpolated = true
        text += Array("\\()".utf8)
        at += 1
        out.append(UInt8(ascii: "("))
        readCode(untilParenthesis: true)
        out.append(UInt8(ascii: ")"))
        at += 1
      } else {
        text += escape + [bytes[at]]
        passLine()
      }
    }
    at += close.count
    literals[number].text = String(decoding: text, as: UTF8.self)
  }
}
