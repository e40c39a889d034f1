import Engine
import Feature
import Testing

/// What a module shows of itself, and what the kernel knows of modules.
@Suite struct `Openness` {
  /// One public type with one witness, and the import that its witness needs, for each module; and what Swift asks besides.
  private static let most = 150

  @Test func `desks and features keep to themselves`() {
    let words = SourceTree.features.filter { $0.file.room != "Modules/TestKit" }.flatMap { source in
      source.swift.joined.words.filter { $0 == "public" || $0 == "package" }
    }
    print("public and package in desks and features: \(words.count) of at most \(Openness.most)")
    #expect(words.count > 0 && words.count <= Openness.most)
  }

  @Test func `the kernel names no module by string`() throws {
    let registry = try Installed.registry()
    // A module's id begins its commands and tables, its paths are what programs ask for.
    let paths = registry.commands.filter { $0.spec.path.hasPrefix("/") }.compactMap { command in
      registry.modules.contains { $0.id == command.spec.module } ? command.spec.path.split(separator: "/").first.map(String.init) : nil
    }
    // Who signs in has a session; that word is the engine's own.
    let names = Set(registry.modules.map(\.id) + paths).subtracting(["session"])
    #expect(names.count > 10)
    var count = 0
    var breaches: [String] = []
    for source in SourceTree.swift where source.path.hasPrefix("Modules/Kernel/") {
      let lines = source.swift.code
      for literal in source.swift.literals {
        count += 1
        // An example of an input decides nothing either.
        if lines[literal.line - 1].contains("examples: [") { continue }
        // What people are told, such as the form of a code, may have an example; it decides nothing.
        let text = literal.text.replacing(/(?:such as|مانند)[^\n]*/, with: "")
        // In a sentence, `documents` is a word like others; as a path or as an id it is a name there too.
        let isSentence = text.contains(" ")
        let named = names.filter { name in
          let places = text.ranges(of: name).filter { Self.isWord($0, in: text) }
          return isSentence ? places.contains { Self.isPathOrID($0, in: text) } : !places.isEmpty
        }
        if !named.isEmpty { breaches.append("\(source.path):\(literal.line): names \(named.sorted()): \(literal.text)") }
      }
    }
    #expect(count > 1_000)
    refuse(breaches)
  }

  private static func isWord(_ range: Range<String.Index>, in text: String) -> Bool {
    func goesOn(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber || $0 == "-" } ?? false }
    return !goesOn(text[..<range.lowerBound].last) && !goesOn(text[range.upperBound...].first)
  }

  /// `/documents`, `documents.list`, `documents_document`.
  private static func isPathOrID(_ range: Range<String.Index>, in text: String) -> Bool {
    let rest = text[range.upperBound...]
    let isID = (rest.first == "." || rest.first == "_") && rest.dropFirst().first?.isLetter == true
    return text[..<range.lowerBound].last == "/" || isID
  }
}
