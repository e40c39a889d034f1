import Contracts
import Engine
import Feature
import Jalali
@testable import Regions
import Store
import TestKit
import Testing
import Values

@Suite struct `Regions` {
  let store: TestStore
  let nation = Principal.test(.nationalAdmin, in: nil)
  let golestan = Principal.test(.preventionOfficer, in: "IR-27", number: 2)
  let kurdistan = Principal.test(.preventionOfficer, in: "IR-12", number: 3)

  init() throws { store = try TestStore([RegionsModule.self]) }

  @Test func `a neighbourhood gets a code that can be read aloud`() throws {
    let row = try store.run(
      "regions.add-neighbourhood", .record(["province": "گلستان", "name": "اوزینه", "setting": "urban"]), as: golestan)
    #expect(row["code"] == "NB-27-1405-0001")
    let shown = try store.ask("regions.neighbourhood", .record(["neighbourhood": "nb-27-1405-0001"]), as: golestan)
    #expect(shown["name"] == "اوزینه")
  }

  @Test func `another province does not exist`() throws {
    try store.run(
      "regions.add-neighbourhood", .record(["province": "IR-27", "name": "اوزینه", "setting": "urban"]), as: golestan)
    #expect(try store.ask("regions.neighbourhoods", as: kurdistan)["items"] == .list([]))
    #expect(try store.ask("regions.neighbourhoods", as: golestan)["items"]?.items.count == 1)
    let refusal = #expect(throws: Refusal.self) {
      try store.ask("regions.neighbourhood", .record(["neighbourhood": 1]), as: kurdistan)
    }
    #expect(refusal?.kind == .notFound)
    let foreign = #expect(throws: Refusal.self) {
      try store.run(
        "regions.add-neighbourhood", .record(["province": "IR-27", "name": "دیگر", "setting": "urban"]), as: kurdistan)
    }
    #expect(foreign?.kind == .notFound)
  }

  @Test func `closed days and a county's first one lie near today`() throws {
    let day = try JalaliDay(1405, 2, 10)
    let bounds = RegionDay.Parameters(closureBackDays: 92, closureAheadDays: 366, countyAheadDays: 366)
    func codes(_ what: RegionDayKind, _ days: Int) -> [String] {
      RegionDay.codes(.init(what: what, day: day.adding(days: days)), under: bounds, on: day)
    }
    #expect(codes(.closure, -92) == [] && codes(.closure, 366) == [])
    #expect(codes(.closure, -93) == ["regions.closure-day"] && codes(.closure, 367) == ["regions.closure-day"])
    #expect(codes(.county, 366) == [] && codes(.county, 367) == ["regions.county-day"])
    let early = RegionDay.Facts(what: .county, day: try JalaliDay(1299, 12, 29))
    #expect(RegionDay.codes(early, under: bounds, on: day) == ["regions.county-day"])
    let closure = Value.record(["province": "IR-27", "day": "1505/02/10", "reason": "دستور استانداری"])
    #expect(refusal { try store.run("regions.order-closure", closure, as: golestan) } == ["regions.closure-day"])
    let county = Value.record(["province": "IR-27", "name": "گرگان", "validFrom": "1289/01/01"])
    #expect(refusal { try store.run("regions.add-county", county, as: nation) } == ["regions.county-day"])
  }

  @Test func `the same name in other letters is the same neighbourhood`() throws {
    try store.run("regions.add-county", .record(["province": "IR-27", "name": "گرگان", "statisticalCode": "2701"]), as: nation)
    func add(_ name: String) throws {
      try store.run(
        "regions.add-neighbourhood",
        .record(["province": "IR-27", "county": 1, "name": .text(name), "setting": "urban"]), as: golestan)
    }
    try add("علی‌آباد")
    let refusal = #expect(throws: Refusal.self) { try add("علي آباد") }
    #expect(refusal?.code == "conflict.exists")
  }

  @Test func `the same name without a county is the same neighbourhood, whoever writes it`() throws {
    func add(_ name: String, in province: Value = "IR-27", as principal: Principal? = nil) throws {
      try store.run(
        "regions.add-neighbourhood", .record(["province": province, "name": .text(name), "setting": "urban"]), as: principal ?? golestan)
    }
    try add("علی‌آباد")
    let refusal = #expect(throws: Refusal.self) { try add("علي آباد") }
    #expect(refusal?.codes == ["conflict.exists"])
    try add("علی‌آباد", in: "IR-12", as: kurdistan)
    let fault = #expect(throws: StoreFault.self) {
      try store.path.alter(
        """
        INSERT INTO regions_neighbourhood SELECT 9, 1, 'NB-27-1405-0009', province, county, name, name_key, sort_key, setting, 0, 0
        FROM regions_neighbourhood WHERE id = 1
        """)
    }
    #expect(fault?.kind == .constraint)
  }

  @Test func `a store that holds a name twice from before takes the step, keeps both, and takes no third`() throws {
    try store.run("regions.add-neighbourhood", .record(["province": "IR-27", "name": "علی‌آباد", "setting": "urban"]), as: golestan)
    let again = """
      INSERT INTO regions_neighbourhood SELECT max(id) + 1, 1, 'NB-27-1405-100' || max(id), province, county, name, name_key, sort_key,
        setting, 0, 0 FROM regions_neighbourhood
      """
    try store.path.alter("DROP TRIGGER regions_neighbourhood_once")
    try store.path.alter(again)
    for step in RegionsSchema.sameName.sql { try store.path.alter(step) }
    #expect(throws: StoreFault.self) { try store.path.alter(again) }
    #expect(try store.path.rows("SELECT id FROM regions_neighbourhood").count == 2)
  }

  @Test func `a county is meant by its name within its province, though another province has one of that name`() throws {
    for (province, code) in [("IR-02", "0261"), ("IR-27", "2761")] {
      try store.run(
        "regions.add-county", .record(["province": .text(province), "name": "سپیدرود", "statisticalCode": .text(code)]), as: nation)
    }
    func add(_ name: String, in county: String) throws -> Value? {
      try store.run(
        "regions.add-neighbourhood",
        .record(["province": "IR-27", "county": .text(county), "name": .text(name), "setting": "rural"]), as: golestan)["county"]
    }
    #expect(try [add("یک", in: "سپید رود"), add("دو", in: "شهرستان سپيدرود"), add("سه", in: "2761")] == [2, 2, 2])
    let elsewhere = #expect(throws: Refusal.self) { try add("چهار", in: "0261") }
    #expect(elsewhere?.faults.first?.code == "regions.county-elsewhere")
    let nowhere = #expect(throws: Refusal.self) { try add("پنج", in: "شهرستان") }
    #expect(nowhere?.kind == .notFound)
  }

  @Test(arguments: [("IR-06", "681", "0681"), ("IR-00", "71", "0071"), ("IR-00", "1", "0001")])
  func `zeros that a county's code lost are offered`(province: String, code: String, whole: String) throws {
    let refusal = #expect(throws: Refusal.self) {
      try store.run(
        "regions.add-county", .record(["province": .text(province), "name": "نخلستان", "statisticalCode": .text(code)]), as: nation)
    }
    #expect(refusal?.faults.first?.texts.en.hasSuffix("its zeros may have been lost: \(whole).") == true)
  }

  @Test func `an officer may not record populations`() throws {
    let refusal = #expect(throws: Refusal.self) {
      try store.run(
        "regions.record-population",
        .record(["province": "IR-27", "year": 1395, "population": 1_868_819, "source": "سرشماری"]), as: golestan)
    }
    #expect(refusal?.kind == .forbidden)
  }

  @Test func `a dry run shows the entry and changes nothing`() throws {
    let answer = try store.run(
      "regions.add-neighbourhood", .record(["province": "IR-27", "name": "اوزینه", "setting": "urban"]), as: golestan,
      dryRun: true)
    #expect(answer["entries"]?.items.first?["act"] == "regions.add-neighbourhood")
    #expect(try store.ask("regions.neighbourhoods", as: golestan)["items"] == .list([]))
  }

  @Test func `the same key gives the same answer once`() throws {
    let input = Value.record(["province": "IR-27", "name": "اوزینه", "setting": "urban"])
    let first = try store.perform("regions.add-neighbourhood", input, as: golestan, key: "k1")
    let second = try store.perform("regions.add-neighbourhood", input, as: golestan, key: "k1")
    #expect(second.isRepeated && second.entry == first.entry)
    #expect(try store.ask("regions.neighbourhoods", as: golestan)["items"]?.items.count == 1)
  }

  @Test func `a place has the residents of its newest count that is not later than the year`() throws {
    try store.run(
      "regions.add-neighbourhood", .record(["province": "IR-27", "name": "اوزینه", "setting": "urban"]), as: golestan)
    func record(_ year: Int64, _ number: Int64, _ source: String = "سرشماری", as principal: Principal) throws {
      try store.run(
        "regions.record-residents",
        .record(["neighbourhood": 1, "year": .int(year), "population": .int(number), "source": .text(source)]), as: principal)
    }
    try record(1395, 4_000, as: golestan)
    try record(1403, 4_600, as: golestan)
    try record(1403, 4_500, "خانهٔ بهداشت", as: golestan)
    #expect(refusal { try record(1403, 5_000, as: golestan) } == ["conflict.exists"])
    #expect(refusal { try record(1404, 5_000, as: kurdistan) } == ["not-found"])
    func residents(_ year: Int) throws -> Int? {
      try store.snapshot(as: golestan) { try $0.residents(of: [ID(1), ID(2)], year: year)[ID(1)]?.population }
    }
    #expect(try [1394, 1395, 1402, 1403, 1410].map(residents) == [nil, 4_000, 4_000, 4_500, 4_500])
    let rows = try store.ask("regions.residents", .record(["neighbourhood": "NB-27-1405-0001"]), as: golestan)["items"]?.items
    #expect(rows?.map { $0["population"] } == [4_000, 4_600, 4_500])
    #expect(try store.ask("regions.residents", as: kurdistan)["items"] == .list([]))
  }

  @Test func `a count has a Jalali year, a number that can be and a source that can be read`() throws {
    func count(_ year: Int64, _ number: Int64, _ source: String) -> [String] {
      refusal {
        try store.run(
          "regions.record-population",
          .record(["province": "IR-27", "year": .int(year), "population": .int(number), "source": .text(source)]), as: nation)
      }
    }
    #expect(count(2016, 5, "س") == ["regions.year"])
    #expect(count(1395, 0, "س") == ["regions.population"])
    #expect(count(1395, 1_000_000_001, "س") == ["regions.population"])
    #expect(count(1395, 5, String(repeating: "س", count: 301)) == ["regions.source"])
    #expect(count(1395, 5, String(repeating: "س", count: 300)) == [])
  }
}
