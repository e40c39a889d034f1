import Engine
import Feature
import TestKit
import Testing

/// Every installed module keeps the laws that can be read off its declaration; Modules/FIRST-MODULE.md shows each broken.
@Suite struct `Declared modules` {
  @Test(arguments: ModuleLaw.allCases) func `an installed module keeps the law`(law: ModuleLaw) throws {
    let modules = try Installed.registry().modules
    #expect(modules.count >= 13)
    for (place, module) in modules.enumerated() {
      let room = Installed.room(of: module)
      let written = WrittenTypes(in: SourceTree.features.filter { $0.file.room == room }.map(\.file.text))
      #expect(written.count >= module.actions.count + module.rules.count, "\(module.id): \(written.count) types were seen")
      refuse(try law.breaches(of: module, beside: Array(modules[..<place]), written: written).map { "\(law.statement): \($0)" })
    }
  }

  @Test func `desks are always on, and the six features off until the national office switches them on`() throws {
    let six: Set = ["mobilisation", "groups", "training", "institutes", "healthbases", "monitoring"]
    for module in try Installed.registry().modules {
      let isDesk = Installed.room(of: module).hasPrefix("Modules/Office/")
      if isDesk { #expect(module.availability == .always, "\(module.id)") }
      if six.contains(module.id) { #expect(module.availability == .offUntilSwitchedOn, "\(module.id)") }
    }
  }
}
