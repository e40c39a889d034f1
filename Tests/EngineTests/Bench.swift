import Foundation
import Jalali
import Ledger
import Engine
import Feature
import Store
import TestKit
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
  private let root: TemporaryFolder

  init(_ modules: [any FeatureModule.Type] = [ShopModule.self], on day: JalaliDay? = nil, at root: TemporaryFolder? = nil) throws {
    let start = try day ?? JalaliDay(1405, 2, 1)
    let time = TestTime(start)
    self.root = try root ?? TemporaryFolder("engine")
    folder = StoreFolder(self.root.path + "/store")
    registry = try Registry(modules)
    if !folder.exists { try Runtime.create(folder, ledgerName: "test.hamyar/1") }
    self.time = time
    runtime = try Runtime(folder: folder, registry: registry, clock: Clock { time.now() })
  }

  private let time: TestTime

  var day: JalaliDay {
    get { runtime.clock.day }
    set { time.move(to: newValue) }
  }

  /// Closes the store and opens it again, perhaps with other modules.
  func reopened(_ modules: [any FeatureModule.Type]) throws -> Bench {
    runtime.close()
    return try Bench(modules, on: day, at: TemporaryFolder("engine", copying: root.path))
  }

  deinit { runtime.close() }

  func context(_ principal: Principal, dryRun: Bool = false, key: String? = nil) -> CallContext {
    CallContext(
      principal: principal, origin: LedgerOrigin(channel: "test", host: "test", session: ""), request: "test", dryRun: dryRun,
      idempotencyKey: key)
  }

  func input(_ id: String, _ pairs: KeyValuePairs<String, Value>) throws -> (Command, Value) {
    guard let command = registry.command(id) else { throw RegistryFault(Texts("نیست", "no command \(id)")) }
    return (command, try Field.conform(.record(pairs), to: command.fields, mode: .typed))
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

  func sql(_ text: String) throws -> [[Value]] { try folder.rows(text) }

  func count(_ table: String) throws -> Int64 { try sql("SELECT count(*) FROM \(table)").first?.first?.integer ?? -1 }

  func entries() throws -> [Value] { try folder.entries() }

  func leaves() throws -> [[UInt8]] { try folder.leaves() }
}

func refusal(_ body: () throws -> Void) -> Refusal? {
  do {
    try body()
    return nil
  } catch { return error as? Refusal }
}
