public import Feature
public import Store
import Values

/// Everything that is installed, sorted and checked. It is enumerable, so tests can demand something of each part.
public final class Registry: Sendable {
  /// All modules, each after those it stands on.
  public let modules: [Module]
  /// Every action, query and list, in the order of their modules.
  public let commands: [Command]
  /// What the engine itself answers about the things of all modules.
  public let ownCommands: [Command]
  /// Every rule, state machines included.
  public let rules: [any Rule.Type]
  /// Every nightly task, in the order in which they run.
  public let nightly: [any NightlyTask.Type]
  /// The record types.
  public let tables: Tables
  let contracts: ContractRegistry
  /// What the modules do for the engine; each at most once.
  package let hooks: Hooks
  /// What the modules keep.
  public let entities: [EntityEntry]
  private let byID: [String: Command]
  /// Which commands show and list which entity.
  let commandIndex: CommandIndex

  /// - Throws: `RegistryFault` for a missing or circular dependency, two of a name, or a type without schema.
  public convenience init(_ types: [any FeatureModule.Type]) throws { try self.init(declared: types.map { $0.module }) }

  /// The same from what the modules say, for laws that look at a declaration by itself.
  ///
  /// - Throws: `RegistryFault`, as for their types.
  package init(declared: [Module]) throws {
    let contracts = ContractRegistry()
    let modules = try ModuleOrder.sorted(declared)
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
    let all = commands + ownCommands
    let ids = try Registry.unique(all) { $0.spec.id }
    byID = try ids.merging(Registry.unique(all) { $0.spec.name }) { one, other in
      guard one.spec.id == other.spec.id else {
        throw RegistryFault(
          Texts("نام فرمانی نام دیگری است: \(one.spec.id)", "The name of one command is the id of another: \(one.spec.id)"))
      }
      return one
    }
    commandIndex = CommandIndex(commands, tables)
    try contracts.provide(CaseIndex.self, CaseIndex(modules, all, tables, operation: hooks.operation))
    try contracts.provide(NightTexts.self, NightTexts(tasks: nightly.map { ($0.id, $0.texts) }))
    try contracts.provide((any WaitingWork).self, WaitingCounts())
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
      try Command(query: ListTasks.self, CaseWords.words), try Command(query: ListImports.self, ImportWords.words),
      try Command(query: ShowImport.self, ImportWords.words), try Command(action: UndoImport.self, ImportWords.words),
      try Command(query: ShowNights.self, NightWords.words),
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
      throw RegistryFault(Texts("این نام دو بار آمده است: \(name)", "The name \(name) is declared twice."))
    }
  }

  /// A command by its id, or by the name that people type.
  public func command(_ id: String) -> Command? { byID[id] }

  /// All migrations, the kernel's first, then the modules' in their order.
  public var migrations: [Migration] { KernelSchema.migrations + modules.flatMap(\.migrations) }

  /// Tables before which every connection puts a view.
  public var scopedTables: [ScopedTable] {
    tables.all.compactMap { layout in
      layout.table.reach == .nation
        ? nil
        : ScopedTable(
          layout.table.name, object: layout.entity.object, hasCounty: layout.table.reach == .county, isShared: layout.table.isShared)
    }
  }

  /// What a principal may do, in the shape clients build themselves from.
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
      path: spec.path, permission: spec.permission.publicID, weight: spec.weight.rawValue,
      fields: fields.map(FieldEntry.init), answer: answer.map(FieldEntry.init),
      name: spec.name == spec.id ? nil : spec.name, aliases: spec.name == spec.id ? nil : [spec.id],
      examples: spec.examples.isEmpty ? nil : spec.examples)
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
      sessionUse: try only("sessionUse", modules.compactMap(\.hooks.sessionUse)),
      rulesInForce: try only("rulesInForce", modules.compactMap(\.hooks.rulesInForce)),
      importExample: try only("importExample", modules.compactMap(\.hooks.importExample)),
      remedies: Remedies(
        signingIn: try only("signingIn", modules.compactMap(\.hooks.remedies.signingIn)),
        explainingRule: try only("explainingRule", modules.compactMap(\.hooks.remedies.explainingRule)),
        settingParameter: try only("settingParameter", modules.compactMap(\.hooks.remedies.settingParameter)),
        switchingModule: try only("switchingModule", modules.compactMap(\.hooks.remedies.switchingModule))))
  }
}

extension Principal {
  /// Whether personal data is shown in clear to this principal: one permission decides, whichever module declares it.
  public func showsSecrets(_ registry: Registry) -> Bool {
    guard let permission = registry.hooks.personalData else { return false }
    return scope(for: permission) != nil
  }
}
