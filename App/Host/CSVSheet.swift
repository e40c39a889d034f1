import Store
import Values

/// A CSV file: UTF-8 with or without byte order mark; comma, semicolon or tab, whichever the header uses.
struct CSVSheet {
  let header: [String]
  let rows: [[String]]

  static let largestFile = 64 << 20

  init(file: String) throws {
    var text = try PlainFile.read(file, limit: CSVSheet.largestFile)
    if text.hasPrefix("\u{FEFF}") { text.removeFirst() }
    guard let first = text.split(whereSeparator: \.isNewline).first else {
      throw UsageFault("فایل خالی است.", "The file is empty.")
    }
    let separators: [Character] = [",", ";", "\t"]
    let separator = separators.max { left, right in
      first.filter { $0 == left }.count < first.filter { $0 == right }.count
    }
    let all = CSVSheet.parse(text, separator ?? ",")
    header = all.first ?? []
    rows = Array(all.dropFirst()).filter { $0 != [""] }
    let width = header.count
    if let wrong = rows.firstIndex(where: { $0.count != width }) {
      throw UsageFault("سطر \(wrong + 2): شمار ستون‌ها \(width) نیست.", "Row \(wrong + 2) has not \(width) columns.")
    }
  }

  /// RFC 4180: quoted cells may hold separators, quotes (doubled) and line breaks.
  static func parse(_ text: String, _ separator: Character) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var letters = text.makeIterator()
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
        row.append(cell)
        cell = ""
      } else if letter.isNewline {
        row.append(cell)
        rows.append(row)
        (row, cell) = ([], "")
      } else {
        cell.append(letter)
      }
    }
    if !cell.isEmpty || !row.isEmpty { rows.append(row + [cell]) }
    return rows
  }

  /// The refused rows as they were, with what was wrong, to be mended and imported again.
  func writeErrors(_ problems: [Int: Texts], to path: String) throws {
    var text = (header + ["_row", "_errors"]).map(CSVSheet.quoted).joined(separator: ",") + "\r\n"
    for (index, texts) in problems.sorted(by: { $0.key < $1.key }) {
      text += (rows[index] + [String(index + 2), texts.fa]).map(CSVSheet.quoted).joined(separator: ",") + "\r\n"
    }
    try PlainFile.create(path, text: text)
  }

  /// Quoted where needed; a cell that a spreadsheet would take for a formula gets an apostrophe.
  static func quoted(_ cell: String) -> String {
    let safe = cell.first.map { "=+-@".contains($0) } == true ? "'" + cell : cell
    guard safe.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}
