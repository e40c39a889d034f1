@testable import Configuration
import Contracts
import Engine
import Feature
import TestKit
import Testing
import Values

/// The national office has two administrators; they can sign in and know of each other.
struct Office {
  let store: TestStore
  let first = Principal.test(.nationalAdmin, in: nil, number: 1)
  let second = Principal.test(.nationalAdmin, in: nil, number: 5)
  let golestan = Principal.test(.preventionOfficer, in: "IR-27", number: 2)

  init() throws {
    let accounts = AccountsStandIn()
    accounts.holders.set(
      [Colleague(id: "u1", name: "یکم", role: "national.admin"), Colleague(id: "u5", name: "پنجم", role: "national.admin")],
      to: Permission.configurationApprove.roles)
    store = try TestStore([ConfigurationModule.self, ProbeModule.self, UpperModule.self], standingIn: [accounts])
  }

  @discardableResult
  func propose(
    _ values: [Value] = [], switches: [Value] = [], from: Value = .null, reason: Value = .null, more: [Value.Member] = [],
    as principal: Principal? = nil
  ) throws -> Value {
    let input: [Value.Member] = [
      .init("values", .list(values)), .init("switches", .list(switches)), .init("from", from), .init("source", "بخشنامه"),
      .init("reason", reason),
    ]
    let told = try store.run("configuration.propose", .object(input + more), as: principal ?? first)
    return told["change"]?["id"] ?? .null
  }

  func correct(_ values: [Value], from: Value, reason: Value = "اشتباه نگارشی") throws -> Value {
    let input: Value = .record(["values": .list(values), "from": from, "source": "بخشنامه", "reason": reason])
    return try store.run("configuration.correct-past", input, as: first)["change"]?["id"] ?? .null
  }

  @discardableResult
  func approve(_ change: Value, as principal: Principal? = nil) throws -> Value {
    try store.run("configuration.approve", .record(["change": change]), as: principal ?? second)
  }

  @discardableResult
  func withdraw(_ change: Value, as principal: Principal? = nil) throws -> Value {
    try store.run("configuration.withdraw", .record(["change": change, "reason": "اشتباه"]), as: principal ?? first)
  }

  func line(_ parameter: Value, in province: Value = .null, on day: Value = .null) throws -> Value? {
    try store.ask("configuration.explain", .record(["rule": "probe.size", "province": province, "on": day]), as: first)["parameters"]?
      .items.first { $0["parameter"] == parameter }
  }

  /// The codes of a refusal, each behind its pointer.
  func codes(_ body: () throws -> Void) throws -> [String] {
    guard let refusal = try refused(body) else { return [] }
    let faults = refusal.faults.map { $0.pointer + $0.code }
    return faults.isEmpty ? [refusal.code] : faults
  }
}

func largest(_ value: Value, in province: Value = .null, from: Value = .null, locked: Value = .null) -> Value {
  .record([
    "rule": "probe.size", "parameter": "largest", "value": value, "province": province, "from": from, "isLocked": locked,
  ])
}

private func turned(_ module: Value, on isOn: Value = true, in province: Value = .null) -> Value {
  .record(["module": module, "isOn": isOn, "province": province])
}

@Suite struct `A change of rules` {
  let office: Office

  init() throws { office = try Office() }

  @Test func `counts from its day on once somebody else approved it`() throws {
    let change = try office.propose([largest("10")], switches: [turned("probe")])
    #expect(try office.line("largest")?["origin"] == "unset")
    #expect(try office.codes { try office.approve(change, as: office.first) } == ["registry.same-hands"])
    office.store.day = try .init(1405, 2, 1)
    let told = try office.approve(change)
    #expect(told["change"]?["hands"] == 2 && told["change"]?["state"] == "approved")
    #expect(try office.line("largest")?["origin"] == "unset", "not before tomorrow")
    #expect(try office.line("largest", on: "1405/02/02")?["value"] == "10")
    office.store.day = try .init(1405, 2, 2)
    try office.store.run("probe.add", .record(["province": "IR-27", "size": 5]), as: office.golestan)
    #expect(try office.codes { try office.approve(change) } == ["configuration.no-such-step"])
  }

  @Test func `waits for the other administrator as a task, not for whoever proposed it`() throws {
    let change = try office.propose([largest("10")])
    func waits(for principal: Principal) throws -> Bool {
      try office.store.ask("cases.tasks", .record(["step": "configuration.approve"]), as: principal)["total"] == 1
    }
    #expect(try waits(for: office.second) && !waits(for: office.first) && !waits(for: office.golestan))
    try office.approve(change)
    #expect(try !waits(for: office.second))
  }

  @Test func `of today, of the past and far ahead is an act of its own`() throws {
    #expect(try office.codes { try office.propose([largest("10")], from: "1405/02/01") } == ["/values/0configuration.not-before-tomorrow"])
    #expect(try office.codes { try office.propose([largest("10")], from: "1405/01/31") } == ["/values/0configuration.past"])
    #expect(try office.codes { try office.propose([largest("10")], from: "1408/01/01") } == ["/values/0configuration.far-ahead"])
    try office.propose([largest("10")], from: "1408/01/01", more: [.init("farAhead", true)])
    #expect(
      try office.codes { try office.propose([largest("10")], from: "1506/01/01", more: [.init("farAhead", true)]) }
        == ["/values/0configuration.beyond"])
    #expect(
      try office.codes { try office.propose([largest("10")], more: [.init("urgent", true)]) } == ["/values/0configuration.reason-missing"])
    #expect(try office.codes { _ = try office.correct([largest("10")], from: "1405/02/01") } == ["/values/0configuration.not-past"])
  }

  @Test func `that is urgent holds from the day on which both hands have said so`() throws {
    let change = try office.propose([largest("10")], reason: "سیل", more: [.init("urgent", true)])
    office.store.day = try .init(1405, 2, 3)
    #expect(try office.line("largest")?["origin"] == "unset")
    try office.approve(change)
    #expect(try office.line("largest")?["value"] == "10")
    #expect(try office.line("largest", on: "1405/02/02")?["origin"] == "unset")
    let urgent = try office.store.ask("configuration.changes", .record(["kind": "urgent"]), as: office.second)["items"]?.items
    #expect(urgent?.count == 1 && urgent?.first?["reason"] == "سیل")
  }

  @Test func `that corrects the past is told apart from what was in force then`() throws {
    try office.approve(office.propose([largest("10")]))
    office.store.day = try .init(1405, 2, 20)
    #expect(
      try office.codes { _ = try office.correct([largest("12")], from: "1405/02/05", reason: " ") } == [
        "/values/0configuration.reason-missing"
      ])
    let change = try office.correct([largest("12")], from: "1405/02/05")
    #expect(try office.line("largest")?["value"] == "10")
    try office.approve(change)
    let line = try office.line("largest", on: "1405/02/06")
    #expect(line?["value"] == "12" && line?["valueThen"] == "10" && line?["isCorrected"] == true)
    #expect(try line?["entered"] == .day(.init(1405, 2, 20)))
    #expect(try office.line("largest", on: "1405/02/04")?["isCorrected"] == false)
    #expect(try office.line("largest")?["isCorrected"] == false && office.line("largest")?["value"] == "12")
  }

  @Test func `is checked again when it is approved`() throws {
    let slow = try office.propose([largest("10")])
    let other = try office.propose([largest("11")], from: "1405/02/04")
    let provincial = try office.propose([largest("12", in: "IR-27")], from: "1405/02/05")
    office.store.day = try .init(1405, 2, 2)
    #expect(try office.codes { try office.approve(slow) } == ["configuration.not-before-tomorrow"])
    let lock = try office.propose([largest("9", locked: true)], from: "1405/02/04")
    try office.approve(lock)
    #expect(try office.codes { try office.approve(other) } == ["configuration.not-later"])
    #expect(try office.codes { try office.approve(provincial) } == ["configuration.locked"])
    #expect(try office.codes { try office.propose([largest("12", in: "IR-27")], from: "1405/02/06") } == ["/values/0configuration.locked"])
    try office.withdraw(slow)
  }

  @Test func `with a lock says what it stands above, and that comes back`() throws {
    try office.approve(office.propose([largest("10"), largest("20", in: "IR-27")]))
    office.store.day = try .init(1405, 2, 3)
    let change = try office.propose([largest("9", locked: true)])
    let told = try office.store.ask("configuration.change", .record(["change": change]), as: office.second)
    #expect(told["overruled"]?.items.map { $0["province"] } == ["IR-27"] && told["overruled"]?.items.first?["value"] == "20")
    #expect(
      try office.store.ask("configuration.change", .record(["change": change]), as: .test(.preventionOfficer, in: "IR-12", number: 9))[
        "overruled"]?.items == [])
    try office.approve(change)
    #expect(try office.line("largest", in: "IR-27", on: "1405/02/04")?["value"] == "9")
    try office.approve(office.propose([largest("8")], from: "1405/02/10"))
    #expect(try office.line("largest", in: "IR-27", on: "1405/02/10")?["value"] == "20")
  }

  @Test func `is withdrawn by one hand until it is in force`() throws {
    try office.approve(office.propose([largest("10")]))
    let change = try office.propose([largest("11")], from: "1405/02/10")
    try office.approve(change)
    #expect(try office.line("largest", on: "1405/02/10")?["value"] == "11")
    office.store.day = try .init(1405, 2, 9)
    try office.withdraw(change, as: office.second)
    #expect(try office.line("largest", on: "1405/02/10")?["value"] == "10")
    let rows = try office.store.ask("configuration.settings", .record(["rule": "probe.size"]), as: office.golestan)["items"]?.items
    #expect(rows?.map { $0["value"] } == ["10"])
    let again = try office.propose([largest("12")], from: "1405/02/10")
    try office.approve(again)
    office.store.day = try .init(1405, 2, 10)
    #expect(try office.codes { try office.withdraw(again) } == ["configuration.in-force"])
    #expect(try office.line("largest")?["value"] == "12")
  }

  @Test func `is not withdrawn from under what was built upon it`() throws {
    let probe = try office.propose(switches: [turned("probe", in: "IR-27")], from: "1405/02/10")
    try office.approve(probe)
    let upper = try office.propose(switches: [turned("upper", in: "IR-27")], from: "1405/02/11")
    try office.approve(upper)
    #expect(try office.codes { try office.withdraw(probe) } == ["configuration.module-needed"])
    try office.withdraw(upper)
    try office.withdraw(probe)
  }

  @Test func `stands or falls as a whole, and names each item that is wrong`() throws {
    let codes = try office.codes {
      try office.propose(
        [largest("ten"), largest("10"), .record(["rule": "probe.nothing", "parameter": "x", "value": "1"])],
        switches: [turned("upper", in: "IR-12"), turned("nowhere")])
    }
    #expect(codes.count == 5 && codes.first?.hasPrefix("/values/0/value") == true)
    #expect(
      codes.dropFirst() == [
        "/values/1configuration.twice", "/values/2/ruleconfiguration.rule", "/switches/0configuration.module-missing",
        "/switches/1/moduleconfiguration.module",
      ])
    #expect(try office.codes { try office.propose() } == ["/valuesconfiguration.nothing-proposed"])
    #expect(try office.store.ask("configuration.changes", as: office.first)["items"]?.items.isEmpty == true)
    try office.approve(office.propose(switches: [turned("upper", in: "IR-27"), turned("probe", in: "IR-27")]))
  }

  @Test func `of the nation looks at the provinces that have words of their own`() throws {
    try office.approve(office.propose(switches: [turned("probe")]))
    try office.approve(office.propose(switches: [turned("upper", in: "IR-27")]))
    #expect(
      try office.codes { try office.propose(switches: [turned("probe", on: false)], from: "1405/02/10") }
        == ["/switches/0configuration.module-needed"])
  }

  @Test func `that was rejected stays so, with its reason`() throws {
    let change = try office.propose([largest("10")])
    let input = Value.record(["change": change, "reason": "بی‌مستند"])
    #expect(throws: Refusal.self) { try office.store.run("configuration.reject", input, as: office.first) }
    try office.store.run("configuration.reject", input, as: office.second)
    let told = try office.store.ask("configuration.change", .record(["change": change]), as: office.first)
    #expect(told["change"]?["remark"] == "بی‌مستند" && told["change"]?["state"] == "rejected")
    #expect(try office.codes { try office.approve(change) } == ["configuration.no-such-step"])
    #expect(try office.codes { try office.withdraw(change) } == ["configuration.no-such-step"])
  }

  @Test func `belongs to the national office, and provinces read what concerns them`() throws {
    let change = try office.propose([largest("10", in: "IR-27")])
    let director = Principal.test(.provincialDirector, in: "IR-27", number: 7)
    for command in ["configuration.approve", "configuration.withdraw", "configuration.reject"] {
      let refusal = #expect(throws: Refusal.self) {
        try office.store.run(command, .record(["change": change, "reason": "x"]), as: director)
      }
      #expect(refusal?.kind == .forbidden || refusal?.kind == .malformed)
    }
    #expect(try office.store.ask("configuration.change", .record(["change": change]), as: director)["items"]?.items.count == 1)
    let elsewhere = Principal.test(.provincialDirector, in: "IR-12", number: 8)
    let refusal = #expect(throws: Refusal.self) {
      try office.store.ask("configuration.change", .record(["change": change]), as: elsewhere)
    }
    #expect(refusal?.kind == .notFound)
    #expect(try office.store.ask("configuration.changes", as: elsewhere)["items"]?.items.isEmpty == true)
  }

  @Test func `of the only administrator holds at once and says that one hand stands behind it`() throws {
    let desk = try Desk()
    try desk.set("largest", "10")
    let change = try desk.store.ask("configuration.changes", as: desk.nation)["items"]?.items.first
    #expect(change?["hands"] == 1 && change?["state"] == "approved")
    // A slip of the same day is mended on the same day.
    try desk.set("largest", "100")
    let input = Value.record(["rule": "probe.size"])
    let told = try desk.store.ask("configuration.explain", input, as: desk.nation)["parameters"]?.items.first {
      $0["parameter"] == "largest"
    }
    #expect(told?["value"] == "100")
    #expect(try desk.refusal { try desk.set("largest", "10", from: "1405/01/31") }.codes == ["configuration.past"])
  }
}
