import Feature
public import Ledger
import Secrets
public import Store

extension FileSigner {
  /// Signs for the store in a folder, with its ledger's key.
  ///
  /// - Throws: `KeyFileFault` when that cannot be read.
  public init(ofStore folder: StoreFolder) throws {
    let keys = try StoreKeys.read(folder)
    let key = NoteKey(name: keys.name, kind: .log, key: keys.audit.verifyingKey)
    self.init(keys.audit, keyID: key?.id ?? 0)
  }
}
