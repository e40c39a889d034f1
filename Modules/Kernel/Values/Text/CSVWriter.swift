/// Comma-separated text (RFC 4180), for every face that writes it.
public enum CSVWriter {
  /// One row with its line end; a cell is quoted where a comma, a quote or a line break in it asks for that.
  ///
  /// It goes by scalars: to a `Character` a comma with a half-space behind it is no comma.
  public static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

  /// Text that a spreadsheet would take for a formula, behind an apostrophe (OWASP, CSV injection); other text as it stands.
  ///
  /// What has such an apostrophe of its own gets another one, so that `meant` takes back what was put there and no more.
  public static func literal(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  /// The text that `literal` made a cell of: the apostrophe before what looks like a formula is taken off again.
  public static func meant(by cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && isFormula(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
  }

  /// Whether a formula sign comes first, apostrophes aside.
  private static func isFormula(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != "'" }.map(formulaSigns.contains) ?? false
  }

  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r"]

  private static func quoted(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || Character($0).isNewline }) else { return cell }
    var text = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
