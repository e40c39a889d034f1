import Values

/// Tables for documents: Markdown and HTML.
enum MarkupWriter {
  static func markdown(_ grid: Grid, _ style: Style) -> String {
    func line(_ texts: [String]) -> String { "| " + texts.joined(separator: " | ") + " |\n" }
    let rule = line(grid.columns.map { _ in "---" })
    return line(grid.columns.map { escapedMarkdown(Visible.text($0)) }) + rule
      + grid.rows.map { line($0.map { escapedMarkdown(style.shown($0)) }) }.joined()
  }

  private static func escapedMarkdown(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "[", "]": escaped += "\\" + String(scalar)
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A page of its own, in the direction of its reader's language, so that a long report can be opened in a browser.
  static func html(_ grid: Grid, _ style: Style) -> String {
    let head = grid.columns.map { "<th scope=\"col\">\(escapedHTML(Visible.text($0)))</th>" }.joined()
    let rows = grid.rows.map { row in
      "<tr>" + row.map { "<td><bdi>\(escapedHTML(style.shown($0)))</bdi></td>" }.joined() + "</tr>\n"
    }
    return html(
      """
      <table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
      """, style)
  }

  /// Lines whose places say something: a block that nobody wraps.
  static func markdown(page: String) -> String {
    // A longer fence than any in the lines themselves.
    let lines: [Substring] = page.split(separator: "\n" as Character)
    let longest = lines.map { $0.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)\n\(page)\(fence)\n"
  }

  static func html(page: String, _ style: Style) -> String { html("<pre>\n\(escapedHTML(page))</pre>", style) }

  private static func html(_ body: String, _ style: Style) -> String {
    """
    <!DOCTYPE html>
    \(style.said(#"<html lang="fa" dir="rtl">"#, #"<html lang="en" dir="ltr">"#))<head><meta charset="utf-8">
    <title>\(style.said("همیار", "Hamyar"))</title></head><body>
    \(body)
    </body></html>

    """
  }

  private static func escapedHTML(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

/// A grid as CSV or as tab-separated text.
enum SeparatedWriter {
  static func csv(_ grid: Grid) -> String { cells(grid).map(CSVWriter.line).joined() }

  static func tsv(_ grid: Grid) -> String {
    cells(grid).map { $0.map { Visible.text($0) }.joined(separator: "\t") + "\n" }.joined()
  }

  /// Title row first; texts so that a spreadsheet takes none for a formula, numbers as they are.
  private static func cells(_ grid: Grid) -> [[String]] {
    let head = grid.columns.map { CSVWriter.literal(Visible.text($0, keepsLines: true)) }
    let rows = grid.rows.map { row in
      row.map { cell in
        let text = Visible.text(cell.text, keepsLines: true)
        return cell.kind == .text ? CSVWriter.literal(text) : text
      }
    }
    return [head] + rows
  }
}

/// An answer as people read it: a table, or one field a line where there is one thing or no room.
enum ScreenWriter {
  static func write(_ grid: Grid, _ expansion: Expansion, _ style: Style) -> String {
    if grid.columns.isEmpty { return "" }
    let table = grid.persianLast
    let isVertical =
      switch expansion {
      case .on: true
      case .off: grid.isSingle
      case .auto: grid.isSingle || TableWriter.width(table, style) > style.width
      }
    return isVertical ? VerticalWriter.write(grid, style) : TableWriter.write(table, style)
  }
}
