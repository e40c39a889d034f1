public import Feature

/// What is installed, as the desks that speak about it see it.
struct InstalledDeclarations: DeclarationIndex {
  let modules: [Module]
  let ruleDescriptions: [RuleDescription]

  init(_ modules: [Module], _ rules: [any Rule.Type]) {
    self.modules = modules
    ruleDescriptions = rules.map { InstalledDeclarations.description(of: $0) }
  }

  private static func description<Declared: Rule>(of rule: Declared.Type) -> RuleDescription { RuleDescription(rule) }
}

extension Registry {
  /// All rules with their types forgotten.
  public var ruleDescriptions: [RuleDescription] { InstalledDeclarations(modules, rules).ruleDescriptions }
}
