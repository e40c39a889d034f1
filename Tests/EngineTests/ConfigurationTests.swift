import Jalali
import Persian
import Engine
import Feature
import Store
import Values
import Testing

private enum ValueEntity: Entity {
  static let object = "configuration.value"
  static let texts = Texts("مقدار", "value")
}

private struct Stored: Record {
  typealias Of = ValueEntity
  static let table = Table("configuration_value", reach: .nation)
  var id = ID<ValueEntity>(0)
  var rev = 0
  var value: Int
}

/// Sets the greatest weight, judges under it, and perhaps says no.
private struct SetMost: Action {
  var value: Int
  var fails: Bool

  static let spec = Spec(
    "configuration.set", "تعیین", "Set", .post, "/configuration", permission: .write,
    fields: ["value": ("مقدار", "value"), "fails": ("شکست", "fails")])

  func perform(in work: borrowing Transaction) throws -> Done {
    try work.insert(Stored(value: value))
    _ = try work.parameters(of: ToolWeight.self, in: nil)
    if fails { throw Refusal.conflict("configuration.no", Texts("نه", "no")) }
    return Done()
  }
}

/// Keeps one setting in a row, so that what is in force stands or falls with its transaction; the settings of
/// `TestConfiguration` stand beside the store.
private struct RowConfiguration: FeatureModule, ConfigurationSource {
  static let module = Module(
    "configuration", "پیکربندی", "configuration", availability: .always, migrations: migrations, records: records, actions: actions,
    provisions: [.provides((any ConfigurationSource).self, RowConfiguration())],
    hooks: Hooks(decidesWhatIsInForce: true))
  static var migrations: [Migration] {
    [Migration("configuration.tables", "CREATE TABLE configuration_value(id INTEGER PRIMARY KEY, rev INTEGER, value INTEGER) STRICT")]
  }
  static var records: [any Record.Type] { [Stored.self] }
  static var actions: [any Action.Type] { [SetMost.self] }

  func settings(for rule: String, in snapshot: borrowing Snapshot) throws -> [Setting] {
    try snapshot.rows("SELECT value FROM configuration_value ORDER BY id DESC LIMIT 1").compactMap { row in
      guard let value = row.first, rule == ToolWeight.id else { return nil }
      return Setting(parameter: "most", province: nil, from: JalaliDay.earliest, value: value, source: "test")
    }
  }

  func isOn(_ module: String, in province: Province, on day: JalaliDay, in snapshot: borrowing Snapshot) throws -> Bool {
    province.code != "IR-12"
  }
}

@Suite struct `What is configured` {
  private let bench: Bench
  private let maker = Principal.test(.maker, in: .nation)

  init() throws { bench = try Bench([ShopModule.self, RowConfiguration.self]) }

  private func make(_ name: Value, _ weight: Value, _ province: Value = "IR-27") throws {
    try bench.run("shop.make", ["province": province, "name": name, "weight": weight], as: maker)
  }

  private func set(_ value: Value, fails: Value = false) throws {
    try bench.run("configuration.set", ["value": value, "fails": fails], as: maker)
  }

  @Test func `is in force from the next action on`() throws {
    try make("الف", 90)
    try set(50)
    #expect(refusal { try make("ب", 90) }?.code == "rule.refused")
    try set(200)
    try make("پ", 150)
  }

  @Test func `is forgotten when its action is refused or only tried`() throws {
    #expect(refusal { try set(50, fails: true) }?.code == "configuration.no")
    try make("الف", 90)
    try bench.run("configuration.set", ["value": 50, "fails": false], as: maker, dryRun: true)
    try make("ب", 90)
  }

  @Test func `is forgotten when its row of an import is refused, before the next row`() throws {
    try set(100)
    let command = try #require(bench.registry.command("configuration.set"))
    let answer = try bench.runtime.performAll(
      command, BatchRows([.record(["value": 50, "fails": true])]), bench.context(maker), BatchWish(skipsRefused: true))
    #expect(answer.refused.count == 1)
    try make("الف", 90)
  }

  @Test func `keeps a module from working where it is off`() throws {
    #expect(refusal { try make("الف", 5, "IR-12") }?.code == "module.off")
    #expect(try bench.entries().map { $0["why"]?["code"] } == ["module.off"])
    try make("الف", 5)
  }
}
