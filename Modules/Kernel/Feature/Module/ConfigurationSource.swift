/// What the engine asks the configuration desk: what was set for rules, and where modules are on.
public protocol ConfigurationSource: Sendable {
  /// Every setting of a rule's parameters, of the nation and of all provinces, in the order in which they were entered.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting]
  /// Whether a module works in a province on a day.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func isOn(_ module: String, in province: Province, on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool
}

/// What is installed, for the desks that speak about modules and rules themselves. Answered by the engine.
public protocol DeclarationIndex: Sendable {
  /// All modules, each after those it stands on.
  var modules: [Module] { get }
  /// All rules, their types forgotten.
  var ruleDescriptions: [RuleDescription] { get }
  /// The ids of the roles that decide for the office: they hold a permission that some `DecidingAction` asks for.
  var decidingRoles: Set<String> { get }
}

/// A rule with its type forgotten.
public struct RuleDescription: Sendable {
  /// `module.rule-name`.
  public let id: String
  /// Of the rule's meaning.
  public let version: Int
  /// The statement.
  public let texts: Texts
  /// What it rests on.
  public let source: Citation
  /// Every number and choice in it.
  public let parameters: [Parameter]
  /// - Throws: `FieldFault` when these values are none that the rule could work with.
  public let check: @Sendable (Value) throws -> Void
  /// - Throws: `Refusal` when the value is none that this one parameter can take, whatever the others are.
  public let checkOne: @Sendable (_ value: Value, _ parameter: String) throws -> Void

  /// Whether the rule could work with a value of one parameter: alone, and beside the standards of all others.
  ///
  /// - Throws: `FieldFault` or `Refusal` with what stands against it.
  public func check(_ value: Value, for parameter: String) throws {
    try checkOne(value, parameter)
    let members = parameters.compactMap { one -> Value.Member? in
      if one.name == parameter { return .init(one.name, value) }
      return one.standard.map { .init(one.name, $0) }
    }
    if members.count == parameters.count { try check(.object(members)) }
  }

  package init<Declared: Rule>(_ rule: Declared.Type) {
    id = rule.id
    version = rule.version
    texts = rule.texts
    source = rule.source
    parameters = rule.parameters
    check = { _ = try ValueDecoder.decode(Declared.Parameters.self, from: $0) }
    checkOne = { value, parameter in
      let field = try Schema.fields(of: Declared.Parameters.self).filter { $0.name == parameter }
      _ = try Field.conform(.object([Value.Member(parameter, value)]), to: field, mode: .strict)
      try rule.parameters.first { $0.name == parameter }?.requireBounds(value)
    }
  }
}
