import Values

/// Writes an answer in a mode.
enum Rendering {
  /// - Parameter columns: those of a list's rows, where they are known beforehand.
  static func text(
    _ value: Value, columns: [String] = [], mode: OutputMode, expansion: Expansion, style: Style
  ) -> String {
    switch mode {
    case .json: return Visible.json(JSONWriter.text(value)) + "\n"
    case .jsonl:
      let lines = value.isPage ? value["items"]?.items ?? [] : value.listed
      return lines.map { Visible.json(JSONWriter.text($0)) + "\n" }.joined()
    case .csv: return SeparatedWriter.csv(Grid(value, expected: columns))
    case .tsv: return SeparatedWriter.tsv(Grid(value, expected: columns))
    case .markdown: return MarkupWriter.markdown(Grid(value, expected: columns).persianLast, style.withoutDirection)
    case .html: return MarkupWriter.html(Grid(value, expected: columns), style.withoutDirection)
    case .vertical: return VerticalWriter.write(Grid(value, expected: columns, isOpened: true), style)
    case .table: return ScreenWriter.write(Grid(value, expected: columns, isOpened: true), expansion, style)
    }
  }
}

extension Value {
  fileprivate var listed: [Value] { if case .list(let items) = self { items } else { [self] } }
}

extension Style {
  fileprivate var withoutDirection: Style {
    var style = self
    style.direction = .plain
    return style
  }
}
