import Feature
import Values

/// What the installed modules declare, arranged for reading about single things; answered by the engine itself.
struct CaseIndex: Sendable {
  let kinds: [CaseKind]
  private let byObject: [String: Int]
  private let byPrefix: [String: Int]
  private let actions: [String: Command]
  /// Queries, which leave entries too where they read personal data.
  private let questions: Set<String>
  private let roles: [String: Role]
  /// The roles whose holders see what is assigned to them only.
  let assignedRoles: Set<String>
  /// What the night does, and who acts in nobody's name.
  private let unattended: [String: Texts]
  private let modules: Set<String>
  /// The right to look after the whole house.
  private let operation: Permission?

  /// - Throws: `RegistryFault` when a record names a property or a thing that there is not.
  init(_ modules: [Module], _ commands: [Command], _ tables: Tables, operation: Permission? = nil) throws {
    self.operation = operation
    var kinds: [CaseKind] = []
    for module in modules {
      for type in module.records where type.table.isAudited {
        kinds.append(try CaseIndex.kind(type, module, commands, tables))
      }
    }
    self.kinds = kinds
    byObject = Dictionary(kinds.indices.map { (kinds[$0].object, $0) }) { first, _ in first }
    byPrefix = Dictionary(
      kinds.indices.compactMap { place in kinds[place].layout.entity.prefix.map { ($0, place) } }
    ) { first, _ in first }
    actions = Dictionary(commands.filter { $0.kind == .action }.map { ($0.spec.id, $0) }) { first, _ in first }
    questions = Set(commands.filter { $0.kind != .action }.map(\.spec.id))
    roles = Dictionary(commands.flatMap(\.spec.permission.holders).map { ($0.id, $0) }) { first, _ in first }
    assignedRoles = Set(roles.values.filter(\.seesAssigned).map(\.id))
    let nights = modules.flatMap(\.nightly).map { ($0.id, $0.texts) }
    unattended = Dictionary(nights + Principal.unattended.map { ($0.id, $0.texts) }) { first, _ in first }
    self.modules = Set(modules.map(\.id))
    for kind in kinds { try requireKnown(kind) }
  }

  func kind(of object: String) -> CaseKind? { byObject[object].map { kinds[$0] } }
  func kind(prefix: String) -> CaseKind? { byPrefix[prefix].map { kinds[$0] } }
  func action(_ id: String) -> Command? { actions[id] }
  /// Whether an act makes whoever took it an author of what it was taken on.
  func isAuthoring(_ act: String) -> Bool { !questions.contains(act) && actions[act]?.isConfirming != true }
  func isOperator(_ principal: Principal) -> Bool { principal.isOperator(by: operation) }
  /// Whether somebody may take a step for which a thing waits for other hands.
  func isDecider(_ principal: Principal) -> Bool {
    kinds.contains { kind in
      kind.ways.contains { way in
        way.isApproval && way.action.flatMap { actions[$0] }.map { principal.scope(for: $0.spec.permission) != nil } == true
      }
    }
  }
  func isModule(_ id: String) -> Bool { modules.contains(id) }
  /// An action or a part of the night as people call it; its code where this version has neither.
  func act(_ id: String) -> CaseLabel { CaseLabel(id, actions[id]?.spec.texts ?? unattended[id] ?? Texts(id, id)) }
  /// Who acted where nobody did; nil for people.
  func unattended(_ id: String) -> CaseLabel? { unattended[id].map { CaseLabel(id, $0) } }
  /// A post as people call it; its code where no command knows it.
  func role(_ id: String) -> CaseLabel { CaseLabel(id, roles[id]?.texts ?? Texts(id, id)) }

  /// A road that leads nowhere is found when the house is opened, not when somebody walks it.
  private func requireKnown(_ kind: CaseKind) throws {
    var missing = (kind.road.map { $0.milestones.map(\.property) + $0.partOf } ?? []).filter { !kind.hasColumn($0) }
    missing += kind.ways.flatMap { [$0.until, $0.takers].compactMap(\.self) }.filter { !kind.hasColumn($0) }
    for link in kind.links {
      let other = self.kind(of: link.object)
      missing += link.pairs.filter { !kind.hasColumn($0.own) }.map(\.own)
      // What is linked may belong to a module that is not installed; then the link is never walked.
      if let other { missing += link.pairs.filter { !other.hasColumn($0.other) }.map { "\(link.object).\($0.other)" } }
    }
    guard missing.isEmpty else {
      throw RegistryFault(
        Texts("\(kind.object): ویژگی ناشناخته در راه: \(missing)", "\(kind.object): its road names unknown properties: \(missing)"))
    }
  }

  private static func kind<Row: Record>(
    _ type: Row.Type, _ module: Module, _ commands: [Command], _ tables: Tables
  ) throws -> CaseKind {
    let layout = try tables.layout(of: type)
    let fields = try Schema.fields(of: type).labelled(by: module.words, in: type)
    let reads = commands.filter { command in
      command.spec.module == module.id && command.kind != .action && !command.spec.permission.holders.isEmpty
    }
    let own = reads.filter { $0.names(Row.Of.object) }
    let road = (type as? any RoadRecord.Type)?.road
    return CaseKind(
      layout: layout, module: ModuleEntry(id: module.id, texts: module.texts),
      isSwitchable: module.isSwitchable && layout.table.isSwitchable,
      columns: layout.columns.filter { column in
        column.guarding == .open && fields.first { $0.name == column.property }?.isShown == true
      },
      fields: fields, permissions: Array(Set((own.isEmpty ? reads : own).map(\.spec.permission))), needsAllPermissions: own.isEmpty,
      ways: ways(of: type), road: road,
      links: links(fields, road), states: states(type), derivedState: (type as? any DerivedStateRecord.Type).map { "\($0.standing)" })
  }

  private static func states<Row: Record>(_ type: Row.Type) -> [ChoiceText] {
    if let stateful = type as? any StatefulRecord.Type { return stateful.states }
    return (type as? any DerivedStateRecord.Type)?.states ?? []
  }

  /// Typed references first, then what is declared.
  private static func links(_ fields: [Field], _ road: RoadPlace?) -> [CaseKind.Link] {
    let typed = fields.compactMap { field -> CaseKind.Link? in
      guard case .reference(let object, _) = field.kind, field.name != "id", field.guarding == .open else { return nil }
      return CaseKind.Link(object: object, pairs: [(field.name, "id", 0)], isPart: road?.partOf.contains(field.name) == true)
    }
    return typed + (road?.matches ?? []).map { CaseKind.Link(object: $0.object, pairs: $0.pairs, isPart: false) }
  }

  private static func ways<Row: Record>(of type: Row.Type) -> [CaseKind.Way] {
    if let stateful = type as? any StatefulRecord.Type { return stateful.ways }
    return (type as? any DerivedStateRecord.Type)?.ways ?? []
  }

  fileprivate static func ways<Machine: StateMachine>(by machine: Machine.Type) -> [CaseKind.Way] {
    Machine.transitions.map { line in
      CaseKind.Way(
        move: ChoiceText(line.move.rawValue, line.move.texts), from: Set(line.from.map(\.rawValue)), to: line.to.map(\.rawValue),
        action: line.action?.spec.id, isAwaited: line.role == .awaited, until: line.until, takers: line.takers,
        isApproval: line.action is any ApprovingAction.Type,
        separation: (line.action as? any SeparateHandsAction.Type).map { separation(by: $0) })
    }
  }

  private static func separation<Apart: SeparateHandsAction>(by action: Apart.Type) -> CaseKind.Separation {
    let bar = Apart.bar
    return CaseKind.Separation(whole: Apart.wholeObject, rule: bar.rule, code: bar.code) {
      try Apart.objects(apartFrom: $0, in: $1)
    }
  }
}

extension StatefulRecord {
  fileprivate static var ways: [CaseKind.Way] { CaseIndex.ways(by: Machine.self) }
  fileprivate static var states: [ChoiceText] { Machine.State.allChoices }
}

extension DerivedStateRecord {
  fileprivate static var ways: [CaseKind.Way] { CaseIndex.ways(by: Machine.self) }
  fileprivate static var states: [ChoiceText] { Machine.State.allChoices }
}

extension Choice {
  fileprivate static var allChoices: [ChoiceText] { allCases.map { ChoiceText($0.rawValue, $0.texts) } }
}

extension Command {
  /// The field by which a thing of this kind is given.
  func field(naming object: String) -> Field? {
    fields.first { field in
      if case .reference(let named, _) = field.kind { named == object && !field.isOptional } else { false }
    }
  }

  /// Whether it is about things of this kind: a path leads through one, or a filter asks for it.
  fileprivate func names(_ object: String) -> Bool {
    pathFields.contains { name in
      fields.contains { field in
        if case .reference(let named, _) = field.kind { field.name == name && named == object } else { false }
      }
    }
  }
}
