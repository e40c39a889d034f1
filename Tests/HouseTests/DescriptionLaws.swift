@testable import Engine
import Feature
import Foundation
import Host
import Persian
import Testing
import Values

@testable import Console

/// What `\d` says of each module, command and thing.
@Suite struct `Descriptions` {
  /// Knows the whole catalogue and has no rows.
  private final class Whole: CatalogueClient {
    let known: Catalogue
    let context = ClientContext(host: "test", user: "zahra", province: nil)

    init(_ registry: Registry) {
      var catalogue = registry.catalogue(for: .nightly)
      catalogue.commands = registry.commands.map(\.entry)
      catalogue.things = registry.entities
      catalogue.rules = registry.rules.map { RuleEntry(id: $0.id, fa: $0.texts.fa, en: $0.texts.en, source: $0.source.source) }
      known = catalogue
    }

    func catalogue() -> Catalogue { known }
    func run(_ command: CommandEntry, input: Value, options: CallOptions) -> ClientResponse {
      ClientResponse(value: .record(["items": .list([]), "next": .null]), entry: nil)
    }
    func login(user: String, password: String) {}
    func logout() {}
  }

  private final class Screen: ConsoleIO {
    let canAsk = true
    let isTerminal = true
    let width = 80
    let isInterrupted = false
    var text = ""

    func write(_ text: String) { self.text += text }
    func page(_ text: String, in language: Language) { write(text) }
    func complain(_ text: String) { write(text) }
    func ask(_ question: String) -> String? { nil }
    func askSecret(_ question: String) -> String? { nil }
    func pause(seconds: Int) -> Bool { false }
  }

  private let client: Whole

  init() throws { client = Whole(try Installed.registry()) }

  private func session(_ language: Language) -> (ConsoleSession, Screen) {
    let screen = Screen()
    var options = ConsoleOptions()
    options.language = language
    let session = ConsoleSession(client: client, options: options, io: screen)
    session.bidi = .isolate
    session.isPaging = false
    return (session, screen)
  }

  /// What a terminal shows, direction controls and all.
  private func shown(_ line: String, _ at: (session: ConsoleSession, screen: Screen)) -> String {
    let (session, screen) = at
    screen.text = ""
    #expect(session.run(line).status == .ok, "\(line): \(screen.text)")
    for shown in screen.text.split(separator: "\n") {
      #expect(PersianText.displayWidth(String(shown)) <= 80, "\(line): \(shown)")
    }
    #expect(!screen.text.contains("\\u{"), "\(line)")
    return screen.text
  }

  @Test(arguments: Language.allCases)
  func `each thing is told in its reader's language within 80 columns`(language: Language) {
    let other: Language = language == .fa ? .en : .fa
    let place = session(language)
    let (things, rules) = (client.known.things ?? [], client.known.rules ?? [])
    for thing in things {
      for line in ["\\d \(thing.object)", "\\d+ \(thing.object)"] {
        let text = shown(line, place)
        for field in thing.fields { #expect(text.contains(field.name), "\(line): \(field.name)") }
        for state in thing.stateNames {
          #expect(text.contains(state) && text.contains(thing.texts(ofState: state)?[language] ?? "?"), "\(line): \(state)")
        }
        #expect(text.contains("\(thing.object) — \(language == .fa ? thing.fa : thing.en)"), "\(line)")
        let flat = text.filter { !"\u{2068}\u{2069}".contains($0) }.split { " \n│".contains($0) }.joined(separator: " ")
        for rule in rules where rule.id.hasPrefix(thing.module + ".") {
          let texts = Texts(rule.fa, rule.en)
          #expect(flat.contains(texts[language]) && !flat.contains(texts[other]), "\(line): \(rule.id)\n\(flat)\n\(texts[language])")
        }
      }
    }
    #expect(things.count > 20)
  }

  @Test func `no text of the console says a thing in two languages at once`() {
    func isPersian(_ text: Substring) -> Bool { text.unicodeScalars.contains { ("آ"..."ی").contains($0) } }
    func isEnglish(_ text: Substring) -> Bool { text.unicodeScalars.contains { ("a"..."z").contains($0) } }
    var count = 0
    for source in SourceTree.swift where source.path.hasPrefix("Modules/Kernel/Console/") {
      for literal in source.swift.literals where isPersian(literal.text[...]) {
        count += 1
        for separator in [" / ", " — "] {
          let parts = literal.text.components(separatedBy: separator)
          let isTwice =
            parts.contains { isPersian($0[...]) } && parts.contains { isEnglish($0[...]) && !isPersian($0[...]) && $0.contains(" ") }
          #expect(!isTwice, "\(source.path):\(literal.line): \(literal.text)")
        }
      }
    }
    #expect(count > 100)
  }

  @Test(arguments: Language.allCases)
  func `each module, its commands and rights are told within 80 columns`(language: Language) {
    let place = session(language)
    for line in ["\\d", "\\d+", "\\dp", "\\?", "help"] + client.known.modules.flatMap({ ["\\d \($0.id)", "\\d+ \($0.id)"] }) {
      #expect(!shown(line, place).isEmpty, "\(line)")
    }
    for command in client.known.commands { #expect(!shown("\\d \(command.id)", place).isEmpty, "\(command.id)") }
  }
}
