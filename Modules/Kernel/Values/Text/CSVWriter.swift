/// Comma-separated text (RFC 4180), for every face that writes it.
///
/// It goes by octets: to a `Character` a comma with a half-space behind it is no comma.
public enum CSVWriter {
  /// One row with its line end; a cell is quoted where a comma, a quote or a line break in it asks for that.
  public static func line(_ cells: [String]) -> String {
    var text = JSONBuffer(capacity: 256)
    for (place, cell) in cells.enumerated() {
      if place > 0 { text.put(UInt8(ascii: ",")) }
      put(cell, into: &text)
    }
    putLineEnd(into: &text)
    return text.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// Text that a spreadsheet would take for a formula, behind an apostrophe (OWASP, CSV injection); other text as it stands.
  ///
  /// What has such an apostrophe of its own gets another one, so that `meant` takes back what was put there and no more.
  public static func literal(_ text: String) -> String { isFormula(text.utf8) ? "'" + text : text }

  /// The text that `literal` made a cell of: the apostrophe before what looks like a formula is taken off again.
  public static func meant(by cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && isFormula(cell.utf8) ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  /// One cell of a row that grows, quoted as in `line`.
  public static func put(_ cell: String, into text: inout JSONBuffer) {
    var cell = cell
    cell.withUTF8 { put($0, literally: false, into: &text) }
  }

  /// The same, disarmed as `literal` does.
  public static func put(literal cell: String, into text: inout JSONBuffer) {
    var cell = cell
    cell.withUTF8 { put($0, literally: isFormula($0), into: &text) }
  }

  /// Ends a row.
  public static func putLineEnd(into text: inout JSONBuffer) { text.raw("\r\n") }

  /// Whether a sign that begins a formula comes first, apostrophes aside.
  private static func isFormula(_ text: some Collection<UInt8>) -> Bool {
    switch text.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"), UInt8(ascii: "\r"): true
    default: false
    }
  }

  private static func put(_ cell: UnsafeBufferPointer<UInt8>, literally: Bool, into text: inout JSONBuffer) {
    let isQuoted = needsQuotes(cell)
    if isQuoted { text.put(UInt8(ascii: "\"")) }
    if literally { text.put(UInt8(ascii: "'")) }
    guard isQuoted else { return text.put(cell) }
    for octet in cell {
      if octet == UInt8(ascii: "\"") { text.put(octet) }
      text.put(octet)
    }
    text.put(UInt8(ascii: "\""))
  }

  /// Whether a comma, a quote or one of Unicode's line breaks is in it; U+0085, U+2028 and U+2029 have two or three octets.
  private static func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    for (place, octet) in cell.enumerated() {
      switch octet {
      case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A...0x0D: return true
      case 0x85 where place > 0 && cell[place - 1] == 0xC2: return true
      case 0xA8, 0xA9:
        if place > 1, cell[place - 1] == 0x80, cell[place - 2] == 0xE2 { return true }
      default: break
      }
    }
    return false
  }
}
