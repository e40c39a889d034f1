import Values

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
