public import Rules
public import Store
import Values

/// Everything that is installed, sorted and checked. It is enumerable, so tests can demand something of each part.
public final class Registry: Sendable {
  public let modules: [any FeatureModule]
  public let manifests: [Manifest]
  public let commands: [Command]
  public let rules: [any Rule.Type]
  public let nightly: [any NightlyTask.Type]
  public let tables: Tables
  let kernel: Kernel
  /// The permission to see personal data in clear; declared by the module that keeps people.
  public let personalDataRight: Permission?
  /// The permission to look after the house itself, where it is held in the whole nation.
  let caretakerRight: Permission?
  /// What the modules keep.
  public let things: [ThingEntry]
  private let byID: [String: Command]

  /// - Throws: `RegistryFault` for a missing or circular dependency, two of a name, or a type without schema.
  public init(_ types: [any FeatureModule.Type]) throws {
    let kernel = Kernel()
    let sorted = try ModuleOrder.sorted(types)
    let modules = try sorted.map { try $0.init(kernel) }
    var commands: [Command] = []
    for module in modules {
      commands += try module.actions.map { try Registry.command(action: $0) }
      commands += try module.queries.map { try Registry.command(query: $0) }
      commands += try module.lists.map { try Registry.command(list: $0) }
    }
    self.kernel = kernel
    self.modules = modules
    self.commands = commands
    manifests = sorted.map { $0.manifest }
    rules = [SeparationOfDuties.self] + modules.flatMap(\.rules)
    personalDataRight = modules.lazy.compactMap(\.personalDataRight).first
    caretakerRight = modules.lazy.compactMap(\.caretakerRight).first
    nightly = modules.flatMap(\.nightly)
    tables = try Tables(modules.flatMap(\.records))
    things = try Registry.things(of: modules)
    byID = try Registry.unique(commands) { $0.spec.id }
    try kernel.publish((any InstalledHouse).self, House(manifests, rules))
    _ = try Registry.unique(commands) { "\($0.spec.method.rawValue) \(Registry.shape($0.spec.path))" }
    try Registry.requireUnique(rules.map { $0.id } + nightly.map { $0.id })
    try Registry.requireUnique(tables.all.map(\.table.name))
    try Registry.requireUnique(modules.flatMap(\.migrations).map(\.name) + KernelSchema.migrations.map(\.name))
    let foreign = commands.map(\.spec).filter { spec in !manifests.contains { $0.id == spec.module } }
    guard foreign.isEmpty else {
      throw RegistryFault(Texts("فرمان بی‌ماژول: \(foreign.map(\.id))", "Commands without a module: \(foreign.map(\.id))"))
    }
  }

  private static func command<Declared: Action>(action: Declared.Type) throws -> Command { try Command(action: action) }
  private static func command<Declared: Query>(query: Declared.Type) throws -> Command { try Command(query: query) }
  private static func command<Declared: ListQuery>(list: Declared.Type) throws -> Command { try Command(list: list) }

  private static func unique(_ commands: [Command], by key: (Command) -> String) throws -> [String: Command] {
    var found: [String: Command] = [:]
    for command in commands {
      guard found.updateValue(command, forKey: key(command)) == nil else {
        throw RegistryFault(Texts("دو فرمان یکسان: \(key(command))", "Two commands are the same: \(key(command))"))
      }
    }
    return found
  }

  /// Two paths that differ only in what they call their fields are the same address.
  private static func shape(_ path: String) -> String {
    path.split(separator: "/").map { $0.hasPrefix("{") ? "{}" : "/\($0)" }.joined()
  }

  private static func requireUnique(_ names: [String]) throws {
    var known: Set<String> = []
    for name in names where !known.insert(name).inserted {
      throw RegistryFault(Texts("این نام دو بار آمده است: \(name)", "The name \(name) stands twice."))
    }
  }

  public func command(_ id: String) -> Command? { byID[id] }

  /// All migrations, the kernel's first, then the modules' in their order.
  public var migrations: [Migration] { KernelSchema.migrations + modules.flatMap(\.migrations) }

  public var scopedTables: [ScopedTable] {
    tables.all.compactMap { sheet in
      sheet.table.reach == .nation ? nil : ScopedTable(sheet.table.name, hasCounty: sheet.table.reach == .county)
    }
  }

  /// What an actor may do, in the shape clients build themselves from.
  public func catalogue(for actor: Actor) -> Catalogue {
    Catalogue(
      modules: manifests.map { ModuleEntry(id: $0.id, texts: $0.texts) },
      commands: commands.filter { actor.scope(for: $0.spec.permission) != nil }.map(\.entry))
  }
}

extension Command {
  /// As the catalogue shows it.
  public var entry: CommandEntry {
    CommandEntry(
      id: spec.id, kind: kind.rawValue, fa: spec.texts.fa, en: spec.texts.en, method: spec.method.rawValue,
      path: spec.path, permission: spec.permission.id, weight: spec.weight.rawValue,
      fields: fields.map(FieldEntry.init), answer: answer.map(FieldEntry.init))
  }
}
