import Persian

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
