import Persian
import Values

/// Lines of a page as one reader sees them: in one language, none wider than the screen or than 80 columns.
struct PageLines {
  private static let mostColumns = 80
  /// Columns that a text gets at least beside what begins its lines.
  private static let leastColumns = 20

  let style: Style
  private let width: Int
  private(set) var lines: [String] = []

  init(_ style: Style) {
    self.style = style
    width = min(PageLines.mostColumns, style.width)
  }

  /// All of them, each with its end.
  var text: String { lines.map { $0 + "\n" }.joined() }

  mutating func addBlank() { lines.append("") }

  /// - Parameters:
  ///   - indent: blanks before it.
  ///   - hanging: further blanks before the lines after the first.
  mutating func add(_ text: String, _ indent: Int = 0, hanging: Int = 2) {
    add(text, after: [pad(indent), pad(indent + hanging)])
  }

  /// What is said in the language of the reader.
  mutating func say(_ fa: String, _ en: String, _ indent: Int = 0) { add(style.said(fa, en), indent) }

  /// Whatever begins the lines stays at the left, also where the text runs to it.
  ///
  /// - Parameter starts: what stands before the first line, and before all others.
  mutating func add(_ text: String, after starts: [String]) {
    var starts = starts.map { Visible.text($0) }
    if text.isEmpty, let first = starts.first { return lines.append(first.trimmedAtEnd) }
    if let first = starts.first, starts.count > 1, PersianText.displayWidth(first) > width - PageLines.leastColumns {
      // No room is left beside it.
      lines.append(first)
      starts.removeFirst()
    }
    let room = max(PageLines.leastColumns, width - (starts.map(PersianText.displayWidth).max() ?? 0))
    let wrapped = Wrapping.lines(Visible.text(text), to: room, indent: 0, breaksWords: true)
    for (index, line) in wrapped.enumerated() {
      lines.append((index == 0 ? starts.first ?? "" : starts.last ?? "") + style.directed(line))
    }
  }

  /// What is typed, as it is typed: broken with a backslash, so that it can be copied.
  mutating func addTyped(_ text: String, _ indent: Int) {
    for line in Wrapping.lines(Visible.text(text), to: width - indent, indent: 4, tail: " \\") { lines.append(pad(indent) + line) }
  }

  /// Names at the left, what is told of each beside it.
  mutating func addColumns(_ rows: [(name: String, told: [String])]) {
    let shown = rows.map { (Visible.text($0.name), $0.told.filter { !$0.isEmpty }) }
    let widths = shown.map { PersianText.displayWidth($0.0) }
    let column = widths.filter { $0 <= width / 2 - 8 }.max() ?? 0
    for ((name, told), used) in zip(shown, widths) {
      let bar = "  " + pad(column) + " │ "
      if used > column { lines.append("  " + name) }
      if used > column, told.isEmpty { continue }
      add(told.joined(separator: " · "), after: [used > column ? bar : "  " + name + pad(column - used) + " │ ", bar])
    }
  }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension String {
  fileprivate var trimmedAtEnd: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}

extension Style {
  /// One of two sentences that say the same.
  func said(_ fa: String, _ en: String) -> String { language == .fa ? fa : en }

  /// What stands between the parts of an enumeration.
  var comma: String { said("، ", ", ") }
}
