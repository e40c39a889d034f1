import Feature
public import Ledger
import Secrets
public import Store
import Values

/// The keys of one store: the master key of personal data and the audit key, in separate files, 0600.
struct StoreKeys {
  let master: MasterKey
  let audit: SigningKey
  /// The ledger's origin, the audit key's name.
  let name: String

  private static func paths(_ folder: StoreFolder) -> (master: String, audit: String, name: String) {
    (folder.keys + "/master.key", folder.keys + "/audit.key", folder.keys + "/audit.name")
  }

  static func create(_ folder: StoreFolder, name: String) throws {
    let paths = paths(folder)
    try KeyFile.create(paths.master, holding: .random())
    try KeyFile.create(paths.audit, holding: .random())
    try PlainFile.create(paths.name, text: name)
  }

  static func read(_ folder: StoreFolder) throws -> StoreKeys {
    let paths = paths(folder)
    return StoreKeys(
      master: MasterKey(try KeyFile.read(paths.master)), audit: try SigningKey(seed: KeyFile.read(paths.audit)),
      name: try PlainFile.read(paths.name))
  }
}

extension StoreFolder {
  /// Opens sealed values of the store that a connection reads, for whoever has its master key.
  ///
  /// - Throws: `KeyFileFault` without the key, `StoreFault.wrongKey` with another one.
  public func vault(for connection: Connection) throws -> Vault {
    let vault = Vault(master: try StoreKeys.read(self).master)
    try StoreValidation.compare(vault, on: connection, self)
    return vault
  }
}
