import Rules
public import Store
import Values

/// What a module keeps: one kind of row.
public struct ThingEntry: Codable, Sendable {
  /// `module.thing`.
  public let object: String
  public let module: String
  public let fa: String
  public let en: String
  /// The letters of its codes; nil for things nobody names.
  public let prefix: String?
  public let fields: [FieldEntry]
  /// The ways between its states, where a rule knows them.
  public let ways: [WayEntry]
}

public struct WayEntry: Codable, Sendable, Equatable {
  public let from: String
  public let to: String
}

/// A rule as a statement with its source.
public struct RuleEntry: Codable, Sendable {
  public let id: String
  public let fa: String
  public let en: String
  /// Such as `S0`; what it says stands in `configuration explain`.
  public let source: String
}

/// What a store is for; production is what nobody called otherwise.
public enum StoreEnvironment: String, Sendable, CaseIterable {
  case production, training
}

extension StoreFolder {
  /// As the note in the folder says.
  public var environment: StoreEnvironment {
    let note = (try? PlainFile.read(environmentNote)) ?? ""
    return StoreEnvironment(rawValue: String(note.prefix { !$0.isWhitespace })) ?? .production
  }

  public func write(_ environment: StoreEnvironment) throws {
    try PlainFile.create(environmentNote, text: environment.rawValue + "\n")
  }
}

extension Runtime {
  /// What an actor may do here, and with what: modules in which nothing is permitted show nothing.
  public func catalogue(for actor: Actor) -> Catalogue {
    var catalogue = registry.catalogue(for: actor)
    let open = Set(catalogue.commands.map { $0.id.prefix { $0 != "." } }.map(String.init))
    catalogue.environment = folder.environment.rawValue
    guard actor.staff != nil else { return catalogue }
    catalogue.things = registry.things.filter { open.contains($0.module) }
    catalogue.rules = registry.rules.map { RuleEntry(id: $0.id, fa: $0.texts.fa, en: $0.texts.en, source: $0.source.source) }
      .filter { rule in open.contains(String(rule.id.prefix { $0 != "." })) }
    return catalogue
  }
}

extension Registry {
  /// Read off the record types.
  static func things(of modules: [any FeatureModule]) throws -> [ThingEntry] {
    let diagrams = modules.flatMap(\.rules).compactMap { $0.diagram }
    let kept = modules.flatMap(\.records).filter { $0.table.isAudited }
    return try kept.map { record in try thing(record, diagrams) }
  }

  private static func thing<Row: Record>(_ type: Row.Type, _ diagrams: [StateDiagram]) throws -> ThingEntry {
    ThingEntry(
      object: Row.Of.object, module: Row.table.module, fa: Row.Of.texts.fa, en: Row.Of.texts.en, prefix: Row.Of.prefix,
      fields: try Schema.fields(of: type).shown.map { FieldEntry($0) },
      ways: diagrams.first { $0.object == Row.Of.object }?.ways.map { WayEntry(from: $0.from, to: $0.to) } ?? [])
  }
}
