public import Feature

/// Sorts modules so that each comes after what it stands on.
enum ModuleOrder {
  /// - Throws: `RegistryFault` that names a missing module and who needs it, or the circle.
  static func sorted(_ modules: [Module]) throws -> [Module] {
    var byID: [String: Module] = [:]
    for module in modules {
      guard byID.updateValue(module, forKey: module.id) == nil else {
        throw RegistryFault(Texts("دو ماژول با نام \(module.id)", "Two modules are called \(module.id)."))
      }
    }
    var done: [Module] = []
    var finished: Set<String> = []
    var path: [String] = []
    func visit(_ id: String, for needer: String) throws {
      if finished.contains(id) { return }
      if let start = path.firstIndex(of: id) {
        let circle = (path[start...] + [id]).joined(separator: " → ")
        throw RegistryFault(Texts("وابستگی دایره‌ای: \(circle)", "Circular dependency: \(circle)"))
      }
      guard let module = byID[id] else {
        throw RegistryFault(
          Texts("ماژول \(id) نصب نیست و \(needer) به آن نیاز دارد.", "Module \(id) is not installed, but \(needer) needs it."))
      }
      path.append(id)
      for needed in module.after { try visit(needed, for: id) }
      path.removeLast()
      finished.insert(id)
      done.append(module)
    }
    for module in modules { try visit(module.id, for: "") }
    return done
  }
}

/// What is installed, as the desks that speak about it see it.
struct InstalledDeclarations: DeclarationIndex {
  let modules: [Module]
  let ruleDescriptions: [RuleDescription]
  let decidingRoles: Set<String>

  init(_ modules: [Module], _ rules: [any Rule.Type]) {
    self.modules = modules
    decidingRoles = modules.flatMap(\.actions).filter { $0 is any DecidingAction.Type }
      .reduce(into: []) { $0.formUnion($1.spec.permission.roles) }
    ruleDescriptions = rules.map { InstalledDeclarations.description(of: $0) }
  }

  private static func description<Declared: Rule>(of rule: Declared.Type) -> RuleDescription { RuleDescription(rule) }
}

extension Registry {
  /// All rules with their types forgotten.
  public var ruleDescriptions: [RuleDescription] { InstalledDeclarations(modules, rules).ruleDescriptions }
}
