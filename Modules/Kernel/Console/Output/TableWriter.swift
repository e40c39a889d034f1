import Persian
import Values

/// Columns side by side, by the width that characters take on a screen.
enum TableWriter {
  static func write(_ grid: Grid, _ style: Style) -> String {
    let cells = grid.rows.map { $0.map(style.shown) }
    let isNumeric = grid.columns.indices.map { column in
      grid.rows.contains { $0[column].kind == .number }
        && grid.rows.allSatisfy { [.number, .null].contains($0[column].kind) }
    }
    let widths = grid.columns.indices.map { column in
      ([grid.columns[column]] + cells.map { $0[column] }).map(PersianText.displayWidth).max() ?? 0
    }
    func line(_ texts: [String], _ separator: String) -> String {
      let padded = texts.indices.map { column in
        let room = String(repeating: " ", count: max(0, widths[column] - PersianText.displayWidth(texts[column])))
        if isNumeric[column] { return room + texts[column] }
        return column == texts.count - 1 ? texts[column] : texts[column] + room
      }
      return padded.joined(separator: separator) + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "─┼─") + "\n"
    return line(grid.columns.map { Visible.text($0) }, " │ ") + rule + cells.map { line($0, " │ ") }.joined()
  }

  /// The widest line, to decide between table and vertical.
  static func width(_ grid: Grid, _ style: Style) -> Int {
    grid.columns.indices.reduce(0) { total, column in
      let texts = [grid.columns[column]] + grid.rows.map { style.shown($0[column]) }
      return total + 3 + (texts.map(PersianText.displayWidth).max() ?? 0)
    }
  }
}

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
        let others = "\n" + String(repeating: " ", count: widest) + " │ "
        text += name + room + " │ " + lines(cell, style, besides: widest + 3).joined(separator: others) + otherDate(cell, style) + "\n"
      }
      for (column, cell) in zip(grid.columns, row) where !cell.things.isEmpty {
        text += (text.isEmpty ? "" : "\n") + part(Visible.text(column), cell.things, style)
      }
    }
    return text
  }

  /// Text that is longer than the screen goes on below itself; a word is never broken, so that it can be copied.
  private static func lines(_ cell: Cell, _ style: Style, besides used: Int) -> [String] {
    let room = style.width - used
    guard cell.kind == .text, style.width < .max, room >= 20, PersianText.displayWidth(cell.text) > room else { return [style.shown(cell)] }
    return Wrapping.lines(Visible.text(cell.text), to: room, indent: 0).map { style.shown(Cell(text: $0, kind: .text)) }
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
