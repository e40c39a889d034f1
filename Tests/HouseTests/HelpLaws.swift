import Engine
import Feature
import Host
import Persian
import Testing
import Values

@testable import Console

/// What `help` says of each command.
@Suite struct `Help` {
  private static func style(_ language: Language) -> Style { Style(direction: .isolate, language: language) }

  private func page(_ command: Command, _ language: Language) -> String {
    HelpPage(command: command.entry, style: Help.style(language)).text
  }

  /// The example as it would be typed on one line.
  private func example(_ page: String) -> String {
    let lines = page.split(separator: "\n").map(String.init)
    let first = (lines.firstIndex { $0.contains("example:") || $0.contains("نمونه:") } ?? -1) + 1
    let rest = lines[first...].prefix { $0.hasPrefix("    ") }
    return rest.map { $0.hasSuffix(" \\") ? String($0.dropLast()) : $0 }.joined(separator: " ")
  }

  @Test(arguments: Language.allCases)
  func `no line is wider than 80 columns, and no direction control is shown as text`(language: Language) throws {
    for command in try Installed.registry().commands {
      let page = page(command, language)
      for line in page.split(separator: "\n") {
        #expect(PersianText.displayWidth(String(line)) <= 80, "\(command.spec.id): \(line)")
      }
      #expect(!page.contains("\\u{"), "\(command.spec.id)")
      let (own, foreign) = language == .fa ? ("نمونه:", "example:") : ("example:", "نمونه:")
      #expect(page.contains(command.spec.texts[language]) && page.contains(own) && !page.contains(foreign), "\(command.spec.id)")
    }
  }

  @Test(arguments: Language.allCases)
  func `no line of the console's own help is wider than 80 columns`(language: Language) {
    for line in HelpTexts.console(Help.style(language)).split(separator: "\n") {
      #expect(PersianText.displayWidth(String(line)) <= 80, "\(line)")
    }
  }

  @Test(arguments: Language.allCases)
  func `each example is whole and can be typed`(language: Language) throws {
    for command in try Installed.registry().commands {
      let line = example(page(command, language))
      #expect(!line.contains("…"), "\(line)")
      let words = try Tokenizer.words(of: line)
      #expect(words.prefix(2).map(\.whole).joined(separator: ".") == command.spec.name, "\(line)")
      let builder = InputBuilder(command.entry)
      let input = try builder.input(try builder.assign(Array(words.dropFirst(2))))
      #expect(throws: Never.self, "\(line)") { try Field.conform(input, to: command.fields, mode: .strict) }
    }
  }
}
