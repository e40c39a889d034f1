public import Feature
public import Store
import Values

/// What a module keeps: one kind of row.
public struct EntityEntry: Codable, Sendable {
  /// `module.thing`.
  public let object: String
  /// The module that declares it.
  public let module: String
  /// What people call one, in Persian.
  public let fa: String
  /// What people call one, in English.
  public let en: String
  /// The letters of its codes; nil for things nobody names.
  public let prefix: String?
  /// What is kept of it, without keys that no face shows.
  public let fields: [FieldEntry]
  /// The ways between its states, where a rule knows them.
  public let ways: [TransitionEntry]
}

/// One way from a state to another.
public struct TransitionEntry: Codable, Sendable, Equatable {
  /// The code of the state it starts in.
  public let from: String
  /// The code of the state it ends in.
  public let to: String
  /// What happens; nil from a server that does not say.
  public let move: String?
  /// The same as people call it; nil from a server that does not say.
  public let moveTexts: Texts?
  /// What people call the state it starts in; nil from a server that does not say.
  public let fromTexts: Texts?
  /// What people call the state it ends in; nil from a server that does not say.
  public let toTexts: Texts?
  /// The action that takes the step; nil where the night or another module does.
  public let action: String?
}

/// A rule as a statement with its source.
public struct RuleEntry: Codable, Sendable {
  /// `module.rule-name`.
  public let id: String
  /// The statement in Persian.
  public let fa: String
  /// The statement in English.
  public let en: String
  /// Such as `S0`; what it says stands in `configuration explain`.
  public let source: String
}

/// What a store is for; production is what nobody called otherwise.
public enum StoreEnvironment: String, Sendable, CaseIterable {
  /// `training` says so in every prompt, so that nobody takes its rows for real ones.
  case production, training
}

extension StoreFolder {
  /// As the note in the folder says.
  public var environment: StoreEnvironment {
    let note = (try? PlainFile.read(environmentNote)) ?? ""
    return StoreEnvironment(rawValue: String(note.prefix { !$0.isWhitespace })) ?? .production
  }

  /// Puts the note into a new folder.
  ///
  /// - Throws: `StoreFault` when there is one already, or it cannot be written.
  public func write(_ environment: StoreEnvironment) throws {
    try PlainFile.create(environmentNote, text: environment.rawValue + "\n")
  }
}

extension Runtime {
  /// What a principal may do here, and with what: modules in which nothing is permitted show nothing.
  public func catalogue(for principal: Principal) -> Catalogue {
    var catalogue = registry.catalogue(for: principal)
    let open = Set(catalogue.commands.map { $0.id.prefix { $0 != "." } }.map(String.init))
    catalogue.environment = folder.environment.rawValue
    catalogue.language = principal.language
    catalogue.duty = principal.duty?.texts
    guard principal.staff != nil else { return catalogue }
    catalogue.things = registry.entities.filter { open.contains($0.module) }
    catalogue.rules = registry.rules.map { RuleEntry(id: $0.id, fa: $0.texts.fa, en: $0.texts.en, source: $0.source.source) }
      .filter { rule in open.contains(String(rule.id.prefix { $0 != "." })) }
    let inForce = registry.hooks.rulesInForce?.spec.id
    catalogue.rulesInForce = catalogue.commands.first { $0.id == inForce }?.id
    return catalogue
  }
}

extension EntityEntry {
  /// Read off the record types.
  static func all(of modules: [Module]) throws -> [EntityEntry] {
    let machines = modules.flatMap(\.rules).compactMap { $0 as? any StateMachine.Type }
    return try modules.flatMap { module in
      try module.records.filter { $0.table.isAudited }.map { try entry($0, module, machines) }
    }
  }

  private static func entry<Row: Record>(_ type: Row.Type, _ module: Module, _ machines: [any StateMachine.Type]) throws -> EntityEntry {
    let machine = machines.first { $0.subject == Row.Of.object }
    return EntityEntry(
      object: Row.Of.object, module: module.id, fa: Row.Of.texts.fa, en: Row.Of.texts.en, prefix: Row.Of.prefix,
      fields: try Schema.fields(of: type).shown.map { FieldEntry($0.labelled(by: module.words, in: Schema.name(of: type))) },
      ways: machine?.ways ?? [])
  }
}

extension StateMachine {
  fileprivate static var subject: String { Subject.object }

  /// Each way once, in the order of the table.
  fileprivate static var ways: [TransitionEntry] {
    transitions.flatMap { line in
      line.from.flatMap { from in
        line.to.map { to in
          TransitionEntry(
            from: from.rawValue, to: to.rawValue, move: line.move.rawValue, moveTexts: line.move.texts, fromTexts: from.texts,
            toTexts: to.texts, action: line.action?.spec.id)
        }
      }
    }
  }
}
