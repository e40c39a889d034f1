/// CSV (RFC 4180) and tab-separated text.
enum SeparatedWriter {
  static func csv(_ grid: Grid) -> String {
    lines(grid, separator: ",", end: "\r\n") { text in
      let needsQuotes = text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
      guard needsQuotes else { return text }
      var quoted = "\""
      for scalar in text.unicodeScalars {
        if scalar == "\"" { quoted += "\"" }
        quoted.unicodeScalars.append(scalar)
      }
      return quoted + "\""
    }
  }

  static func tsv(_ grid: Grid) -> String { lines(grid, separator: "\t", end: "\n") { Visible.text($0) } }

  private static func lines(_ grid: Grid, separator: String, end: String, _ quote: (String) -> String) -> String {
    let head = grid.columns.map { quote(harmless(Visible.text($0, keepsLines: true))) }
    let rows = grid.rows.map { row in
      row.map { cell in
        let text = Visible.text(cell.text, keepsLines: true)
        return quote(cell.kind == .text ? harmless(text) : text)
      }
    }
    return ([head] + rows).map { $0.joined(separator: separator) + end }.joined()
  }

  /// Text that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).
  static func harmless(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r"].contains(first) else { return text }
    return "'" + text
  }
}
