import Host
import Engine
import Feature
import Store
import TestKit

/// What is installed, opened once for all laws.
enum Installed {
  private static let opened = Result { try Registry(InstalledModules.all) }
  private static let store = Result { try TestStore(InstalledModules.all) }

  static func registry() throws -> Registry { try opened.get() }

  /// A connection to a fresh store with all tables, before its views.
  static func freshStore() throws -> Connection {
    let connection = try Connection(path: try store.get().path.database, mode: .reader)
    // With the scope's function `in_scope`, but without its views: plans are those of the tables themselves.
    try connection.installScopedViews(over: [])
    return connection
  }

  /// `Groups` for the module that the target Groups declares.
  static func target(of module: Module) -> String {
    let type = InstalledModules.all.first { $0.module.id == module.id }
    return type.map { String(String(reflecting: $0).prefix { $0 != "." }) } ?? module.id
  }

  /// `Modules/Groups` or `Modules/Office/People`.
  static func room(of module: Module) -> String {
    let name = target(of: module)
    return SourceTree.features.contains { $0.file.room == "Modules/Office/" + name } ? "Modules/Office/" + name : "Modules/" + name
  }
}
