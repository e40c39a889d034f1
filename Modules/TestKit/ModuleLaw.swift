import Contracts
import Engine
public import Feature
import Persian
import Store
import Values

/// A law to which a module is held by what it declares: every installed module by the house tests, the first lesson's module
/// and each omission made on it by the lesson's. Only `declared` looks at sources, because a value does not tell what it lacks.
public enum ModuleLaw: String, CaseIterable, Sendable {
  case declared, opens, words, permissions, citations, parameters, bounds, machines, tables, columns, prefixes, indexes

  /// What it demands.
  public var statement: String {
    switch self {
    case .declared: "what a module writes it also declares: each of its actions, queries, lists, rules, records and nightly tasks"
    case .opens: "the module opens beside those it stands on: names, paths and hooks fit together"
    case .words: "a command, each of its fields, each field of its answer and each choice has words in both languages"
    case .permissions: "a command asks for a permission that a role holds"
    case .citations: "a rule and each of its parameters is stated in both languages and cited"
    case .parameters: "the parameters that a rule declares are the ones it reads"
    case .bounds: "a number in a rule has a least and a most, and its standard lies between them"
    case .machines:
      "a record with a state has a machine, which stands among the module's rules, and the actions that take its steps among its actions"
    case .tables: "tables and records are the same, and bear the module's name"
    case .columns: "a table is strict, has exactly the columns of its record, and explains each of them"
    case .prefixes: "a step of the schema and a rule keep to the module's name"
    case .indexes: "a list by province or by a reference goes by an index, and so does what waits in a state"
    }
  }

  /// Who breaks it, a sentence each.
  ///
  /// - Parameters:
  ///   - module: the one that is looked at.
  ///   - others: those it stands on.
  ///   - written: the types of its sources; without them `declared` has nothing to say.
  /// - Throws: what makes the look itself impossible, such as SQL that SQLite does not take.
  public func breaches(of module: Module, beside others: [Module] = [], written: WrittenTypes? = nil) throws -> [String] {
    switch self {
    case .declared: written?.undeclared(in: module) ?? []
    case .opens: opening(module, others)
    case .words: wordless(module, others)
    case .permissions: unheld(module)
    case .citations: uncited(module)
    case .parameters: try unread(module)
    case .bounds: unbounded(module) + endless(module)
    case .machines: try lifeless(module)
    case .tables: homeless(module)
    case .columns: try unexplained(module)
    case .prefixes: strange(module)
    case .indexes: try walking(module)
    }
  }

  private func opening(_ module: Module, _ others: [Module]) -> [String] {
    do {
      _ = try Registry(declared: others + [module])
      return []
    } catch let fault as RegistryFault {
      return [fault.texts.en]
    } catch {
      return ["\(module.id): \(error)"]
    }
  }

  private func wordless(_ module: Module, _ others: [Module]) -> [String] {
    // What does not open has no fields to look at; that is the first law's.
    guard let registry = try? Registry(declared: others + [module]) else { return [] }
    return registry.commands.filter { $0.spec.module == module.id }.flatMap { command -> [String] in
      (command.spec.texts.isBilingual ? [] : ["\(command.spec.id): no title in both languages"])
        + command.fields.flatMap { nameless($0, command.spec.id, \.texts) }
        + command.answer.flatMap { nameless($0, command.spec.id, \.label) }
    }
  }

  private func nameless(_ field: Field, _ path: String, _ words: KeyPath<Field, Texts>) -> [String] {
    let here = "\(path).\(field.name)"
    let own = field.name.isEmpty || field[keyPath: words].isBilingual ? [] : ["\(here): no words in both languages"]
    switch field.kind {
    case .choice(let choices):
      // A name such as PDF is the same in both.
      return own
        + choices.filter { !$0.texts.isBilingual && ($0.texts.fa != $0.texts.en || $0.texts.en != $0.texts.en.uppercased()) }.map {
          "\(here): no words for the choice \($0.value)"
        }
    case .list(let element): return own + nameless(element, here, words)
    case .object(let parts): return own + parts.flatMap { nameless($0, here, words) }
    default: return own
    }
  }

  private func unheld(_ module: Module) -> [String] {
    let roles = Set(Role.all.map(\.id))
    let specs = module.actions.map { $0.spec } + module.queries.map { $0.spec } + module.lists.map { $0.spec }
    return specs.flatMap { spec -> [String] in
      let permission = spec.permission
      guard !permission.isOpen else { return [] }
      return (permission.roles.isEmpty ? ["\(spec.id): nobody holds \(permission.id)"] : [])
        + permission.roles.subtracting(roles).sorted().map { "\(spec.id): \(permission.id) is held by \($0), which is no role" }
        + (permission.texts.isBilingual ? [] : ["\(spec.id): \(permission.id) has no words in both languages"])
    }
  }

  private func uncited(_ module: Module) -> [String] {
    module.rules.flatMap { rule -> [String] in
      (rule.texts.isBilingual ? [] : ["\(rule.id): no statement in both languages"])
        + (rule.source.isComplete ? [] : ["\(rule.id): no citation"])
        + rule.parameters.flatMap { parameter -> [String] in
          (parameter.texts.isBilingual ? [] : ["\(rule.id).\(parameter.name): no words in both languages"])
            + (parameter.source.isComplete ? [] : ["\(rule.id).\(parameter.name): no citation"])
        }
    }
  }

  private func unread(_ module: Module) throws -> [String] {
    try module.rules.flatMap { rule -> [String] in
      let (read, declared) = (try rule.parameterFields().map(\.name), rule.parameters.map(\.name))
      guard Set(read) != Set(declared) || declared.count != Set(declared).count else { return [] }
      return ["\(rule.id): reads \(read.listed), declares \(declared.listed)"]
    }
  }

  private func unbounded(_ module: Module) -> [String] {
    module.rules.flatMap { rule -> [String] in
      let numbers = (try? rule.parameterFields().filter(\.isNumber).map(\.name)) ?? []
      return rule.parameters.filter { numbers.contains($0.name) }.compactMap { parameter in
        guard let bounds = parameter.bounds else { return "\(rule.id).\(parameter.name): no least and no most" }
        guard let standard = parameter.standard?.integer, !bounds.contains(standard) else { return nil }
        return "\(rule.id).\(parameter.name): the standard \(standard) is not between \(bounds.lowerBound) and \(bounds.upperBound)"
      }
    }
  }

  private func endless(_ module: Module) -> [String] {
    module.rules.flatMap { rule -> [String] in
      let lists = (try? rule.parameterFields().filter(\.isList).map(\.name)) ?? []
      return rule.parameters.filter { lists.contains($0.name) }.compactMap { parameter in
        guard let entries = parameter.entries else { return "\(rule.id).\(parameter.name): does not say how many entries it may have" }
        let standard = parameter.standard?.items ?? []
        let isWithin = parameter.standard == nil || entries.contains(standard.count)
        let isKnown = parameter.choices.map { choices in standard.allSatisfy { $0.string.map(choices.contains) ?? true } } ?? true
        return entries.lowerBound > 0 && isWithin && isKnown ? nil : "\(rule.id).\(parameter.name): its standard is not what it allows"
      }
    }
  }

  private func lifeless(_ module: Module) throws -> [String] {
    let rules = Set(module.rules.map { $0.id })
    let actions = Set(module.actions.map { $0.spec.id })
    let records = try module.records.compactMap { record -> String? in
      let id = (record as? any StatefulRecord.Type)?.machineID ?? (record as? any DerivedStateRecord.Type)?.derivedMachineID
      if let id { return rules.contains(id) ? nil : "\(record.table.name): its machine \(id) is not among the rules" }
      // Which other choices are states is told by who assigns them: the house tests look for that in sources.
      let state = try record.fields().first { field in
        guard case .choice = field.kind else { return false }
        return ["state", "status", "phase", "stage"].contains(where: field.name.lowercased().hasSuffix)
      }
      return state.map { "\(record.table.name): has a \($0.name) and no machine" }
    }
    let steps = module.rules.compactMap { $0 as? any StateMachine.Type }.flatMap { machine in
      machine.steps.filter { !actions.contains($0.action) }.map {
        "\(machine.id): \($0.move) is taken by \($0.action), which is not among the actions"
      }
    }
    return records + steps
  }
}

extension Texts {
  /// Persian and English, each in its own letters.
  var isBilingual: Bool {
    func hasPersian(_ text: String) -> Bool { text.unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) } }
    let hasLatin = en.unicodeScalars.contains { $0.properties.isAlphabetic && $0.value < 0x250 }
    return hasPersian(fa) && hasLatin && !hasPersian(en)
  }
}

extension Citation {
  var isComplete: Bool { !source.isEmpty && !fa.isEmpty && !en.isEmpty }
}

extension Field {
  /// A number, or something that holds one.
  var isNumber: Bool {
    switch kind {
    case .int, .rial: true
    case .list(let element): element.isNumber
    case .object(let fields): fields.contains(where: \.isNumber)
    default: false
    }
  }

  var isList: Bool { if case .list = kind { true } else { false } }
}

extension [String] {
  var listed: String { isEmpty ? "none" : joined(separator: ", ") }
}

extension Rule {
  fileprivate static func parameterFields() throws -> [Field] { try Schema.fields(of: Parameters.self) }
}

extension Record {
  static func fields() throws -> [Field] { try Schema.fields(of: Self.self) }
}

extension StatefulRecord {
  fileprivate static var machineID: String { Machine.id }
  /// The states in which its rows are tasks of somebody.
  static var waits: [String] {
    Machine.transitions.filter { $0.role == .awaited && $0.action != nil }.flatMap { $0.from.map(\.rawValue) }
  }
}

extension DerivedStateRecord {
  fileprivate static var derivedMachineID: String { Machine.id }
}

extension StateMachine {
  /// Its moves that actions take, with the actions' ids.
  fileprivate static var steps: [(move: String, action: String)] {
    transitions.compactMap { line in line.action.map { (line.move.rawValue, $0.spec.id) } }
  }
}
