import Feature
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
    let lines = [header + ["_row", "_errors"]] + problems.map { rows[$0.row] + [String($0.row + 2), $0.texts.fa] }
    return lines.map { CSVWriter.line($0.map(CSVWriter.literal)) }.joined()
  }
}
