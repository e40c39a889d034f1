/// Comma-separated text (RFC 4180), for every face that writes it.
public enum CSVWriter {
  /// One row with its line end; a cell is quoted where a comma, a quote or a line break in it asks for that.
  ///
  /// It goes by scalars: to a `Character` a comma with a half-space behind it is no comma.
  public static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

  /// Text that a spreadsheet would take for a formula, behind an apostrophe (OWASP, CSV injection); other text as it stands.
  public static func literal(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formulaSigns.contains(first) else { return text }
    return "'" + text
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
