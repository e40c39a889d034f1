import Feature
public import Values

/// What a principal may do, with fields and texts: the console and other clients build themselves from it,
/// also for modules they have never heard of.
public struct Catalogue: Codable, Sendable {
  /// Everything that is installed, whether the principal may do something in it or not.
  public var modules: [ModuleEntry]
  /// What the principal may do, and nothing else.
  public var commands: [CommandEntry]
  /// What the store is for; nil from a server that does not say.
  public var environment: String?
  /// What the modules keep, with the ways between states.
  public var things: [EntityEntry]?
  public var rules: [RuleEntry]?
  /// What the account's owner wants to read; nil where they have not said.
  public var language: Language?
  /// The query that tells the values in force at a glance; nil where nobody may ask it.
  public var rulesInForce: String?
  /// What the account's owner owes before the posts count in full; nil for nothing.
  public var duty: Texts?

  public init(modules: [ModuleEntry], commands: [CommandEntry]) {
    self.modules = modules
    self.commands = commands
  }
}

/// A module by the name people give it.
public struct ModuleEntry: Codable, Sendable {
  /// The prefix of its commands.
  public let id: String
  /// Its name in Persian.
  public let fa: String
  /// Its name in English.
  public let en: String

  /// A module by the name people give it.
  public init(id: String, texts: Texts) {
    self.id = id
    fa = texts.fa
    en = texts.en
  }
}

/// One action or query.
public struct CommandEntry: Codable, Sendable {
  /// `module.verb`, such as `groups.admit-member`; the console's verb is the same with a blank for the dot.
  public let id: String
  /// `action`, `query` or `list` (a query that answers a page of rows).
  public let kind: String
  /// What it does, in Persian.
  public let fa: String
  /// What it does, in English.
  public let en: String
  /// The method of its route: `GET` for whatever changes nothing.
  public let method: String
  /// Below `/api/v1`, with `{name}` for the fields that stand in the path.
  public let path: String
  /// The id of the right it asks for.
  public let permission: String
  /// 0 ordinary, 1 asks, 2 asks for the typed code and a reason.
  public let weight: Int
  /// The input.
  public let fields: [FieldEntry]
  /// The output; for a list, one row of it.
  public let answer: [FieldEntry]
  /// `module.verb` as people type it; nil where it is the `id`, and from a server that does not say.
  public var name: String?
  /// Earlier names, which are understood all the same.
  public var aliases: [String]?
  /// What text fields may hold, by field name, where not every text will do.
  public var examples: [String: String]?
}

/// A field of an input or an answer, with everything a client needs to ask for it or to show it.
public struct FieldEntry: Codable, Sendable {
  /// The member's name in JSON.
  public let name: String
  /// A `FieldKind` name.
  public let kind: String
  /// Whether it may be left out.
  public let isOptional: Bool
  /// Whether the ledger holds a commitment in its place.
  public let isPersonal: Bool
  public let fa: String
  public let en: String
  /// What people call it, in a word or two; nil from a server that does not say.
  public let label: Texts?
  /// For `choice`.
  public let choices: [ChoiceText]?
  /// For `reference`: the entity's ledger name and its code's letters.
  public let object: String?
  public let prefix: String?
  /// For `object`: its fields; for `list`: one field, the element.
  public let parts: [FieldEntry]?

  public init(_ field: Field) {
    name = field.name
    kind = field.kind.name
    isOptional = field.isOptional
    isPersonal = field.guarding != .open
    fa = field.texts.fa
    en = field.texts.en
    label = field.label.en.isEmpty ? nil : field.label
    var choices: [ChoiceText]?
    var object: String?
    var prefix: String?
    var parts: [FieldEntry]?
    switch field.kind {
    case .choice(let texts): choices = texts
    case .reference(let entity, let letters): (object, prefix) = (entity, letters)
    case .code(let entity): object = entity == ThingName.anyKind ? nil : entity
    case .list(let element): parts = [FieldEntry(element)]
    case .object(let fields): parts = fields.map(FieldEntry.init)
    default: break
    }
    self.choices = choices
    self.object = object
    self.prefix = prefix
    self.parts = parts
  }
}
