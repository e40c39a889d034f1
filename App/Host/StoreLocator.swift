public import Feature
import FoundationEssentials
import Ledger
public import Engine
public import Store
public import Values

/// Finds and opens the store that a subcommand is about.
public enum StoreLocator {
  static func folder(_ arguments: Arguments) -> StoreFolder { StoreFolder(arguments.setting("store") ?? ".hamyar") }

  static func runtime(_ arguments: Arguments, acceptsMissingMark: Bool = false) throws -> Runtime {
    try Runtime(
      folder: folder(arguments), registry: Registry(InstalledModules.all), acceptsMissingMark: acceptsMissingMark)
  }

  /// For looking only, also beside a running server.
  static func reading(_ arguments: Arguments) throws -> Runtime {
    try Runtime(reading: folder(arguments), registry: Registry(InstalledModules.all))
  }

  /// Makes a store: keys, tables, populations of the 31 provinces, `Config/`, the first national administrator.
  ///
  /// It is built in a folder within its own and moved when it is whole, the database last: an installation that was cut
  /// short leaves no store, and the next one begins anew.
  ///
  /// - Returns: the open store and the administrator's one-time secret.
  /// - Throws: `StoreFault` when a store is there already, `UsageFault` when keys without a database are, and whatever stops the
  ///   installer: `Refusal` for a setting that may not be, the file system's own errors.
  public static func create(
    _ folder: StoreFolder, config: ConfigFiles?, clock: Clock = .system, ledgerName: String = "audit.hamyar.local/1",
    environment: StoreEnvironment? = nil
  ) throws -> (runtime: Runtime, secret: String) {
    let registry = try Registry(InstalledModules.all)
    try folder.create()
    let lock = try StoreLock(folder)
    defer { lock.release() }
    guard !folder.exists else {
      throw StoreFault(.locked, Texts("در \(folder.path) از پیش مخزنی هست.", "There is a store in \(folder.path) already."))
    }
    try refuseOrphans(folder)
    let unfinished = StoreFolder(folder.path + "/unfinished")
    try? FileManager.default.removeItem(atPath: unfinished.path)
    let secret = try fill(unfinished, registry, config, clock, ledgerName)
    if let environment { try unfinished.write(environment) }
    try move(unfinished, to: folder)
    lock.release()
    return (try Runtime(folder: folder, registry: registry, clock: clock), secret)
  }

  /// Keys without a database may be all that is left of a store: nobody but a person throws them away.
  private static func refuseOrphans(_ folder: StoreFolder) throws {
    guard FileManager.default.fileExists(atPath: folder.keys) else { return }
    throw UsageFault(
      "در \(folder.keys) کلیدهایی بی‌پایگاه داده هست. اگر از مخزنی مانده‌اند پایگاه آن را بازگردانید؛ اگر از نصب ناتمام، پوشه را پاک کنید.",
      "There are keys without a database in \(folder.keys). If they are a store's, put its database back; if an installation "
        + "was cut short, remove them.")
  }

  private static func fill(
    _ folder: StoreFolder, _ registry: Registry, _ config: ConfigFiles?, _ clock: Clock, _ ledgerName: String
  ) throws -> String {
    try Runtime.create(folder, ledgerName: ledgerName)
    let runtime = try Runtime(folder: folder, registry: registry, clock: clock)
    defer { runtime.close() }
    let installer = try Caller(runtime, principal: .installer, channel: "cli")
    try Census.load(into: installer)
    try Night(runtime, host: "init").begin()
    if let config { try apply(config, installer) }
    let admin = try installer.perform(
      "accounts.create-staff", .record(["userName": "admin", "fullName": "مدیر سامانهٔ کشور"]))
    try installer.perform(
      "accounts.assign-post", .record(["staff": admin["id"] ?? .null, "role": "national.admin"]))
    return admin["oneTimeSecret"]?.string ?? ""
  }

  /// The beginning of a store is the one change of rules without a person behind it.
  private static func apply(_ config: ConfigFiles, _ installer: Caller) throws {
    let plan = ConfigPlan(config)
    guard !plan.isEmpty else { return }
    do {
      try installer.perform(ConfigPlan.action, plan.input)
    } catch let refusal as Refusal {
      let faults = plan.faults(of: refusal)
      guard faults.isEmpty else { throw ConfigFilesFault(faults: faults) }
      throw refusal
    }
  }

  private static func move(_ unfinished: StoreFolder, to folder: StoreFolder) throws {
    let files = FileManager.default
    let log = try? files.attributesOfItem(atPath: unfinished.database + "-wal")[.size] as? Int
    guard (log ?? 0) == 0 else {
      throw StoreFault(.busy, Texts("پایگاه تازه هنوز باز است.", "The new database is still open."))
    }
    for name in ["keys", "audit.hwm", "environment", "hamyar.db"] where files.fileExists(atPath: unfinished.path + "/" + name) {
      try files.moveItem(atPath: unfinished.path + "/" + name, toPath: folder.path + "/" + name)
    }
    try files.removeItem(atPath: unfinished.path)
  }
}

/// Runs commands by name as one actor; what subcommands and the demo life use.
public final class Caller {
  let runtime: Runtime
  private let reader: ReadSession
  private let principal: Principal
  private let channel: String
  private var count = 0
  /// Told of every step, so that a road can be walked again by other means.
  var recorder: ((_ command: String, _ input: Value) -> Void)?

  /// - Parameters:
  ///   - principal: who runs the commands.
  ///   - channel: where they come from, as the ledger writes it.
  /// - Throws: `StoreFault` when no reader of the store can be opened.
  public init(_ runtime: Runtime, principal: Principal, channel: String) throws {
    self.runtime = runtime
    self.principal = principal
    self.channel = channel
    reader = try runtime.openReader()
  }

  /// Runs an action or a query with an input as typed text would give it.
  ///
  /// - Throws: `UsageFault` when there is no such command, `Refusal` where the answer is no.
  @discardableResult
  public func perform(_ id: String, _ input: Value, dryRun: Bool = false) throws -> Value {
    guard let command = runtime.registry.command(id) else {
      throw UsageFault("فرمان \(id) نیست.", "There is no command \(id).")
    }
    recorder?(id, input)
    let input = try Field.conform(input, to: command.fields, mode: .typed)
    let context = nextContext(dryRun: dryRun)
    if command.kind == .action {
      return try runtime.perform(command, input, context, reader: reader).shown(dryRun: dryRun)
    }
    return try runtime.answer(command, input, context, reader: reader)
  }

  /// All rows of a list, page after page.
  func rows(_ list: String, _ filters: [Value.Member] = []) throws -> [Value] {
    var rows: [Value] = []
    var cursor: Value = .null
    repeat {
      let page = try perform(list, .object(filters + [.init("limit", 500), .init("cursor", cursor)]))
      rows += page["items"]?.items ?? []
      cursor = page["next"] ?? .null
    } while cursor != .null
    return rows
  }

  private func nextContext(dryRun: Bool) -> CallContext {
    count += 1
    return CallContext(
      principal: principal, origin: LedgerOrigin(channel: channel, host: "", session: principal.session),
      request: "\(channel)-\(count)", dryRun: dryRun)
  }
}
