import Persian
import Values

/// One field a line; records one below the other; lists of things below their record, indented under their name.
enum VerticalWriter {
  static func write(_ grid: Grid, _ style: Style) -> String {
    let fields = grid.columns.indices.filter { column in grid.rows.contains { $0[column].isLine } }
    let widest = fields.map { PersianText.displayWidth(Visible.text(grid.columns[$0])) }.max() ?? 0
    var text = ""
    for (index, row) in grid.rows.enumerated() {
      if !grid.isSingle { text += "─[ \(style.number(index + 1)) ]─\n" }
      for cell in row where !cell.sentences.isEmpty { text += paragraphs(cell.sentences, style) }
      for (column, cell) in zip(grid.columns, row) where cell.isLine {
        let name = Visible.text(column)
        let room = String(repeating: " ", count: max(0, widest - PersianText.displayWidth(name)))
        text += name + room + " │ " + style.shown(cell) + otherDate(cell, style) + "\n"
      }
      for (column, cell) in zip(grid.columns, row) where !cell.things.isEmpty {
        text += (text.isEmpty ? "" : "\n") + part(Visible.text(column), cell.things, style)
      }
    }
    return text
  }

  /// Each sentence from a new line, broken between words where the screen ends.
  private static func paragraphs(_ sentences: [String], _ style: Style) -> String {
    sentences.flatMap { sentence in
      Wrapping.lines(Visible.text(sentence), to: style.width, indent: 0).map { style.directed($0) + "\n" }
    }.joined()
  }

  private static func otherDate(_ cell: Cell, _ style: Style) -> String {
    guard !cell.gregorian.isEmpty, cell.gregorian != cell.text else { return "" }
    return " (\(style.shown(Cell(text: cell.gregorian, kind: .day))))"
  }

  private static func part(_ title: String, _ things: [Value], _ style: Style) -> String {
    var inner = style
    inner.width = max(0, style.width - Indent.width)
    return Indent.text(title + "\n" + ScreenWriter.write(Grid(.list(things), isOpened: true), .auto, inner))
  }
}

extension Cell {
  /// Whether it stands beside its name on one line.
  fileprivate var isLine: Bool { things.isEmpty && sentences.isEmpty }
}

/// Moves whole lines to the right.
enum Indent {
  static let width = 2

  static func text(_ text: String, by steps: Int = 1) -> String {
    let room = String(repeating: " ", count: width * steps)
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.isEmpty ? "" : room + String($0) }.joined(separator: "\n")
  }
}
