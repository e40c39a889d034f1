import Host
import Registry
import Store
import TestKit

/// What is installed, opened once for all laws.
enum House {
  private static let opened = Result { try Registry(InstalledModules.all) }
  private static let store = Result { try TestStore(InstalledModules.all) }

  static func registry() throws -> Registry { try opened.get() }

  /// A connection to a fresh store with all tables, before any gate.
  static func freshStore() throws -> Connection {
    let connection = try Connection(path: try store.get().path.database, mode: .reader)
    // With the gate's function `in_scope`, but without its views: plans are those of the tables themselves.
    try connection.installScopedViews(over: [])
    return connection
  }

  /// `Groups` for the module that the target Groups declares.
  static func target(of module: any FeatureModule) -> String { String(String(reflecting: type(of: module)).prefix { $0 != "." }) }

  /// `Modules/Groups` or `Modules/Office/People`.
  static func room(of module: any FeatureModule) -> String {
    let name = target(of: module)
    return SourceTree.features.contains { $0.file.room == "Modules/Office/" + name } ? "Modules/Office/" + name : "Modules/" + name
  }
}
