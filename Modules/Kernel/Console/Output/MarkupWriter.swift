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
    return """
      <!DOCTYPE html>
      \(style.said(#"<html lang="fa" dir="rtl">"#, #"<html lang="en" dir="ltr">"#))<head><meta charset="utf-8">
      <title>\(style.said("همیار", "Hamyar"))</title></head><body>
      <table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(rows.joined())</tbody>
      </table>
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
