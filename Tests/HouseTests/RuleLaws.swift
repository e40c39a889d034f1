import Engine
import Feature
import Testing
import Values

/// Every rule says where it comes from, in words for both peoples, and works with its own standards.
@Suite struct `Rules of the house` {
  @Test func `a rule has a name of its own that begins with its module's`() throws {
    let registry = try Installed.registry()
    let ids = registry.ruleDescriptions.map(\.id)
    #expect(ids.count == Set(ids).count, "two rules of one name among \(ids.sorted())")
    for module in registry.modules {
      for rule in module.rules {
        #expect(rule.id.hasPrefix(module.id + "."), "\(rule.id) in \(Installed.target(of: module))")
      }
    }
  }

  @Test func `a rule works with its standards`() throws {
    for rule in try Installed.registry().ruleDescriptions where rule.parameters.allSatisfy({ $0.standard != nil }) {
      let standards = Value.object(rule.parameters.map { Value.Member($0.name, $0.standard ?? .null) })
      #expect(throws: Never.self, "\(rule.id): its standards") { try rule.check(standards) }
    }
    // Where one parameter must be set first, the others' standards are read one by one.
    for rule in try Installed.registry().rules {
      for parameter in rule.parameters {
        guard let standard = parameter.standard else { continue }
        #expect(throws: Never.self, "\(rule.id).\(parameter.name): its standard") {
          try RuleReading.check(standard, for: parameter.name, of: rule)
        }
      }
    }
  }

  @Test func `a test asks the rule itself`() throws {
    let tests = SourceTree.swift.filter { $0.path.hasPrefix("Tests/") && !$0.path.hasPrefix("Tests/HouseTests/") }
    let asked = Set(
      tests.flatMap { $0.swift.joined.matches(of: /\b(\w+)\s*\.(?:objections|codes)\(/).map { String($0.output.1) } })
    // Machines are asked every step there could be, below `Machines`.
    let rules = try Installed.registry().rules.filter { !($0 is any StateMachine.Type) }
    #expect(rules.count > 40)
    refuse(rules.filter { !asked.contains(String(describing: $0)) }.map { "\($0.id): no file under Tests/ asks \($0) for its objections" })
  }

  @Test func `a sentence stands in Persian and in English wherever it is written`() {
    var count = 0
    var breaches: [String] = []
    for source in SourceTree.swift where !source.path.hasPrefix("Tests/") {
      for pair in source.swift.joined.matches(of: /\b(?:Texts|UsageFault)\(\s*"(\d+)"(?:\([^"]*?\))*\s*,\s*"(\d+)"/) {
        guard let first = Int(pair.output.1), let second = Int(pair.output.2) else { continue }
        let (fa, en) = (source.swift.literals[first], source.swift.literals[second])
        // Nothing to translate: only values put in, or a name such as PDF.
        let said = [fa.text, en.text].map { $0.replacing("\\()", with: "") }
        guard said.contains(where: { $0.contains(where: \.isLetter) }) else { continue }
        if said[0] == said[1], said[0] == said[0].uppercased() { continue }
        count += 1
        if !fa.text.hasPersian { breaches.append("\(source.path):\(fa.line): no Persian in \(fa.text)") }
        if !en.text.hasLatin || en.text.hasPersian { breaches.append("\(source.path):\(en.line): no English in \(en.text)") }
      }
    }
    #expect(count > 100)
    refuse(breaches)
  }
}

/// Reads single parameters of a rule whose type is forgotten.
enum RuleReading {
  static func fields(of rule: any Rule.Type) throws -> [Field] { try opened(rule) }
  private static func opened<Declared: Rule>(_ rule: Declared.Type) throws -> [Field] { try Schema.fields(of: Declared.Parameters.self) }

  /// - Throws: when the rule cannot work with this value for this parameter.
  static func check(_ value: Value, for parameter: String, of rule: any Rule.Type) throws {
    let field = try fields(of: rule).filter { $0.name == parameter }
    _ = try Field.conform(.object([Value.Member(parameter, value)]), to: field, mode: .strict)
  }
}
