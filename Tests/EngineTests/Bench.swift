import Foundation
import Jalali
import Ledger
import Engine
import Feature
import Store
import Synchronization
import Values

extension Principal {
  static func test(_ role: Role, in scope: Scope = .province("IR-27"), number: Int64 = 1) -> Principal {
    Principal(
      id: "u\(number)", staff: number, name: "test \(number)", grants: [Grant(role: role.id, scope: scope)], session: "s\(number)")
  }
}

/// A store in a temporary folder, its clock in the test's hand.
final class Bench {
  let runtime: Runtime
  let registry: Registry
  let folder: StoreFolder
  private let root: String

  init(_ modules: [any FeatureModule.Type] = [ShopModule.self], on day: JalaliDay? = nil, at root: String? = nil) throws {
    let start = try day ?? JalaliDay(1405, 2, 1)
    let time = Time(start)
    self.root = root ?? FileManager.default.temporaryDirectory.path + "/hamyar-registry-\(UUID().uuidString)"
    folder = StoreFolder(self.root + "/store")
    registry = try Registry(modules)
    if !folder.exists {
      try FileManager.default.createDirectory(atPath: self.root, withIntermediateDirectories: true)
      try Runtime.create(folder, ledgerName: "test.hamyar/1")
    }
    self.time = time
    runtime = try Runtime(folder: folder, registry: registry, clock: Clock { time.now() })
  }

  private let time: Time

  var day: JalaliDay {
    get { runtime.clock.day }
    set { time.move(to: newValue) }
  }

  /// Closes the store and opens it again, perhaps with other modules.
  func reopened(_ modules: [any FeatureModule.Type]) throws -> Bench {
    runtime.close()
    let copy = root + "-reopened"
    try FileManager.default.copyItem(atPath: root, toPath: copy)
    return try Bench(modules, on: day, at: copy)
  }

  deinit {
    runtime.close()
    try? FileManager.default.removeItem(atPath: root)
  }

  func context(_ principal: Principal, dryRun: Bool = false, key: String? = nil) -> CallContext {
    CallContext(
      principal: principal, origin: LedgerOrigin(channel: "test", host: "test", session: ""), request: "test", dryRun: dryRun,
      idempotencyKey: key)
  }

  func input(_ id: String, _ pairs: KeyValuePairs<String, Value>) throws -> (Command, Value) {
    guard let command = registry.command(id) else { throw RegistryFault(Texts("نیست", "no command \(id)")) }
    return (command, try Field.conform(.record(pairs), to: command.fields, reading: .typed))
  }

  @discardableResult
  func run(
    _ id: String, _ pairs: KeyValuePairs<String, Value>, as principal: Principal, dryRun: Bool = false, key: String? = nil
  ) throws -> ActionResult {
    let (command, value) = try input(id, pairs)
    return try runtime.perform(command, value, context(principal, dryRun: dryRun, key: key), reader: runtime.openReader())
  }

  func ask(_ id: String, _ pairs: KeyValuePairs<String, Value> = [:], as principal: Principal) throws -> Value {
    let (command, value) = try input(id, pairs)
    return try runtime.answer(command, value, context(principal), reader: runtime.openReader())
  }

  func sql(_ text: String) throws -> [[Value]] {
    try Connection(path: folder.database, mode: .reader).privileged(text: text).all()
  }

  func count(_ table: String) throws -> Int64 { try sql("SELECT count(*) FROM \(table)").first?.first?.integer ?? -1 }

  /// All ledger entries, as they are stored.
  func entries() throws -> [Value] {
    try leaves().map { try JSONReader.read($0) }
  }

  func leaves() throws -> [[UInt8]] {
    try sql("SELECT leaf FROM audit_entry ORDER BY id").compactMap { if case .bytes(let leaf) = $0[0] { leaf } else { nil } }
  }
}

private final class Time: Sendable {
  private let micros: Mutex<Int64>
  init(_ day: JalaliDay) { micros = Mutex(Time.morning(day)) }
  func now() -> Int64 {
    micros.withLock { time in
      time += 1_000
      return time
    }
  }
  func move(to day: JalaliDay) { micros.withLock { $0 = Time.morning(day) } }
  private static func morning(_ day: JalaliDay) -> Int64 { (Int64(day.number) * 86_400 + 19_800) * 1_000_000 }
}

func refusal(_ body: () throws -> Void) -> Refusal? {
  do {
    try body()
    return nil
  } catch { return error as? Refusal }
}
