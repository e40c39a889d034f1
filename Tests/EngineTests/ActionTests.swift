import Jalali
import Ledger
import Engine
import Feature
import Store
import Testing
import Values

@Suite struct `An action` {
  private let bench: Bench
  private let maker = Principal.test(.maker)

  init() throws { bench = try Bench() }

  private func make(_ name: Value, _ weight: Value = 5, key: String? = nil, dryRun: Bool = false) throws -> ActionResult {
    try bench.run("shop.make", ["province": "IR-27", "name": name, "weight": weight, "note": "خصوصی"], as: maker, dryRun: dryRun, key: key)
  }

  @Test func `leaves its row, one entry and the verdict, facts sealed`() throws {
    let answer = try make("چکش")
    #expect(answer.value["code"] == "TL-27-1405-0001" && answer.entry == 0)
    let entries = try bench.entries()
    #expect(entries.count == 1)
    #expect(entries[0]["act"] == "shop.make" && entries[0]["obj"] == "shop.tool/1" && entries[0]["out"] == "ok")
    #expect(entries[0]["rules"]?.items.first?["verdict"] == "pass")
    #expect(entries[0]["after"]?["note"]?["c"] != nil)
    let verdict = try #require(try bench.sql("SELECT entry, rule, objections, facts FROM rules_verdict").first)
    #expect(verdict[0] == 0 && verdict[1] == "shop.tool-weight" && verdict[2] == "[]")
    guard case .bytes(let facts) = verdict[3] else { return #expect(Bool(false)) }
    #expect(!String(decoding: facts, as: UTF8.self).contains("weight"))
  }

  @Test func `that a rule refuses leaves exactly one denied entry with the verdict, and no row`() throws {
    let no = refusal { _ = try make("سوزن", 1) }
    #expect(no?.kind == .rule && no?.code == "rule.refused")
    #expect(no?.faults.map(\.code) == ["shop.light", "shop.unlucky"])
    #expect(no?.rule?["parameters"] == .record(["least": 2, "most": 100]))
    let entries = try bench.entries()
    #expect(entries.count == 1 && entries[0]["out"] == "denied" && entries[0]["why"]?["code"] == "rule.refused")
    #expect(entries[0]["rules"]?.items.first?["verdict"] == "refused" && entries[0]["state"] == nil)
    #expect(try bench.count("shop_tool") == 0)
    #expect(try bench.sql("SELECT objections FROM rules_verdict") == [["[\"shop.light\",\"shop.unlucky\"]"]])
    #expect(try make("چکش").value["code"] == "TL-27-1405-0001", "the refused one gave its number back")
  }

  @Test func `without the permission leaves a denied entry and is forbidden`() throws {
    let no = refusal { try bench.run("shop.make", ["province": "IR-27", "name": "a", "weight": 5], as: .test(.chief)) }
    #expect(no?.kind == .forbidden)
    let entry = try #require(try bench.entries().first)
    #expect(entry["out"] == "denied" && entry["why"]?["code"] == "permission.missing" && entry["actor"]?["role"] == "none")
  }

  @Test func `by nobody is unauthenticated and leaves nothing`() throws {
    #expect(refusal { try bench.run("shop.make", ["province": "IR-27", "name": "a", "weight": 5], as: .nobody) }?.kind == .unauthenticated)
    #expect(try bench.count("audit_entry") == 0)
  }

  @Test(arguments: ["sql", "gate", "check", "error", "field"]) func `that fails in its code keeps nothing and harms nobody beside it`(
    how: String
  ) throws {
    let seen = Outcomes()
    let (good, goodInput) = try bench.input("shop.make", ["province": "IR-27", "name": "چکش", "weight": 5])
    let (bad, badInput) = try bench.input("shop.break", ["how": .text(how)])
    let reader = try bench.runtime.openReader()
    for _ in 0..<20 { bench.runtime.submit(bad, badInput, bench.context(maker), reader: reader) { seen.add($0) } }
    bench.runtime.submit(good, goodInput, bench.context(maker), reader: reader) { seen.add($0) }
    for _ in 0..<20 { bench.runtime.submit(bad, badInput, bench.context(maker), reader: reader) { seen.add($0) } }
    let outcomes = seen.wait(41)
    #expect(outcomes.filter { $0 == "ok" }.count == 1)
    #expect(!outcomes.contains { $0.contains("commit") }, "\(Set(outcomes))")
    #expect(try bench.sql("SELECT name FROM shop_tool") == [["چکش"]])
    #expect(try bench.count("audit_entry") == 1)
  }

  @Test func `that has an equal row already is a conflict, another violated constraint our fault`() throws {
    _ = try make("چکش")
    #expect(refusal { _ = try make("چکش") }?.code == "conflict.exists")
    #expect(throws: StoreFault.self) { try make("forbidden") }
    #expect(try bench.count("shop_tool") == 1)
  }

  @Test func `with unset parameters names them`() throws {
    _ = try make("چکش")
    let no = refusal { try bench.run("shop.age", ["tool": 1], as: maker) }
    #expect(no?.code == "parameter.unset" && no?.texts.en.contains("shop.tool-age.years") == true)
  }

  @Test func `writes what it keeps even if refused, once`() throws {
    for _ in 0..<2 { #expect(refusal { try bench.run("shop.try", ["name": "a"], as: maker) }?.code == "shop.no") }
    #expect(try bench.sql("SELECT name FROM shop_attempt") == [["a"], ["a"]])
    #expect(try bench.entries().map { $0["out"] } == ["denied", "denied"])
  }

  @Test func `writes what it keeps even if a trial was refused, and no entry of it`() throws {
    #expect(refusal { try bench.run("shop.try", ["name": "a"], as: maker, dryRun: true) }?.code == "shop.no")
    #expect(try bench.count("shop_attempt") == 1 && bench.count("audit_entry") == 0)
  }

  @Test func `tried as a dry run leaves nothing, and foretells the entry`() throws {
    _ = try make("انبر")
    let dry = try make("چکش", dryRun: true)
    #expect(dry.entry == nil && dry.preview.count == 1)
    #expect(try bench.count("shop_tool") == 1 && bench.count("audit_entry") == 1 && bench.count("rules_verdict") == 1)
    let real = try make("چکش")
    #expect(real.value["code"] == dry.value["code"])
    let leaf = try #require(try bench.leaves().last)
    func settled(_ entry: Value) -> [Value.Member] { entry.members.filter { $0.name != "state" } }
    #expect(try settled(EntryPreview.reduced(leaf)) == settled(dry.preview[0]))
  }

  @Test func `repeated with its key is answered from memory`() throws {
    let first = try make("چکش", key: "k")
    let second = try make("چکش", key: "k")
    #expect(second.isRepeated && second.entry == first.entry && second.value["code"] == first.value["code"])
    #expect(refusal { _ = try make("انبر", key: "k") }?.code == "idempotency.mismatch")
    #expect(try bench.count("shop_tool") == 1 && bench.count("audit_entry") == 1)
    let other = try bench.run(
      "shop.make", ["province": "IR-27", "name": "اره", "weight": 5], as: .test(.maker, number: 2), key: "k")
    #expect(!other.isRepeated, "the key belongs to its actor")
    #expect(refusal { _ = try make("میخ", 1, key: "n") }?.code == "rule.refused")
    #expect(try !make("میخ", key: "n").isRepeated, "a refusal is not remembered")
  }

  @Test func `kept answers are sealed`() throws {
    _ = try make("چکش", key: "k")
    guard case .bytes(let box)? = try bench.sql("SELECT answer FROM registry_answer").first?.first else {
      Issue.record("no answer was kept")
      return
    }
    for word in ["چکش", "خصوصی", "code"] { #expect(box.firstRange(of: Array(word.utf8)) == nil, "\(word)") }
  }

  @Test func `kept answers go after 48 hours`() throws {
    _ = try make("چکش", key: "k")
    bench.day = bench.day.adding(days: 3)
    _ = try make("انبر", key: "k2")
    #expect(try bench.sql("SELECT key FROM registry_answer") == [["k2"]])
  }
}
