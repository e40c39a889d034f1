import Values

/// Sorts modules so that each comes after what it stands on.
enum ModuleOrder {
  /// - Throws: `RegistryFault` that names a missing module and who needs it, or the circle.
  static func sorted(_ modules: [any FeatureModule.Type]) throws -> [any FeatureModule.Type] {
    var byID: [String: any FeatureModule.Type] = [:]
    for module in modules {
      let id = module.manifest.id
      guard byID.updateValue(module, forKey: id) == nil else {
        throw RegistryFault(Texts("دو ماژول با نام \(id)", "Two modules are called \(id)."))
      }
    }
    var done: [any FeatureModule.Type] = []
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
      for needed in module.manifest.after { try visit(needed, for: id) }
      path.removeLast()
      finished.insert(id)
      done.append(module)
    }

    for module in modules { try visit(module.manifest.id, for: "") }
    return done
  }
}
