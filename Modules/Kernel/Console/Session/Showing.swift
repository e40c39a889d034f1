import Glibc
import Engine
import Values

/// A file that takes the place of standard output.
final class OutputFile {
  private let descriptor: Int32

  init(path: String) throws { descriptor = try Descriptor.openPrivate(path, appending: false) }

  deinit { close(descriptor) }

  func write(_ text: String) { Descriptor.write(text, to: descriptor) }
}

extension ConsoleSession {
  /// Data goes to the file of `\o`, else to the screen or pipe.
  func write(_ text: String) {
    if let output { return output.write(text) }
    if isPaging, io.isTerminal { io.page(text) } else { io.write(text) }
  }

  /// Directions and width matter on a screen only: what goes to a pipe or a file has one shape everywhere.
  func style(forScreen isScreen: Bool) -> Style {
    var style = Style(digits: digits, null: null, width: isScreen ? io.width : .max)
    guard isScreen else { return style }
    switch bidi {
    case .off: break
    case .isolate: style.direction = .isolate
    case .visual: style.direction = .visual
    case .auto:
      // The Linux console and Windows Terminal keep the logical order.
      let keepsOrder = ConsoleOptions.environment("WT_SESSION") != nil || ConsoleOptions.environment("TERM") == "linux"
      style.direction = keepsOrder ? .visual : .isolate
    }
    return style
  }

  /// Shows a value in the mode of the session, or as JSON when the command asked for that.
  func show(_ value: Value, columns: [String] = [], isJSON: Bool = false) {
    let mode = isJSON && !self.mode.isJSON ? .json : self.mode
    let style = style(forScreen: output == nil && io.isTerminal)
    write(Rendering.text(value, columns: columns, mode: mode, expansion: expansion, style: style))
  }

  /// The answer of a command: a person is told how many rows there are.
  func show(_ value: Value, of command: CommandEntry, isJSON: Bool) {
    show(value, columns: command.kind == "list" ? command.answer.map(\.name) : [], isJSON: isJSON)
    guard value.isPage, io.canAsk, io.isTerminal, output == nil, !isJSON, !mode.isJSON else { return }
    io.complain("ردیف‌ها / rows: \(style(forScreen: true).number(value["items"]?.items.count ?? 0))\n")
  }

  /// Rows that the console itself makes: short ones, which stay a table also where the last column has to wrap.
  func show(rows: [Value]) {
    let chosen = expansion
    defer { expansion = chosen }
    if expansion == .auto { expansion = .off }
    show(.list(rows))
  }
}
