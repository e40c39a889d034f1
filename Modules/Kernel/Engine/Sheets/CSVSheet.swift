import Feature
import Jalali
public import Values

/// A CSV sheet: comma, semicolon or tab, whichever the header uses; with or without byte order mark.
public struct CSVSheet: Sendable {
  /// The titles, as they stand.
  public let header: [String]
  /// The cells of each row, as wide as the header; blank lines are left out.
  public let rows: [[String]]

  /// - Throws: `Refusal` for an empty sheet, or a row that has not the header's width.
  public init(text: String) throws {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    guard let first = text.split(whereSeparator: \.isNewline).first else {
      throw Refusal.input("/csv", "import.empty", Texts("برگه خالی است.", "The sheet is empty."))
    }
    let separators: [Unicode.Scalar] = [",", ";", "\t"]
    let separator = separators.max { left, right in
      first.unicodeScalars.filter { $0 == left }.count < first.unicodeScalars.filter { $0 == right }.count
    }
    let all = CSVSheet.parse(text, separator ?? ",")
    header = all.first ?? []
    rows = Array(all.dropFirst()).filter { $0 != [""] }
    let width = header.count
    if let wrong = rows.firstIndex(where: { $0.count != width }) {
      throw Refusal.input(
        "/csv", "import.width",
        Texts("سطر \(wrong + 2): شمار ستون‌ها \(width) نیست.", "Row \(wrong + 2) does not have \(width) columns."))
    }
  }

  /// RFC 4180: quoted cells may hold separators, quotes (doubled) and line breaks. It goes by scalars: to a `Character` a
  /// comma with a half-space behind it is no comma.
  static func parse(_ text: String, _ separator: Unicode.Scalar) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var letters = text.unicodeScalars.makeIterator()
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var next = letters.next()
    while let letter = next {
      next = letters.next()
      if isQuoted {
        guard letter == "\"" else {
          cell.append(letter)
          continue
        }
        if next == "\"" {
          cell.append("\"")
          next = letters.next()
        } else {
          isQuoted = false
        }
      } else if letter == "\"", cell.isEmpty {
        isQuoted = true
      } else if letter == separator {
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      } else if Character(letter).isNewline {
        if letter == "\r", next == "\n" { next = letters.next() }
        rows.append(row + [String(cell)])
        (row, cell) = ([], String.UnicodeScalarView())
      } else {
        cell.append(letter)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [String(cell)]) }
    return rows
  }

  /// The refused rows as they were, with what was wrong, to be mended and imported again.
  public func errorSheet(_ problems: [(row: Int, texts: Texts)]) -> String {
    problems.reduce(CSVSheet.line(header + ["_row", "_errors"])) { text, problem in
      text + CSVSheet.line(rows[problem.row] + [String(problem.row + 2), problem.texts.fa])
    }
  }

  /// One row with its line end.
  public static func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

  /// A value as a cell.
  public static func cell(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .text(let text): text
    case .int(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .day(let day): day.text
    default: JSONWriter.text(value)
    }
  }

  /// Quoted where needed; a cell that a spreadsheet would take for a formula gets an apostrophe.
  static func quoted(_ cell: String) -> String {
    let safe = cell.unicodeScalars.first.map { "=+-@".unicodeScalars.contains($0) } == true ? "'" + cell : cell
    guard safe.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || Character($0).isNewline }) else { return safe }
    let doubled = safe.unicodeScalars.flatMap { $0 == "\"" ? ["\"", "\""] : [$0] as [Unicode.Scalar] }
    return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
  }
}
