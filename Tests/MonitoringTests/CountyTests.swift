import Contracts
import Engine
import Feature
import Groups
import Jalali
import Objections
import TestKit
import Testing
import Values

@testable import Monitoring

@Suite struct `Coverage by county` {
  let officer = Principal.test(.preventionOfficer, number: 1)
  let deputy = Principal.test(.preventionDeputy, number: 2)
  let nation = Principal.test(.nationalAdmin, in: nil, number: 4)
  let asked = Value.record(["year": 1405])

  private func county(_ row: Int64) -> Principal {
    Principal(
      id: "u7", staff: 7, name: "county", grants: [.init(role: Role.countyOfficer.id, scope: .county("IR-27", row))], session: "s7")
  }

  private func line(_ county: Value, _ people: Int64, _ residents: Int64, _ places: Int64, uncounted: Int64 = 0) -> Value {
    .record([
      "county": county, "people": .int(people), "probable": 0, "residents": .int(residents), "places": .int(places),
      "uncounted": .int(uncounted),
    ])
  }

  /// The members of lines that are told, without what the engine puts beside them.
  private func lines(_ answer: Value?) -> [[Value?]] {
    (answer?["counties"]?.items ?? []).map { line in
      ["county", "people", "probable", "residents", "places", "uncounted"].map { line[$0] }
    }
  }

  private func told(_ line: Value) -> [Value?] { line.members.map { $0.value } }

  /// Person 1 is reached in county 5 by a group; 2 in 5 and 6 by groups and in no county by a course; 3 by a course and a base.
  private func measured(_ groups: GroupsStandIn = GroupsStandIn()) throws -> TestStore {
    groups.counties.set([5], to: 1)
    groups.counties.set([5, 6], to: 2)
    return try .measured(groups: groups)
  }

  @Test func `somebody counts once in each county and once in the province, which says by how many its parts exceed it`() throws {
    let answer = try measured().ask("monitoring.coverage", asked, as: officer)
    let row = answer["rows"]?.items.first
    // By hand: {1, 2}, {2}, and {2, 3} without a county, where both places lie, one of them without a count.
    #expect(lines(row) == [line(5, 2, 0, 0), line(6, 1, 0, 0), line(.null, 2, 12, 2, uncounted: 1)].map(told))
    #expect(row?["whole"] == .record(["summed": 5, "people": 3, "excess": 2, "residents": 12, "places": 2]))
    #expect(
      answer["sentences"]?.items.map { $0["en"] } == [
        "Without a county: 2 people and 12 residents.",
        "Golestan: the counties together count 5, the province 3: 2 more; in the province everybody counts once.",
      ])
    #expect(answer["sentences"]?.items.first?["fa"] == "بدون شهرستان: ۲ نفر و ۱۲ ساکن.")
    #expect(answer["nation"] == .null && answer["isProvisional"] == false)
    let kurdistan = Principal.test(.preventionOfficer, in: "IR-12", number: 3)
    #expect(
      refusal { try measured().ask("monitoring.coverage", .record(["year": 1405, "province": "IR-27"]), as: kurdistan) } == ["not-found"])
  }

  @Test func `people registered twice are one in a county, and one in the province`() throws {
    let people = PeopleStandIn()
    people.same.set(1, to: 3)
    let groups = GroupsStandIn()
    groups.counties.set([5], to: 1)
    groups.counties.set([5], to: 2)
    let bases = HealthBasesStandIn()
    bases.counties.set([5], to: 3)
    // 1 is 3, who took part in a base of county 5, in a course, and is a member there.
    let store = try TestStore.measured(people: people, groups: groups)
    let row = try store.ask("monitoring.coverage", asked, as: officer)["rows"]?.items.first
    #expect(lines(row).map { $0.prefix(2) } == [[5, 2], [.null, 2]])
    #expect(row?["whole"]?["people"] == 2 && row?["whole"]?["excess"] == 2)
  }

  @Test func `the nation has its provinces for parts`() throws {
    let answer = try measured().ask("monitoring.coverage", asked, as: nation)
    #expect(answer["rows"]?.items.count == 31)
    #expect(answer["nation"] == .record(["summed": 93, "people": 3, "excess": 90, "residents": 372, "places": 62]))
    #expect(
      answer["sentences"]?.items.last?["en"]
        == "The provinces together count 93, the nation 3: 90 more; in the nation everybody counts once.")
    let quiet = answer["sentences"]?.items.filter { $0["en"]?.string?.contains(": 0 more") == true }
    #expect(quiet?.isEmpty == true, "what does not exceed its province is not told one by one")
  }

  @Test func `whoever sees one county sees its line alone`() throws {
    let store = try measured()
    let answer = try store.ask("monitoring.coverage", asked, as: county(6))
    #expect(lines(answer["rows"]?.items.first) == [told(line(6, 1, 0, 0))])
    #expect(answer["rows"]?.items.first?["whole"] == .null && answer["sentences"] == .list([]))
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
    let frozen = try store.ask("monitoring.counties", .record(["measurement": 1]), as: county(6))
    #expect(lines(frozen) == [told(line(6, 1, 0, 0))] && frozen["whole"] == .null && frozen["sentences"] == .list([]))
    #expect(refusal { try store.ask("monitoring.indicators", asked, as: county(6)) } == ["permission.missing"])
  }

  @Test func `counties are frozen with the measurement and counted again`() throws {
    let groups = GroupsStandIn()
    let store = try measured(groups)
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
    func frozen() throws -> Value { try store.ask("monitoring.counties", .record(["measurement": "MS-27-1405-0001"]), as: deputy) }
    let before = try frozen()
    #expect(lines(before) == [line(5, 2, 0, 0), line(6, 1, 0, 0), line(.null, 2, 12, 2, uncounted: 1)].map(told))
    #expect(before["whole"]?["excess"] == 2 && before["sentences"]?.items.count == 2)
    groups.counties.set([6], to: 1)
    #expect(try frozen() == before)
    let again = try store.ask("monitoring.recompute", .record(["measurement": 1]), as: deputy)
    #expect(again["isEqual"] == false && again["isIntact"] == true)
    #expect(again["differences"]?.items.map { $0["what"] }.contains("counties.added") == true)
    try store.path.alter("UPDATE monitoring_county SET people = people + 1 WHERE county = 5")
    #expect(try store.ask("monitoring.recompute", .record(["measurement": 1]), as: deputy)["isIntact"] == false)
  }

  @Test func `a measurement of before counties were counted has none, says so, and is held against its figures alone`() throws {
    let store = try measured()
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
    try store.path.alter("DELETE FROM monitoring_county")
    let digest = try store.snapshot { snapshot in
      try FrozenFigures(try snapshot.require(Measurement.self, .row(1)), in: snapshot.snapshot).digest(in: snapshot.snapshot)
    }
    try store.path.alter("UPDATE monitoring_measurement SET digest = '\(digest)'")
    let shown = try store.ask("monitoring.counties", .record(["measurement": 1]), as: deputy)
    #expect(shown["counties"] == .list([]) && shown["whole"] == .null)
    #expect(shown["sentences"]?.items.map { $0["en"] } == ["This measurement is of before counties were counted; it has none."])
    #expect(try store.ask("monitoring.counties", .record(["measurement": 1]), as: county(5))["sentences"] == .list([]))
    let again = try store.ask("monitoring.recompute", .record(["measurement": 1]), as: deputy)
    #expect(again["isEqual"] == true && again["isIntact"] == true && again["differences"] == .list([]))
    #expect(try store.ask("monitoring.measurement", .record(["measurement": 1]), as: deputy)["pending"] == .list([]))
    func measure() throws -> Value {
      try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
    }
    #expect(refusal { try measure() } == ["monitoring.nothing-changed"])
    store.day = try JalaliDay(1406, 3, 1)
    let second = try measure()
    #expect(second["differences"]?.items.allSatisfy { $0["what"]?.string?.hasPrefix("counties") == false } == true)
    #expect(try store.ask("monitoring.counties", .record(["measurement": 2]), as: deputy)["counties"]?.items.count == 3)
  }

  /// Groups A, B and C in counties 11 and 12 and in none; 2 is in A and B, 3 in B and C.
  private func lived() throws -> TestStore {
    let regions = RegionsStandIn()
    let counties: [Int64: Int64] = [1: 11, 2: 12]
    regions.neighbourhoods.set { .standard($0, county: counties[$0]) }
    regions.residents.set { $0 == 2 ? nil : Int($0) * 100 }
    let mobilisation = MobilisationStandIn()
    mobilisation.gatherings.set { _ in try JalaliDay(1404, 12, 1) }
    let configuration = TestConfiguration()
    try configuration.set("groups.founding-quorum", "minimumMembers", 1, in: nil)
    let store = try TestStore(
      [MonitoringModule.self, ObjectionsModule.self, GroupsModule.self],
      standingIn: [mobilisation, regions, DeadlinesStandIn(), configuration],
      on: JalaliDay(1405, 2, 1))
    let desk = Principal.test(.countyOfficer, number: 3)
    for (group, members) in [(Int64(1), [Int64(1), 2]), (2, [2, 3]), (3, [3, 4])] {
      func run(_ command: String, _ input: KeyValuePairs<String, Value>, as principal: Principal) throws {
        try store.run("groups." + command, .object([.init("group", .int(group))] + Value.record(input).members), as: principal)
      }
      try store.run(
        "groups.request",
        .record(["kind": "mutualAid", "name": .text("گروه \(group)"), "neighbourhood": .int(group), "applicant": 1]), as: desk)
      try run("confirm-identity", [:], as: .test(.countyOfficer, number: 2))
      try run("accept-request", [:], as: .test(.preventionOfficer, number: 1))
      for person in members { try run("admit-member", ["person": .int(person)], as: desk) }
      try run("record-founding", ["day": "1405/02/01", "minutes": "…"], as: desk)
    }
    return store
  }

  @Test func `groups count in the county in which they are, and places where they lie`() throws {
    let store = try lived()
    let row = try store.ask("monitoring.coverage", asked, as: officer)["rows"]?.items.first
    #expect(
      lines(row) == [line(11, 2, 100, 1), line(12, 2, 0, 1, uncounted: 1), line(.null, 2, 300, 1)].map(told))
    #expect(row?["whole"] == .record(["summed": 6, "people": 4, "excess": 2, "residents": 400, "places": 3]))
    let own = try store.ask("monitoring.coverage", asked, as: county(12))
    #expect(lines(own["rows"]?.items.first) == [told(line(12, 2, 0, 1, uncounted: 1))])
    #expect(own["isProvisional"] == true && own["sentences"]?.items.count == 1)
  }
}
