import Contracts
import Jalali
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

@testable import Monitoring

@Suite struct `Measuring a year` {
  let store: TestStore
  let officer = Principal.test(.preventionOfficer, number: 1)
  let deputy = Principal.test(.preventionDeputy, number: 2)
  let kurdistan = Principal.test(.preventionOfficer, in: "IR-12", number: 3)
  let nation = Principal.test(.nationalAdmin, in: nil, number: 4)

  init() throws { store = try .measured() }

  @discardableResult
  private func measure(_ year: Int64 = 1405, province: Value = "IR-27", as principal: Principal? = nil) throws -> Value {
    try store.run(
      "monitoring.measure", .record(["province": province, "year": .int(year)]), as: principal ?? officer)
  }

  @Test func `people are counted once and institutes against the year before`() throws {
    let row = try store.ask("monitoring.indicators", .record(["year": 1405]), as: officer)["rows"]?.items.first
    let coverage = row?["coverage"]
    #expect(coverage?["covered"] == 3)
    #expect(coverage?["population"] == 40)
    #expect(coverage?["populationRow"] == 27)
    #expect(coverage?["hundredths"] == 750)
    #expect(coverage?["targetHundredths"] == 500)
    #expect(coverage?["isReached"] == true)
    #expect(coverage?["definition"]?["countMembers"] == true)
    #expect(coverage?["definition"]?["version"] == 2)
    #expect(coverage?["definition"]?["coverageOf"] == "people" && coverage?["definition"]?["period"] == "year")
    #expect(coverage?["numerator"] == 3 && coverage?["denominator"] == 40)
    #expect(coverage?["residents"] == 12 && coverage?["residentsHundredths"] == 3_000 && coverage?["peopleHundredths"] == 750)
    #expect(coverage?["places"] == 2 && coverage?["uncountedPlaces"] == [2])
    #expect(row?["isProvisional"] == false)
    let growth = row?["growth"]
    #expect(growth?["founded"] == 4)
    #expect(growth?["foundedBefore"] == 3)
    #expect(growth?["hundredths"] == 3333)
    #expect(growth?["numerator"] == 1 && growth?["denominator"] == 3 && growth?["isSmall"] == true)
    #expect(growth?["isReached"] == true)
  }

  @Test func `no institutes in the comparison year is not computable, never zero`() throws {
    let row = try store.ask("monitoring.indicators", .record(["year": 1404]), as: officer)["rows"]?.items.first
    #expect(row?["growth"]?["state"] == "notComputable")
    #expect(row?["growth"]?["missing"] == "noneInComparisonYear")
    #expect(row?["growth"]?["hundredths"] == .null)
    #expect(row?["growth"]?["isReached"] == .null)
  }

  @Test func `the nation sees one row for each province, with its own targets`() throws {
    let rows = try store.ask("monitoring.indicators", .record(["year": 1405]), as: nation)["rows"]?.items ?? []
    #expect(rows.count == 31)
    let own = rows.first { $0["province"] == "IR-12" }
    #expect(own?["coverage"]?["targetHundredths"] == 800)
    #expect(own?["coverage"]?["isReached"] == false)
    #expect(own?["growth"]?["missing"] == "noBaseYear")
    let other = rows.first { $0["province"] == "IR-00" }
    #expect(other?["coverage"]?["state"] == "notComputable")
    #expect(other?["coverage"]?["missing"] == "noPopulation")
  }

  @Test func `a measurement is frozen, drills down to its records and recomputes to itself`() throws {
    let measured = try measure()
    #expect(measured["code"] == "MS-27-1405-0001")
    #expect(measured["revision"] == 1)
    #expect(measured["state"] == "measured")
    let people = try store.ask(
      "monitoring.drilldown", .record(["measurement": "MS-27-1405-0001", "figure": "covered"]), as: deputy)
    #expect(
      people["items"]?.items.compactMap { $0["object"]?.string } == ["people.person/1", "people.person/2", "people.person/3"])
    #expect(people["items"]?.items.map { $0["sources"] } == ["groups", "groups,training", "healthbases,training"])
    let all = try store.ask("monitoring.drilldown", .record(["measurement": 1]), as: deputy)
    #expect(all["items"]?.items.count == 10)
    let again = try store.ask("monitoring.recompute", .record(["measurement": 1]), as: deputy)
    #expect(again["isEqual"] == true)
    #expect(again["isIntact"] == true)
    #expect(again["differences"] == .list([]))
  }

  @Test func `a year is measured again only when facts changed, as the next revision with its differences`() throws {
    try measure()
    store.day = try JalaliDay(1406, 2, 31)
    #expect(refusal { try measure() } == ["monitoring.nothing-changed"])
    #expect(refusingRule { try measure() } == "monitoring.yearly-measurement")
    store.day = try JalaliDay(1406, 3, 1)
    let recomputed = try store.ask("monitoring.recompute", .record(["measurement": 1]), as: deputy)
    #expect(recomputed["isEqual"] == false)
    #expect(recomputed["isIntact"] == true)
    let second = try measure()
    #expect(second["revision"] == 2)
    let what = second["differences"]?.items.compactMap { $0["what"]?.string } ?? []
    #expect(
      what == [
        "coverage.covered", "coverage.hundredths", "coverage.numerator", "coverage.peopleHundredths", "records.added.count",
        "records.added", "counties.added.count", "counties.added", "counties.removed.count", "counties.removed",
      ])
    let came = try #require(second["differences"]?.items.first { $0["what"] == "records.added" })
    #expect(came["after"] == "covered people.person/9 groups")
    #expect(second["differences"]?.items.first?["before"] == "3")
    let first = try store.ask("monitoring.measurement", .record(["measurement": "MS-27-1405-0001"]), as: deputy)
    #expect(first["measurement"]?["coverage"]?["covered"] == 3)
    #expect(first["lineage"]?.items.map { $0["revision"] } == [1, 2])
    #expect(first["records"] == 10)
  }

  @Test func `the deputy approves the newest revision once, and nobody approves alone`() throws {
    try measure()
    func approve(_ row: Int64, as principal: Principal) throws -> Value {
      try store.run("monitoring.approve", .record(["measurement": .int(row)]), as: principal)
    }
    #expect(refusal { _ = try approve(1, as: officer) } == ["permission.missing"])
    let both = Principal.test(.preventionOfficer, .preventionDeputy, number: 1)
    #expect(refusal { _ = try approve(1, as: both) } == ["registry.same-hands"])
    #expect(refusal { _ = try approve(1, as: Principal.test(.preventionDeputy, in: "IR-12", number: 8)) } == ["not-found"])
    #expect(try approve(1, as: deputy)["state"] == "approved")
    #expect(refusal { _ = try approve(1, as: deputy) }.first == "monitoring.approved-already")
    store.day = try JalaliDay(1406, 3, 1)
    #expect(try measure()["state"] == "measured")
    #expect(
      refusal { _ = try approve(1, as: Principal.test(.preventionDeputy, number: 9)) }
        == ["monitoring.approved-already"])
    #expect(
      refusingRule { _ = try approve(1, as: Principal.test(.preventionDeputy, number: 9)) }
        == "monitoring.measurement-approval")
    #expect(try approve(2, as: deputy)["approvedOn"] != .null)
  }

  @Test func `another province, a single county and the future are refused`() throws {
    try measure()
    #expect(refusal { try measure(as: kurdistan) } == ["not-found"])
    #expect(
      refusal { _ = try store.ask("monitoring.indicators", .record(["year": 1405, "province": "IR-27"]), as: kurdistan) }
        == ["not-found"])
    #expect(try store.ask("monitoring.measurements", as: kurdistan)["items"] == .list([]))
    for query in ["monitoring.measurement", "monitoring.recompute", "monitoring.drilldown"] {
      #expect(refusal { _ = try store.ask(query, .record(["measurement": 1]), as: kurdistan) } == ["not-found"])
    }
    #expect(refusal { try measure(1407) } == ["monitoring.year"])
    #expect(refusal { try measure(as: nation) } == ["permission.missing"])
    let county = Principal(
      id: "u7", staff: 7, name: "county", grants: [.init(role: "prevention.officer", scope: .county("IR-27", 1))],
      session: "s7")
    #expect(refusal { try measure(as: county) } == ["monitoring.whole-province"])
    let list = try store.ask("monitoring.measurements", .record(["year": 1405]), as: nation)
    #expect(list["items"]?.items.first?["coverage"]?["covered"] == 3)
  }
}
