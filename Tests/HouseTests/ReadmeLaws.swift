import Engine
import Feature
import Store
import TestKit
import Testing
import Values

/// A module's README names what the module brings, all of it and nothing else.
@Suite struct `README of a module` {
  @Test func `it names every command, rule and table`() throws {
    for module in try Installed.registry().modules {
      let path = Installed.room(of: module) + "/README.md"
      let named = Set((SourceTree.all.first { $0.path == path }).map(Readme.names) ?? [])
      let missing = try Readme.contents(of: module).filter { !named.contains($0) }
      refuse(missing.map { "\(path): does not name `\($0)`" })
    }
  }

  @Test func `it names no command, rule or table that does not exist`() throws {
    let registry = try Installed.registry()
    let permissions = registry.commands.map(\.spec.permission.id) + [registry.hooks.personalData?.id].compactMap { $0 }
    let objects = registry.tables.all.map { $0.entity.object }
    let nightly = registry.nightly.map { $0.id }
    let known = Set(try registry.modules.flatMap(Readme.contents) + permissions + objects + nightly + registry.rules.map { $0.id })
    let modules = registry.modules.map(\.id)
    for file in SourceTree.all where SourceTree.isFeature(file.room) && file.path.hasSuffix("/README.md") {
      for (index, line) in file.lines.enumerated() {
        let strange = Readme.names(line).filter { name in
          modules.contains { name.hasPrefix($0 + ".") || name.hasPrefix($0 + "_") } && !known.contains(name)
        }
        refuse(strange.map { "\(file.path):\(index + 1): there is no `\($0)`" })
      }
    }
  }
}

private enum Readme {
  /// What stands in backticks and looks like `groups.admit-member` or `groups_member`.
  static func names(_ file: SourceTree.File) -> [String] { file.lines.flatMap { names($0) } }
  static func names(_ line: String) -> [String] {
    line.matches(of: /`([a-z]+[._][a-z_.\-]+)`/).map { String($0.output.1) }
  }

  static func contents(of module: Module) throws -> [String] {
    let id = module.id
    let commands = try Installed.registry().commands.map(\.spec.id).filter { $0.hasPrefix(id + ".") }
    let tables = DDL.tables(after: module.migrations).map(\.name)
    return commands + module.rules.map { $0.id } + tables
  }
}
