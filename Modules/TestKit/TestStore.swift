public import Engine
public import Feature
import Foundation
public import Jalali
import Ledger
import Persian
public import Store
import Synchronization
public import Values

/// A store in a temporary folder with some modules, for tests: actions and queries by name, as anybody, on any day.
public final class TestStore: Sendable {
  public let runtime: Runtime
  public let registry: Registry
  private let time: TestTime
  private let folder: StoreFolder
  private let root: TemporaryFolder

  /// - Parameters:
  ///   - modules: what is installed; a stand-in for the configuration desk may be among them (`TestConfiguration`).
  ///   - standIns: what answers for modules that are not, as the test has set it. Standard stand-ins take the place of
  ///     whatever else the modules stand on.
  ///   - day: the business date it starts with.
  public init(_ modules: [any FeatureModule.Type], standingIn standIns: [any StandIn] = [], on day: JalaliDay? = nil) throws {
    let start = try day ?? JalaliDay(1405, 2, 1)
    let time = TestTime(start)
    let registry = try lending(standIns) {
      try Registry(StandIns.installing(standIns, beside: modules) + [VisitorModule.self])
    }
    root = try TemporaryFolder("test")
    folder = StoreFolder(root.path + "/store")
    try Runtime.create(folder, ledgerName: "test.hamyar/1")
    self.time = time
    self.registry = registry
    runtime = try Runtime(folder: folder, registry: registry, clock: Clock { time.now() })
  }

  /// The same store after a restart; the other is closed.
  public init(restarting other: TestStore) throws {
    other.runtime.close()
    (registry, time, folder, root) = (other.registry, other.time, other.folder, other.root)
    let time = time
    runtime = try Runtime(folder: folder, registry: registry, clock: Clock { time.now() })
  }

  deinit { runtime.close() }

  public var path: StoreFolder { folder }

  public var day: JalaliDay {
    get { runtime.clock.day }
    set { time.move(to: newValue) }
  }

  /// Lets time pass within the day, or beyond it.
  public func wait(minutes: Int64 = 0, seconds: Int64 = 0) { time.pass((minutes * 60 + seconds) * 1_000_000) }

  /// Runs an action. The input is read as typed text would be, so dates and codes may be written out.
  ///
  /// - Returns: the output as JSON values, secrets in clear.
  @discardableResult
  public func run(
    _ command: String, _ input: Value = .object([]), as principal: Principal, dryRun: Bool = false, key: String? = nil,
    from host: String = "test"
  ) throws -> Value {
    try perform(command, input, as: principal, dryRun: dryRun, key: key, from: host).shown(dryRun: dryRun)
  }

  public func perform(
    _ command: String, _ input: Value = .object([]), as principal: Principal, dryRun: Bool = false, key: String? = nil,
    from host: String = "test"
  ) throws -> ActionResult {
    let command = try find(command)
    let input = try Field.conform(input, to: command.fields, mode: .typed)
    let context = CallContext(
      principal: principal, origin: LedgerOrigin(channel: "test", host: host, session: ""), request: "test", dryRun: dryRun,
      idempotencyKey: key)
    return try runtime.perform(command, input, context, reader: try runtime.openReader())
  }

  /// Runs a query or a list.
  public func ask(_ command: String, _ input: Value = .object([]), as principal: Principal) throws -> Value {
    let command = try find(command)
    let input = try Field.conform(input, to: command.fields, mode: .typed)
    let context = CallContext(
      principal: principal, origin: LedgerOrigin(channel: "test", host: "test", session: ""), request: "test")
    return try runtime.answer(command, input, context, reader: try runtime.openReader())
  }

  /// Runs the night of that day (and all days not yet finished before it), whatever the clock shows.
  @discardableResult
  public func night(_ day: JalaliDay) throws -> [Night.Report] {
    try Night(runtime, host: "test", isPlayed: true).run(upTo: day, catchingUp: .everything)
  }

  /// Brings a sheet, all or nothing.
  ///
  /// - Parameters:
  ///   - given: `field=value` for what is the same in every row.
  /// - Throws: `Refusal` for a sheet that cannot be read; refused rows throw nothing.
  @discardableResult
  public func bring(_ action: String, _ csv: String, given: [String] = [], as principal: Principal) throws -> SheetReport {
    let options = SheetOptions(given: try given.map(SheetOptions.giving))
    let sheet = try SheetImport(command: try find(action), sheet: Sheet(Array(csv.utf8)), options: options)
    let context = CallContext(
      principal: principal, origin: LedgerOrigin(channel: "test", host: "test", session: ""), request: "test")
    return try sheet.run(runtime, context)
  }

  private func find(_ id: String) throws -> Command {
    guard let command = registry.command(id) else {
      throw RegistryFault(Texts("فرمان \(id) نیست.", "There is no command \(id)."))
    }
    return command
  }
}

extension Principal {
  /// Somebody with roles in one province (`IR-27`), or in the nation.
  ///
  /// - Parameter number: staff row; different numbers are different people.
  public static func test(_ roles: Role..., in province: String? = "IR-27", number: Int64 = 1) -> Principal {
    let scope = province.map { Scope.province($0) } ?? .nation
    return Principal(
      id: "u\(number)", staff: number, name: "test \(number)",
      grants: roles.map { Grant(role: $0.id, scope: scope) }, session: "s\(number)")
  }
}

/// A clock that stands at nine in the morning, Tehran, and moves a millisecond with every look.
public final class TestTime: Sendable {
  private let micros: Mutex<Int64>

  public init(_ day: JalaliDay) { micros = Mutex(TestTime.morning(day)) }

  /// - Parameter start: microseconds since 1970, UTC.
  public init(from start: Int64) { micros = Mutex(start) }

  /// Microseconds since 1970, UTC.
  public func now() -> Int64 {
    micros.withLock { time in
      time += 1_000
      return time
    }
  }

  /// Microseconds.
  public func pass(_ more: Int64) { micros.withLock { $0 += more } }

  public func move(to day: JalaliDay) { micros.withLock { $0 = TestTime.morning(day) } }

  private static func morning(_ day: JalaliDay) -> Int64 { (Int64(day.number) * 86_400 + 19_800) * 1_000_000 }
}

/// A folder of its own that goes with whoever holds it.
public final class TemporaryFolder: Sendable {
  public let path: String

  /// - Parameter purpose: begins its name, for whoever finds it after a crash.
  public init(_ purpose: String) throws {
    path = FileManager.default.temporaryDirectory.path + "/hamyar-\(purpose)-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// With what another folder holds.
  public init(_ purpose: String, copying other: String) throws {
    path = FileManager.default.temporaryDirectory.path + "/hamyar-\(purpose)-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: other, toPath: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
