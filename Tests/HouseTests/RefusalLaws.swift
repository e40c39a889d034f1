import Engine
import Feature
import Testing
import Values

@testable import Host

/// What the texts of refusals are held to, whichever module writes them.
@Suite struct `Words of a refusal` {
  private static let sources = SourceTree.swift.filter { $0.path.hasPrefix("Modules/") || $0.path.hasPrefix("App/") }

  @Test func `what was not found is named by its entity, or with an article of its own`() {
    var named = 0
    var breaches: [String] = []
    for source in Self.sources where !source.path.hasPrefix("Modules/TestKit/") {
      for call in source.swift.joined.matches(of: /Refusal\.notFound\((?:Texts\(\s*"(\d+)"\s*,\s*"(\d+)"\s*\)|([\w.]+))\)/) {
        named += 1
        if let place = call.output.2.flatMap({ Int($0) }) {
          let said = source.swift.literals[place]
          let begins = ["This ", "The ", "Signing in"].contains { said.text.hasPrefix($0) }
          if !begins { breaches.append("\(source.path):\(said.line): “\(said.text) was not found.” has no article") }
        } else if call.output.3?.hasSuffix(".texts") == true {
          breaches.append("\(source.path): \(call.output.0) says no entity, so nobody is told where to look")
        }
      }
    }
    #expect(named > 15)
    refuse(breaches)
  }

  @Test func `an entity begins no sentence without an article, and articles agree`() throws {
    // What cannot be counted needs no article.
    let names = Set(try Installed.registry().entities.map(\.en).filter { !$0.contains(" ") && $0 != "attendance" })
    #expect(names.count > 10)
    var sentences = 0
    var breaches: [String] = []
    for source in Self.sources {
      for pair in source.swift.joined.matches(of: /\bTexts\(\s*"\d+"(?:\([^"]*?\))*\s*,\s*"(\d+)"/) {
        guard let place = Int(pair.output.1) else { continue }
        let said = source.swift.literals[place]
        guard said.text.hasSuffix("."), let first = said.text.words.first else { continue }
        sentences += 1
        let rest = said.text.dropFirst(first.count)
        let isBare = [" is ", " was ", " has ", " needs ", " does ", " must "].contains { rest.hasPrefix($0) }
        if isBare, names.contains(first.lowercased()) { breaches.append("\(source.path):\(said.line): no article: \(said.text)") }
        for wrong in said.text.matches(of: /\b[Aa] ([aeio]\w+)|\b[Aa]n ([^aeiouAEIOUhHFLMNRSX8\\ ]\w*)/)
        where !["one", "once"].contains(String(wrong.output.1 ?? "")) {
          breaches.append("\(source.path):\(said.line): \(wrong.output.0): \(said.text)")
        }
      }
    }
    #expect(sentences > 300, "\(sentences) sentences")
    refuse(breaches)
  }
}
