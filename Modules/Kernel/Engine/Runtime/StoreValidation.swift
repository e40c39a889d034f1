import Feature
public import Ledger
import Secrets
public import Store
import Values

/// What must fit together before a store is written: its keys, its ledger and the mark beside it.
enum StoreValidation {
  /// A writer would make a database of whatever lies there, so a reader looks first.
  static func writer(on folder: StoreFolder, _ schema: Migrations) throws -> Connection {
    let reader = try Connection(path: folder.database, mode: .reader)
    try Migrations.requireStore(reader)
    try schema.check(reader)
    return try withExtendedLifetime(reader) { try Connection(path: folder.database, mode: .writer) }
  }

  /// Whoever only reads applies nothing.
  static func requireComplete(_ state: MigrationState) throws {
    guard !state.missing.isEmpty else { return }
    let names = state.missing.joined(separator: ", ")
    throw StoreFault(
      .newerSchema,
      Texts(
        "این مخزن از نسخهٔ پیشین است و گام‌هایی کم دارد (\(names))؛ نخست آن را برای نوشتن باز کنید، مثلاً با «hamyar serve».",
        "This store is of an earlier version and lacks steps (\(names)); open it for writing first, as `hamyar serve` does."))
  }

  /// Refuses a master key that is not the one this store was made with; a store without a mark of its key takes this one.
  static func recognise(_ vault: Vault, on connection: Connection, _ folder: StoreFolder) throws {
    try compare(vault, on: connection, folder)
    try connection.privileged("INSERT INTO registry_key(name,mark) VALUES('master',?) ON CONFLICT(name) DO NOTHING")
      .bind([.bytes(mark(of: vault))]).run()
  }

  /// The same without writing.
  ///
  /// - Throws: `StoreFault.wrongKey`.
  static func compare(_ vault: Vault, on connection: Connection, _ folder: StoreFolder) throws {
    let known = try connection.privileged("SELECT mark FROM registry_key WHERE name='master'").first()
    guard let known, known != .bytes(mark(of: vault)) else { return }
    throw StoreFault(
      .wrongKey,
      Texts(
        "کلید \(folder.keys)/master.key کلید این مخزن نیست؛ دادهٔ شخصی با آن باز نمی‌شود.",
        "\(folder.keys)/master.key is not the key of this store; personal data would not open with it."))
  }

  /// Says nothing about the key and is another one for every key.
  private static func mark(of vault: Vault) -> [UInt8] { vault.blindIndex("master", purpose: "registry_key.mark") }

  /// A ledger with entries was published before. Without the mark nobody would notice that an older store was put back,
  /// so a person has to say that it is taken as it stands.
  ///
  /// - Throws: `StoreFault.unmarked`.
  static func requireMark(_ folder: StoreFolder, on connection: Connection) throws {
    guard FileIdentity(folder.highWaterMark) == nil,
      try connection.privileged("SELECT 1 FROM audit_entry LIMIT 1").first() != nil
    else { return }
    throw StoreFault(
      .unmarked,
      Texts(
        "نشان دفتر \(folder.highWaterMark) نیست. نسخهٔ پشتیبان آن را بازگردانید؛ اگر نیست، «hamyar audit mark» دفتر را همین‌گونه می‌پذیرد.",
        "The ledger's mark \(folder.highWaterMark) is missing. Put your copy back; if there is none, `hamyar audit mark` "
          + "accepts the ledger as it stands."))
  }

  /// A wrong audit key, or a mark that cannot be read or is not signed by it, is told by its file.
  static func naming<Result>(_ folder: StoreFolder, _ body: () throws -> Result) throws -> Result {
    let mark = folder.highWaterMark
    do {
      return try body()
    } catch let fault as LedgerFault where fault.kind == .key {
      throw StoreFault(
        .wrongKey, Texts("فایل \(folder.keys)/audit.key: \(fault.texts.fa)", "The file \(folder.keys)/audit.key: \(fault.texts.en)"))
    } catch let fault as NoteFault {
      throw StoreFault(
        .unmarked,
        Texts(
          "نشان دفتر \(mark) یا سرفصل دفتر پذیرفتنی نیست: \(fault.fa)",
          "The ledger's mark \(mark) or the ledger's head cannot be accepted: \(fault.en)"))
    }
  }
}

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
