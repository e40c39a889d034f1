import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

/// The chief stands above the maker; the makers left on the tenth of the month.
private struct YardSuperiors: Superiors {
  static let left = 10

  func isAbove(_ principal: Principal, _ roles: Set<String>) -> Bool {
    roles == ["test.maker"] && principal.grants.contains { $0.role == "test.chief" }
  }

  func vacancy(of roles: Set<String>, in province: Province, county: Int64?, in snapshot: borrowing Snapshot) throws -> Vacancy? {
    guard province.code == "IR-27", isAbove(snapshot.principal, roles) else { return nil }
    return Vacancy(since: try JalaliDay(1405, 2, 10), shownSince: snapshot.day.adding(days: -7), advice: Texts("جانشین", "name somebody"))
  }
}

private struct LadderModule: FeatureModule {
  static let module = Module(
    "ladder", "نردبان", "Ladder", provisions: [.provides((any Superiors).self, YardSuperiors())])
}

@Suite struct `Work for which nobody is there` {
  private let bench: Bench
  private let chief = Principal.test(.chief, number: 3)

  init() throws {
    bench = try lending([AccountsStandIn(seesStaff: .read)]) { try Bench([YardModule.self, AccountsStandIn.self, LadderModule.self]) }
    for title in ["میز بلند", "میز کوتاه"] {
      try bench.run("yard.place", ["province": "IR-27", "title": .text(title)], as: .test(.maker, in: .nation, number: 2))
    }
    try bench.run("yard.approve", ["order": 1], as: chief)
  }

  private func unattended(_ day: Int, _ input: KeyValuePairs<String, Value> = [:], as principal: Principal? = nil) throws -> [Value] {
    bench.day = try .init(1405, 2, day)
    return try bench.ask("cases.tasks", input, as: principal ?? chief)["unattended"]?.items ?? []
  }

  @Test func `is shown to the superior once both have waited long enough`() throws {
    #expect(try unattended(12) == [], "nobody is there since the tenth only")
    let task = try #require(try unattended(17).first)
    #expect(try unattended(17).count == 1, "the other order waits for the chief")
    #expect(task["object"] == "yard.order/1" && task["action"]?["code"] == "yard.make" && task["en"] == "name somebody")
    #expect(task["roles"]?.items.compactMap { $0["code"]?.string } == ["test.maker"])
    #expect(try unattended(17, ["step": "yard.approve"]) == [] && unattended(17, ["module": "ladder"]) == [])
    #expect(try bench.ask("cases.tasks", as: chief)["items"]?.items.contains { $0["object"] == "yard.order/1" } == false)
  }

  @Test func `gives no right, and is nothing to others`() throws {
    _ = try unattended(17)
    #expect(refusal { try bench.run("yard.make", ["order": 1, "weight": 3], as: chief) }?.code == "permission.missing")
    #expect(try unattended(17, as: .test(.chief, in: "IR-12", number: 5)) == [])
    #expect(try unattended(17, as: .test(.maker, number: 6)) == [])
  }

  @Test func `leaves the list once it is done`() throws {
    try bench.run("yard.make", ["order": 1, "weight": 3], as: .test(.maker, number: 7))
    #expect(try unattended(17) == [])
  }
}
