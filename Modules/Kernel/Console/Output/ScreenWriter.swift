import Values

/// An answer as people read it: a table, or one field a line where there is one thing or no room.
enum ScreenWriter {
  static func write(_ sheet: Sheet, _ expansion: Expansion, _ style: Style) -> String {
    if sheet.columns.isEmpty { return "" }
    let table = sheet.persianLast
    let isVertical =
      switch expansion {
      case .on: true
      case .off: sheet.isSingle
      case .auto: sheet.isSingle || TableWriter.width(table, style) > style.width
      }
    return isVertical ? VerticalWriter.write(sheet, style) : TableWriter.write(table, style)
  }
}
