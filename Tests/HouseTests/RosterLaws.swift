import Host
import Engine
import Feature
import Testing
import Values

/// Every folder is on the roster and installed, and the other way round.
@Suite struct `The roster` {
  @Test func `folders, lists and tests are the same`() throws {
    let roster = try Roster()
    #expect(try SourceTree.folders(in: "Modules/Office") == roster.office)
    #expect(try SourceTree.folders(in: "Modules") == roster.features.union(["Kernel", "Contracts", "Office", "TestKit"]))
    #expect(try SourceTree.folders(in: "Modules/Kernel") == Set(roster.kernel.keys).union(Roster.headers))
    let tests = try SourceTree.folders(in: "Tests")
    for name in roster.office.union(roster.features).union(roster.kernel.keys) {
      #expect(tests.contains(name + "Tests"), "Tests/\(name)Tests is missing")
    }
  }

  @Test func `every desk and feature is installed`() throws {
    let roster = try Roster()
    let installed = InstalledModules.all.map { String(String(reflecting: $0).prefix { $0 != "." }) }
    #expect(installed.count == Set(installed).count)
    #expect(Set(installed) == roster.office.union(roster.features))
  }

  @Test func `the roster opens as a registry, each module under its own name`() throws {
    for module in try Installed.registry().modules {
      #expect(module.id.replacing("-", with: "") == Installed.target(of: module).lowercased(), "\(module.id)")
      #expect(module.texts.fa.hasPersian && module.texts.en.hasLatin, "\(module.id): a title in both languages")
    }
  }
}
