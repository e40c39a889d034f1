public import Feature
public import Store
import Values

/// Everything that is installed, sorted and checked. It is enumerable, so tests can demand something of each part.
public final class Registry: Sendable {
  public let modules: [Module]
  public let commands: [Command]
  /// What the engine itself answers about the things of all modules.
  public let ownCommands: [Command]
  public let rules: [any Rule.Type]
  public let nightly: [any NightlyTask.Type]
  public let tables: Tables
  let contracts: ContractRegistry
  /// What the modules do for the engine; each at most once.
  package let hooks: Hooks
  /// What the modules keep.
  public let entities: [EntityEntry]
  private let byID: [String: Command]

  /// - Throws: `RegistryFault` for a missing or circular dependency, two of a name, or a type without schema.
  public init(_ types: [any FeatureModule.Type]) throws {
    let contracts = ContractRegistry()
    let modules = try ModuleOrder.sorted(types.map { $0.module })
    for provision in modules.flatMap(\.provisions) { try provision.register(contracts) }
    var commands: [Command] = []
    for module in modules {
      commands += try module.actions.map { try Registry.command(action: $0, module.words) }
      commands += try module.queries.map { try Registry.command(query: $0, module.words) }
      commands += try module.lists.map { try Registry.command(list: $0, module.words) }
    }
    self.contracts = contracts
    self.modules = modules
    self.commands = commands
    hooks = try Hooks(of: modules)
    rules = [SeparationOfDuties.self] + modules.flatMap(\.rules)
    nightly = modules.flatMap(\.nightly)
    tables = try Tables(modules)
    entities = try EntityEntry.all(of: modules)
    ownCommands = try Registry.ownCommands()
    byID = try Registry.unique(commands + ownCommands) { $0.spec.id }
    try contracts.provide(CaseIndex.self, CaseIndex(modules, commands, tables))
    try contracts.provide((any DeclarationIndex).self, InstalledDeclarations(modules, rules))
    _ = try Registry.unique(commands + ownCommands) { "\($0.spec.method.rawValue) \(Registry.shape($0.spec.path))" }
    try Registry.requireUnique(rules.map { $0.id } + nightly.map { $0.id })
    try Registry.requireUnique(tables.all.map(\.table.name))
    try Registry.requireUnique(modules.flatMap(\.migrations).map(\.name) + KernelSchema.migrations.map(\.name))
    let foreign = commands.map(\.spec).filter { spec in !modules.contains { $0.id == spec.module } }
    guard foreign.isEmpty else {
      throw RegistryFault(Texts("فرمان بی‌ماژول: \(foreign.map(\.id))", "Commands without a module: \(foreign.map(\.id))"))
    }
  }

  private static func ownCommands() throws -> [Command] {
    [
      try Command(query: ShowCase.self, CaseWords.words), try Command(query: TraceCase.self, CaseWords.words),
      try Command(query: ListTasks.self, CaseWords.words),
    ]
  }

  private static func command<Declared: Action>(action: Declared.Type, _ words: Words) throws -> Command {
    try Command(action: action, words)
  }
  private static func command<Declared: Query>(query: Declared.Type, _ words: Words) throws -> Command {
    try Command(query: query, words)
  }
  private static func command<Declared: ListQuery>(list: Declared.Type, _ words: Words) throws -> Command {
    try Command(list: list, words)
  }

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
    tables.all.compactMap { layout in
      layout.table.reach == .nation ? nil : ScopedTable(layout.table.name, hasCounty: layout.table.reach == .county)
    }
  }

  /// What an actor may do, in the shape clients build themselves from.
  public func catalogue(for principal: Principal) -> Catalogue {
    Catalogue(
      modules: modules.map { ModuleEntry(id: $0.id, texts: $0.texts) },
      commands: (commands + ownCommands).filter { principal.scope(for: $0.spec.permission) != nil }.map(\.entry))
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

extension Hooks {
  /// The hooks of all modules together.
  ///
  /// - Throws: `RegistryFault` when two modules want to do the same for the engine.
  init(of modules: [Module]) throws {
    func only<Hook>(_ name: String, _ hooks: [Hook]) throws -> Hook? {
      guard hooks.count < 2 else {
        throw RegistryFault(Texts("دو ماژول یک قلاب را می‌خواهند: \(name)", "Two modules want one hook: \(name)"))
      }
      return hooks.first
    }
    self.init(
      personalData: try only("personalData", modules.compactMap(\.hooks.personalData)),
      operation: try only("operation", modules.compactMap(\.hooks.operation)),
      sessionUse: try only("sessionUse", modules.compactMap(\.hooks.sessionUse)))
  }
}

extension Principal {
  /// Whether personal data is shown in clear to this principal: one permission decides, whichever module declares it.
  public func showsSecrets(_ registry: Registry) -> Bool {
    guard let permission = registry.hooks.personalData else { return false }
    return scope(for: permission) != nil
  }
}
