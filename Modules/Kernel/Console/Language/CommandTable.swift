import Engine
import Values

/// The catalogue, arranged for looking things up by what people type.
struct CommandTable {
  let modules: [ModuleEntry]
  let commands: [CommandEntry]
  let things: [EntityEntry]
  let rules: [RuleEntry]
  /// What the account asks to be written to in; nil where it does not say.
  let language: Language?
  /// The query behind `\dr`.
  let rulesInForce: String?
  /// What the account's owner owes; nil for nothing.
  let duty: Texts?
  private let byID: [String: CommandEntry]

  init(_ catalogue: Catalogue) {
    commands = catalogue.commands.sorted { $0.typedName < $1.typedName }
    byID = Dictionary(commands.flatMap { command in command.names.map { ($0, command) } }) { first, _ in first }
    modules = catalogue.modules
    things = catalogue.things ?? []
    rules = catalogue.rules ?? []
    language = catalogue.language
    rulesInForce = catalogue.rulesInForce
    duty = catalogue.duty
  }

  static let empty = CommandTable(Catalogue(modules: [], commands: []))

  /// Whether nothing is left but what concerns one's own account, until the duty is done.
  var isBarred: Bool { duty != nil && commands.allSatisfy { ["anyone", "oneself"].contains($0.permission) } }

  /// Modules with at least one command, also those the catalogue does not describe.
  var moduleNames: [String] {
    var names = modules.map(\.id)
    for command in commands where !names.contains(command.module) { names.append(command.module) }
    return names.filter { name in commands.contains { $0.module == name } }
  }

  func commands(of module: String) -> [CommandEntry] { commands.filter { $0.module == module } }

  subscript(id: String) -> CommandEntry? { byID[id] }

  /// Takes `module verb` or `module.verb` off the front.
  ///
  /// - Throws: `Refusal` of kind `malformed`, code `console.module` or `console.verb`, with the nearest known names.
  func resolve(_ words: [Word]) throws -> (command: CommandEntry, rest: [Word]) {
    guard let first = words.first?.whole else { throw unknown("module", "", moduleNames) }
    if let command = byID[first] { return (command, Array(words.dropFirst())) }
    let verbs = commands(of: first).map(\.verb)
    guard !verbs.isEmpty else { throw unknown("module", first, moduleNames) }
    guard words.count > 1 else { throw unknown("verb", "", verbs, of: first) }
    guard let command = byID[first + "." + words[1].whole] else { throw unknown("verb", words[1].whole, verbs, of: first) }
    return (command, Array(words.dropFirst(2)))
  }

  /// The catalogue holds what this person may do, so an unknown verb may be somebody else's.
  private func unknown(_ what: String, _ name: String, _ known: [String], of module: String) -> Refusal {
    var refusal = unknown(what, name, known)
    refusal.next = [
      NextStep(
        Texts(
          "ببینید در این بخش چه می‌توانید بکنید؛ آنچه نیست شاید با نقش دیگری باشد.",
          "See what you may do in this module; what is missing may belong to another role."),
        command: "help", input: [.init("module", .text(module))])
    ]
    return refusal
  }

  private func unknown(_ what: String, _ name: String, _ known: [String]) -> Refusal {
    let near = Nearest.names(to: name, among: what == "module" ? known + Completer.builtins : known).joined(separator: ", ")
    let all = known.joined(separator: ", ")
    let (fa, en) = what == "module" ? ("بخش", "module") : ("فرمان", "verb")
    guard !name.isEmpty else { return .console(what, "نام \(fa) لازم است: \(all)", "A \(en) is needed: \(all)") }
    let hint = near.isEmpty ? Texts("شناخته‌ها: \(all)", "Known: \(all)") : Texts("نزدیک‌ترین‌ها: \(near)", "Nearest: \(near)")
    return .console(what, "\(fa) «\(name)» شناخته نیست. \(hint.fa)", "The \(en) \"\(name)\" is not known. \(hint.en)")
  }
}

extension CommandEntry {
  var module: String { String(id.prefix { $0 != "." }) }
  /// As people type it after the module.
  var verb: String { String(typedName.drop { $0 != "." }.dropFirst()) }
  /// `module.verb` as people type it.
  var typedName: String { name ?? id }
  /// Everything it is understood by: what people type, its id, earlier names.
  var names: [String] { [typedName, id] + (aliases ?? []) }
  var isAction: Bool { kind == "action" }

  /// The fields in the path's `{braces}`, in its order.
  var pathFields: [FieldEntry] {
    path.split(separator: "{").dropFirst().compactMap { part in
      let name = String(part.prefix { $0 != "}" })
      return fields.first { $0.name == name }
    }
  }

  /// What plain words fill: the path, then the other required fields.
  var positionalFields: [FieldEntry] {
    let inPath = pathFields
    return inPath + fields.filter { field in !field.isOptional && !inPath.contains { $0.name == field.name } }
  }

  /// By the name as declared, or written with dashes or in any case.
  func field(named name: String) -> FieldEntry? {
    fields.first { $0.name == name } ?? fields.first { FieldName.key($0.name) == FieldName.key(name) }
  }
}

/// How names of fields are compared when people type them.
enum FieldName {
  static func key(_ name: String) -> String { name.lowercased().filter { $0 != "-" && $0 != "_" } }
}

extension Refusal {
  /// What the console itself cannot make sense of; exit code 2.
  static func console(_ code: String, _ fa: String, _ en: String) -> Refusal {
    Refusal(.malformed, "console." + code, Texts(fa, en))
  }
}
