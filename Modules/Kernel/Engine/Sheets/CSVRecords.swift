/// The records of comma-separated text one after the other (RFC 4180), without keeping those before.
///
/// It goes by octets of UTF-8: whatever stands behind a separator, a half-space too, it is one. A quote opens a cell only
/// where nothing but blanks stands before it, and only blanks may follow the quote that closes it.
struct CSVRecords: IteratorProtocol {
  /// One row as a spreadsheet numbers it: a cell of several lines does not count twice, a blank line counts.
  struct Row {
    /// From 1.
    let number: Int
    /// Without the blanks at either end.
    var cells: [String]

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  /// Quotes that are not as they must be, and where.
  struct QuoteFault {
    /// The row in which the quote opened.
    let row: Int
    /// Whether it is never closed; else something stands behind the quote that closes it.
    let isOpen: Bool
  }

  let separator: UInt8
  private let text: [UInt8]
  private var place = 0
  private var number = 0
  private(set) var fault: QuoteFault?

  /// - Parameter text: UTF-8 without a mark. A first line `sep=;` names the separator and is no row; else it is the one of
  ///   comma, semicolon and tab that stands most often in the first line that is not blank.
  init(_ text: [UInt8]) {
    self.text = text
    if let named = CSVRecords.named(text) {
      (separator, place) = named
    } else {
      separator = CSVRecords.likely(text)
    }
  }

  /// The next row; nil at the end, and where `fault` says why the rest cannot be read.
  mutating func next() -> Row? {
    guard place < text.count, fault == nil else { return nil }
    number += 1
    var cells: [String] = []
    while true {
      guard let cell = cell() else { return nil }
      cells.append(cell)
      guard place < text.count else { break }
      let mark = text[place]
      place += 1
      if mark == separator { continue }
      if mark == UInt8(ascii: "\r"), place < text.count, text[place] == UInt8(ascii: "\n") { place += 1 }
      break
    }
    return Row(number: number, cells: cells)
  }

  /// One cell; afterwards `place` is at what ended it.
  private mutating func cell() -> String? {
    let start = place
    while place < text.count, isBlank(text[place]) { place += 1 }
    if place < text.count, text[place] == UInt8(ascii: "\"") { return quoted() }
    place = start
    while place < text.count, !isEnd(text[place]) { place += 1 }
    return CSVRecords.trimmed(text[start..<place])
  }

  private mutating func quoted() -> String? {
    place += 1
    var start = place
    var doubled: [UInt8] = []
    while true {
      guard let quote = text[place...].firstIndex(of: UInt8(ascii: "\"")) else {
        fault = QuoteFault(row: number, isOpen: true)
        return nil
      }
      place = quote + 1
      guard place < text.count, text[place] == UInt8(ascii: "\"") else { break }
      doubled += text[start...quote]
      place += 1
      start = place
    }
    let cell = doubled + text[start..<(place - 1)]
    while place < text.count, isBlank(text[place]) { place += 1 }
    guard place == text.count || isEnd(text[place]) else {
      fault = QuoteFault(row: number, isOpen: false)
      return nil
    }
    return CSVRecords.trimmed(cell[...])
  }

  private func isBlank(_ octet: UInt8) -> Bool { octet == 0x20 || octet == 0x09 && separator != 0x09 }

  private func isEnd(_ octet: UInt8) -> Bool { octet == separator || octet == 0x0A || octet == 0x0D }
}

extension CSVRecords {
  private static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]

  /// `sep=;` on a line of its own, as spreadsheets write and read it.
  private static func named(_ text: [UInt8]) -> (separator: UInt8, start: Int)? {
    guard let end = text.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), end == 5 || end == 7 else { return nil }
    let line = String(decoding: text[..<end], as: UTF8.self).lowercased().filter { $0 != "\"" }
    guard line.hasPrefix("sep="), let separator = line.utf8.last, separators.contains(separator) else { return nil }
    let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
    return (separator, end + (isPair ? 2 : 1))
  }

  private static func likely(_ text: [UInt8]) -> UInt8 {
    let line = text.split(maxSplits: 64) { $0 == 0x0A || $0 == 0x0D }.first { line in
      !line.allSatisfy { $0 == 0x20 || separators.contains($0) }
    }
    // What stands between quotes divides nothing.
    var isQuoted = false
    let open = (line ?? []).filter { octet in
      if octet == UInt8(ascii: "\"") { isQuoted.toggle() }
      return !isQuoted
    }
    let counts = separators.map { separator in (separator, open.count { $0 == separator }) }
    return counts.reduce(counts[0]) { $1.1 > $0.1 ? $1 : $0 }.0
  }

  private static func trimmed(_ octets: ArraySlice<UInt8>) -> String {
    let text = String(decoding: octets, as: UTF8.self)
    guard let first = octets.first, let last = octets.last, mayBeBlank(first) || mayBeBlank(last) else { return text }
    let letters = text.unicodeScalars
    guard let start = letters.firstIndex(where: { !$0.properties.isWhitespace }),
      let end = letters.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(letters[start...end])
  }

  private static func mayBeBlank(_ octet: UInt8) -> Bool { octet <= 0x20 || octet >= 0x80 }
}
