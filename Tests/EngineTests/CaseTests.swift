import Engine
import Feature
import Jalali
import Store
import TestKit
import Testing
import Values

/// What can be asked about a thing of any module by its code, and what waits for whom.
@Suite struct `A thing by its code` {
  private let bench: Bench
  private let maker = Principal.test(.maker, number: 1)
  private let other = Principal.test(.maker, number: 2)
  private let chief = Principal.test(.chief, number: 3)

  init() throws {
    let accounts = AccountsStandIn(seesStaff: .read)
    accounts.fullNames.set("نخستین همکار", to: 1)
    bench = try lending([accounts]) { try Bench([YardModule.self, AccountsStandIn.self]) }
  }

  @discardableResult
  private func place(_ title: String, county: Value = .null, province: Value = "IR-27", as principal: Principal? = nil) throws -> String {
    let scope = Principal.test(.maker, in: .nation, number: principal?.staff ?? 1)
    let input: KeyValuePairs<String, Value> = ["province": province, "county": county, "title": .text(title)]
    return try bench.run("yard.place", input, as: scope).value["code"]?.string ?? ""
  }

  private func show(_ code: String, as principal: Principal) throws -> Value {
    try bench.ask("cases.show", ["code": .text(code)], as: principal)
  }

  private func code(of body: () throws -> Void) -> String? { refusal(body)?.code }

  @Test func `show tells where it stands, what happened and what may come next`() throws {
    let code = try place("میز بلند")
    let shown = try show(code, as: chief)
    #expect(shown["object"] == "yard.order/1" && shown["name"] == "میز بلند" && shown["state"]?["code"] == "placed")
    #expect(shown["state"]?["en"] == "placed" && shown["kind"]?["fa"] == "سفارش" && shown["module"]?["en"] == "Yard")
    #expect(shown["guarded"]?.items.compactMap { $0["code"]?.string } == ["buyer"])
    #expect(!JSONWriter.text(shown, showsSecrets: true).contains("خریدار"))
    let event = try #require(shown["events"]?.items.first)
    #expect(event["actorName"] == "نخستین همکار" && event["action"]?["code"] == "yard.place" && event["state"]?["code"] == "placed")
    #expect(event["roleLabel"]?["code"] == event["role"] && event["roleLabel"]?["fa"] != event["role"])
    #expect(event["reason"] == .personal("برای باغ") && shown["eventCount"] == 1)
    let step = try #require(shown["next"]?.items.first)
    #expect(step["move"]?["code"] == "approve" && step["isPermitted"] == true && step["isTried"] == true)
    #expect(step["against"] == .list([]) && step["needs"] == .list([]))
  }

  @Test func `a blocked step names the rule that stands against it, in both languages`() throws {
    let code = try place("میز")
    let point = try #require(try show(code, as: chief)["next"]?.items.first?["against"]?.items.first)
    #expect(point["code"] == "yard.short" && point["rule"] == "yard.order-title" && point["fa"] == "عنوان کوتاه است.")
    let own = try #require(try show(code, as: maker)["next"]?.items.first?["against"]?.items.first)
    #expect(own["code"] == "registry.same-hands" && own["rule"] == "registry.separation-of-duties")
  }

  @Test func `a step that needs more than the thing says what, and one that is not permitted says who may`() throws {
    let code = try place("میز بلند")
    try bench.run("yard.approve", ["order": .text(code)], as: chief)
    let steps = try show(code, as: other)["next"]?.items ?? []
    #expect(steps.map { $0["move"]?["code"] } == ["make", "drop"] && steps.map { $0["isAwaited"] } == [true, false])
    #expect(steps[0]["needs"]?.items.first?["code"] == "weight" && steps[0]["isTried"] == false)
    let foreign = try show(code, as: chief)["next"]?.items.first
    #expect(foreign?["isPermitted"] == false && foreign?["roles"]?.items.first?["code"] == "test.maker")
  }

  @Test func `asking writes nothing, however often`() throws {
    let code = try place("میز")
    let before = (try bench.count("audit_entry"), try bench.count("rules_verdict"), try bench.sql("SELECT * FROM yard_order"))
    for principal in [maker, other, chief] {
      _ = try show(code, as: principal)
      _ = try bench.ask("cases.trace", ["code": .text(code)], as: principal)
      _ = try bench.ask("cases.tasks", as: principal)
    }
    #expect(try bench.count("audit_entry") == before.0 && bench.count("rules_verdict") == before.1)
    #expect(try bench.sql("SELECT * FROM yard_order") == before.2)
  }

  @Test func `what is out of reach does not exist, and says so in the same words as what never was`() throws {
    let code = try place("میز بلند", county: 5)
    let strangers = [
      Principal.test(.maker, in: .province("IR-12"), number: 7), Principal.test(.maker, in: .county("IR-27", 6), number: 8),
      Principal(id: "u9", staff: 9, name: "", grants: [], session: ""),
    ]
    for stranger in strangers {
      let known = refusal { _ = try show(code, as: stranger) }
      let never = refusal { _ = try show("OR-27-1405-0999", as: stranger) }
      #expect(known?.code == "not-found" && known?.texts == never?.texts && known?.kind == never?.kind)
      #expect(self.code { _ = try show("yard.order/1", as: stranger) } == "not-found")
      #expect(self.code { _ = try bench.ask("cases.trace", ["code": .text(code)], as: stranger) } == "not-found")
      #expect(try bench.ask("cases.tasks", as: stranger)["total"] == 0)
    }
    #expect(try show(code, as: .test(.maker, in: .county("IR-27", 5), number: 8))["code"] == .text(code))
  }

  @Test(arguments: [
    "", "nonsense", "yard.order/", "yard.order/0", "yard.order/01", "yard.order/x", "nobody.thing/1", "XX-27-1405-0001", "/",
  ])
  func `what can be no name is refused as typed`(text: String) throws {
    let found = refusal { _ = try show(text, as: chief) }
    #expect(found?.kind == .malformed)
  }

  @Test func `digits of three scripts, blanks and small letters are read`() throws {
    let code = try place("میز بلند")
    for text in [code.lowercased(), " \(code) ", code.replacing("1405", with: "۱۴۰۵")] {
      #expect(try show(text, as: chief)["code"] == .text(code), "\(text)")
    }
  }

  @Test func `a road is walked both ways, also over a link that no column holds`() throws {
    let code = try place("میز بلند")
    try place("دیگری", province: "IR-12")
    func kinds(_ name: String) throws -> [[Value?]] {
      (try bench.ask("cases.trace", ["code": .text(name)], as: chief)["steps"]?.items ?? []).map {
        [$0["relation"], $0["object"]]
      }
    }
    #expect(try kinds(code) == [["itself", "yard.order/1"], ["after", "yard.delivery/1"]])
    #expect(try kinds("yard.delivery/1") == [["before", "yard.order/1"], ["itself", "yard.delivery/1"]])
  }

  @Test func `tasks go by right, region, separate hands and last day`() throws {
    let task1 = Value.text(try place("نخست", as: maker))
    let task2 = Value.text(try place("دومین", as: other))
    try place("جای دیگر", province: "IR-12")
    func objects(_ principal: Principal, _ input: KeyValuePairs<String, Value> = [:]) throws -> [Value?] {
      (try bench.ask("cases.tasks", input, as: principal)["items"]?.items ?? []).map { $0["object"] }
    }
    #expect(try objects(chief) == ["yard.order/2", "yard.order/1"], "the one with a last day comes first")
    #expect(try objects(maker) == ["yard.order/2"] && objects(other) == ["yard.order/1"])
    #expect(try objects(chief, ["module": "yard", "limit": 1]) == ["yard.order/2"])
    #expect(throws: Refusal.self) { try objects(chief, ["module": "shop"]) }
    let list = try bench.ask("cases.tasks", ["limit": 1], as: chief)
    #expect(list["total"] == 2 && list["isWhole"] == true)
    #expect(list["counts"]?.items.map { [$0["urgency"], $0["count"], $0["first"]] } == [["dated", 1, task2], ["decision", 1, task1]])
    #expect(try objects(chief, ["step": "yard.approve"]).count == 2 && objects(chief, ["step": "yard.place"]).isEmpty)
    let task = list["items"]?.items.first
    let (last, first) = (try JalaliDay(1405, 3, 1), try JalaliDay(1405, 2, 1))
    #expect(task?["actions"]?.items.first?["code"] == "yard.approve" && task?["lastDay"] == .day(last))
    #expect(task?["since"] == .day(first))
    try bench.run("yard.approve", ["order": 2], as: chief)
    #expect(try objects(chief) == ["yard.order/1"], "what was done waits no longer")
    #expect(try objects(maker).contains("yard.order/2"), "and waits for the next hands")
  }

  @Test func `whoever decides is told of held nights and a doubted clock, without the machine`() throws {
    try Night(bench.runtime, host: "init").begin()
    let first = bench.day
    func told(_ principal: Principal) throws -> [Value] {
      try bench.ask("cases.tasks", as: principal)["alerts"]?.items ?? []
    }
    #expect(try told(chief) == [])
    bench.day = first.adding(days: 9)
    let notice = try #require(try told(chief).first)
    #expect(try told(chief).count == 1 && told(Principal(id: "u9", staff: 9, name: "", grants: [], session: "")) == [])
    #expect(notice["en"]?.string?.contains("Nights are held since \(first.adding(days: 1).text)") == true)
    #expect(notice["en"]?.string?.contains("hamyar") == false && notice["fa"]?.string?.contains("hamyar") == false)
  }

  @Test func `tasks of a colleague who left are seen by whoever has the right`() throws {
    try place("نخست", as: other)
    let newcomer = Principal.test(.chief, number: 44)
    #expect(try bench.ask("cases.tasks", as: newcomer)["total"] == 1)
  }

  @Test func `a road that names what is not there does not open`() {
    #expect(throws: RegistryFault.self) { try Registry([BrokenYard.self]) }
  }
}

/// Its road names a property that no record has.
private struct BrokenYard: FeatureModule {
  static let module = Module("broken", "شکسته", "Broken", records: [Crack.self])

  enum CrackEntity: Entity {
    static let object = "broken.crack"
    static let texts = Texts("ترک", "crack")
  }

  struct Crack: Record, RoadRecord {
    typealias Of = CrackEntity
    static let table = Table("broken_crack", reach: .nation)
    static let road = RoadPlace(RoadStop(1), milestones: [.init("seenOn", "دیدن", "seen")])
    var id = ID<CrackEntity>(0)
    var rev = 0
  }
}
