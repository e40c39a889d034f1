public import Rules
public import Values

/// What is installed, for the desks that speak about modules and rules themselves. Answered by the registry.
public protocol InstalledHouse: Sendable {
  var manifests: [Manifest] { get }
  var ruleSheets: [RuleSheet] { get }
}

/// A rule with its type forgotten.
public struct RuleSheet: Sendable {
  public let id: String
  public let version: Int
  public let texts: Texts
  public let source: Citation
  public let parameters: [Parameter]
  /// - Throws: `FieldFault` when these values are none that the rule could work with.
  public let check: @Sendable (Value) throws -> Void
  /// - Throws: `Refusal` when the value is none that this one parameter can take, whatever the others are.
  public let checkOne: @Sendable (_ value: Value, _ parameter: String) throws -> Void

  init<Declared: Rule>(_ rule: Declared.Type) {
    id = rule.id
    version = rule.version
    texts = rule.texts
    source = rule.source
    parameters = rule.parameters
    check = { _ = try ValueDecoder.decode(Declared.Parameters.self, from: $0) }
    checkOne = { value, parameter in
      let field = try Schema.fields(of: Declared.Parameters.self).filter { $0.name == parameter }
      _ = try Field.conform(.object([Value.Member(parameter, value)]), to: field, reading: .strict)
    }
  }
}

struct House: InstalledHouse {
  let manifests: [Manifest]
  let ruleSheets: [RuleSheet]

  init(_ manifests: [Manifest], _ rules: [any Rule.Type]) {
    self.manifests = manifests
    ruleSheets = rules.map { House.sheet($0) }
  }

  private static func sheet<Declared: Rule>(_ rule: Declared.Type) -> RuleSheet { RuleSheet(rule) }
}

extension Registry {
  /// All rules with their types forgotten.
  public var ruleSheets: [RuleSheet] { House(manifests, rules).ruleSheets }
}
