import Jalali
import Persian
import Engine
import Feature
import Store
import Testing
import Values

@Suite struct `Rows` {
  private let bench: Bench
  private let maker = Principal.test(.maker)
  private let kurdish = Principal.test(.maker, in: .province("IR-12"), number: 2)

  init() throws { bench = try Bench() }

  private func make(_ name: Value, as principal: Principal, _ province: Value = "IR-27") throws -> Value {
    try bench.run("shop.make", ["province": province, "name": name, "weight": 5], as: principal).value
  }

  @Test func `codes count for each province and year`() throws {
    #expect(try make("الف", as: maker)["code"] == "TL-27-1405-0001")
    #expect(try make("ب", as: maker)["code"] == "TL-27-1405-0002")
    #expect(try make("الف", as: kurdish, "IR-12")["code"] == "TL-12-1405-0001")
    bench.day = try JalaliDay(1406, 1, 1)
    #expect(try make("پ", as: maker)["code"] == "TL-27-1406-0001")
    #expect(try make("ت", as: maker)["code"] == "TL-27-1406-0002")
  }

  @Test func `a stale revision is a conflict, an unchanged row leaves no entry`() throws {
    _ = try make("الف", as: maker)
    #expect(try bench.run("shop.change", ["tool": 1, "rev": 1, "weight": 5], as: maker).entry == nil)
    #expect(try bench.run("shop.change", ["tool": 1, "rev": 1, "weight": 6], as: maker).value["rev"] == 2)
    #expect(refusal { try bench.run("shop.change", ["tool": 1, "rev": 1, "weight": 7], as: maker) }?.code == "conflict.changed")
    #expect(refusal { try bench.run("shop.change", ["tool": 1, "rev": 9, "weight": 7], as: maker) }?.code == "conflict.changed")
    let entries = try bench.entries().filter { $0["out"] == "ok" }
    #expect(entries.count == 2)
    #expect(entries[1]["before"] == .record(["weight": 5]) && entries[1]["after"] == .record(["weight": 6]) && entries[1]["rev"] == 2)
  }

  @Test func `another province's row does not exist, and none can be put there`() throws {
    _ = try make("الف", as: maker)
    #expect(refusal { try bench.run("shop.change", ["tool": 1, "rev": 1, "weight": 6], as: kurdish) }?.kind == .notFound)
    #expect(refusal { _ = try bench.ask("shop.tool", ["tool": "TL-27-1405-0001"], as: kurdish) }?.kind == .notFound)
    #expect(refusal { _ = try make("ب", as: kurdish, "IR-27") }?.kind == .notFound)
    #expect(
      refusal { try bench.run("shop.change", ["tool": 1, "rev": 1, "weight": 5, "province": "IR-12"], as: maker) }?.kind == .notFound)
    #expect(try bench.count("shop_tool") == 1)
  }

  @Test func `a county works on its own rows only`() throws {
    let county = Principal.test(.maker, in: .county("IR-27", 1), number: 3)
    func make(_ name: Value, _ county: Value, as principal: Principal) throws {
      try bench.run("shop.make", ["province": "IR-27", "county": county, "name": name, "weight": 5], as: principal)
    }
    try make("یک", 1, as: county)
    #expect(refusal { try make("دو", 2, as: county) }?.kind == .notFound)
    try make("دو", 2, as: maker)
    #expect(try bench.ask("shop.tools", as: county)["items"]?.items.map { $0["name"] } == ["یک"])
    #expect(refusal { try bench.run("shop.change", ["tool": 2, "rev": 1, "weight": 6], as: county) }?.kind == .notFound)
  }

  @Test func `whoever made or changed a thing may not approve it`() throws {
    _ = try make("الف", as: maker)
    let no = refusal { try bench.run("shop.approve", ["tool": 1], as: maker) }
    #expect(no?.faults.map(\.code) == ["registry.same-hands"])
    let second = Principal.test(.maker, number: 5)
    #expect(refusal { try bench.run("shop.change", ["tool": 1, "rev": 8, "weight": 6], as: second) }?.kind == .conflict)
    try bench.run("shop.approve", ["tool": 1], as: second)
    #expect(refusal { try bench.run("shop.approve", ["tool": 1], as: second) }?.faults.first?.code == "registry.same-hands")
  }

  @Test func `whoever only confirmed a thing may approve it, whoever changed it besides may not`() throws {
    let second = Principal.test(.maker, number: 5)
    for name in ["الف", "ب"] as [Value] { _ = try make(name, as: maker) }
    for tool in [1, 2] as [Value] { try bench.run("shop.vouch", ["tool": tool], as: second) }
    try bench.run("shop.approve", ["tool": 1], as: second)
    try bench.run("shop.change", ["tool": 2, "rev": 2, "weight": 6], as: second)
    #expect(refusal { try bench.run("shop.approve", ["tool": 2], as: second) }?.faults.map(\.code) == ["registry.same-hands"])
  }

  @Test func `whoever acts in the place of another stands under the separation as both`() throws {
    _ = try make("الف", as: maker)
    let acting = Principal(
      id: "u5", staff: 5, name: "acting",
      grants: [.init(role: Role.maker.id, scope: .province("IR-27")), .init(role: Role.maker.id, scope: .province("IR-27"), actingFor: 1)],
      session: "s5")
    let no = refusal { try bench.run("shop.approve", ["tool": 1], as: acting) }
    #expect(no?.faults.map(\.code) == ["registry.same-hands"])
    #expect(no?.next.contains { $0.texts.en.contains("The colleague in whose place you act") } == true)
    _ = try make("ب", as: acting)
    #expect(refusal { try bench.run("shop.approve", ["tool": 2], as: acting) }?.faults.map(\.code) == ["registry.same-hands"])
    try bench.run("shop.approve", ["tool": 2], as: maker)
  }

  @Test func `secrets are sealed in their column and open for the row's owner`() throws {
    try bench.run("shop.make", ["province": "IR-27", "name": "الف", "weight": 5, "note": "رازی هست"], as: maker)
    guard case .bytes(let box)? = try bench.sql("SELECT note FROM shop_tool").first?.first else { return #expect(Bool(false)) }
    #expect(!String(decoding: box, as: UTF8.self).contains("راز"))
    #expect(try bench.ask("shop.tool", ["tool": 1], as: maker)["note"] == .secret("رازی هست"))
  }
}
