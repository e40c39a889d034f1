import Engine
import Feature
import Host
import Testing

@testable import Console

/// What people type: `list` for a module's chief list, `show` for one of them.
@Suite struct `Names of queries` {
  /// The six modules of the programme.
  private static var features: Set<String> { ["mobilisation", "groups", "training", "institutes", "healthbases", "monitoring"] }

  @Test(arguments: features.sorted()) func `each feature lists and shows its chief thing`(module: String) throws {
    let registry = try Installed.registry()
    let list = try #require(registry.command(module + ".list"), "\(module) has no list")
    let show = try #require(registry.command(module + ".show"), "\(module) has no show")
    #expect(list.kind == .list && list.pathFields.isEmpty)
    #expect(show.kind == .query && show.rowField != nil && show.spec.path.hasPrefix(list.spec.path))
  }

  @Test func `an earlier name goes on and is offered to nobody`() throws {
    let registry = try Installed.registry()
    let groups = try #require(registry.command("groups.groups"))
    #expect(groups.spec.id == "groups.groups" && groups.spec.name == "groups.list")
    #expect(registry.command("groups.list")?.spec.id == "groups.groups")
    #expect(groups.entry.name == "groups.list" && groups.entry.aliases == ["groups.groups"])
  }

  @Test func `completion offers the new name only, and both are understood`() throws {
    let registry = try Installed.registry()
    let commandTable = CommandTable(Catalogue(modules: [], commands: registry.commands.map(\.entry)))
    let offered = commandTable.commands(of: "groups").map(\.verb)
    #expect(offered.contains("list") && offered.contains("show") && !offered.contains("groups") && !offered.contains("group"))
    #expect(commandTable["groups.groups"]?.id == "groups.groups" && commandTable["groups.list"]?.id == "groups.groups")
  }

  @Test func `every thing is described by its whole name, and a short one of several is told`() throws {
    let registry = try Installed.registry()
    var catalogue = Catalogue(modules: [], commands: [])
    catalogue.things = registry.entities
    let commandTable = CommandTable(catalogue)
    for thing in registry.entities { #expect(try commandTable.thing(named: thing.object)?.object == thing.object) }
    let refusal = #expect(throws: Refusal.self) { try commandTable.thing(named: "plan") }
    #expect(refusal?.texts.en.contains("groups.plan") == true && refusal?.texts.en.contains("training.plan") == true)
  }

  @Test func `two commands never share a name`() throws {
    let commands = try Installed.registry().commands
    let names = commands.flatMap { Set([$0.spec.id, $0.spec.name]) }
    #expect(Set(names).count == names.count)
  }
}
