import Engine
import Feature
import Host
import Persian
import Testing
import Values

@testable import Console

/// What `help` says of each command.
@Suite struct `Help` {
  private static let style: Style = {
    var style = Style()
    style.direction = .isolate
    return style
  }()

  private func page(_ command: Command) -> String { HelpPage(command: command.entry, style: Help.style).text }

  /// The example as it would be typed on one line.
  private func example(_ page: String) -> String {
    let lines = page.split(separator: "\n").map(String.init)
    let first = (lines.firstIndex { $0.hasPrefix("  example / نمونه:") } ?? -1) + 1
    let rest = lines[first...].prefix { !$0.hasPrefix("  permission") }
    return rest.map { $0.hasSuffix(" \\") ? String($0.dropLast()) : $0 }.joined(separator: " ")
  }

  @Test func `no line is wider than 80 columns, and no direction control is shown as text`() throws {
    for command in try Installed.registry().commands {
      let page = page(command)
      for line in page.split(separator: "\n") {
        #expect(PersianText.displayWidth(String(line)) <= 80, "\(command.spec.id): \(line)")
      }
      #expect(!page.contains("\\u{"), "\(command.spec.id)")
      #expect(page.contains(command.spec.texts.en), "\(command.spec.id)")
    }
  }

  @Test func `no line of the console's own help is wider than 80 columns`() {
    for line in HelpTexts.console(Help.style).split(separator: "\n") {
      #expect(PersianText.displayWidth(String(line)) <= 80, "\(line)")
    }
  }

  @Test func `each example is whole and can be typed`() throws {
    for command in try Installed.registry().commands {
      let line = example(page(command))
      #expect(!line.contains("…"), "\(line)")
      let words = try Tokenizer.words(of: line)
      #expect(words.prefix(2).map(\.whole).joined(separator: ".") == command.spec.name, "\(line)")
      let builder = InputBuilder(command.entry)
      let input = try builder.input(try builder.assign(Array(words.dropFirst(2))))
      #expect(throws: Never.self, "\(line)") { try Field.conform(input, to: command.fields, mode: .strict) }
    }
  }
}
