import Values

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
