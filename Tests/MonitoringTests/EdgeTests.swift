import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Monitoring

@Suite struct `Figures at their edges` {
  let officer = Principal.test(.preventionOfficer, number: 1)
  let nation = Principal.test(.nationalAdmin, in: nil, number: 4)

  private func indicators(_ store: TestStore, _ year: Int64, as principal: Principal) throws -> Value {
    try store.ask("monitoring.indicators", .record(["year": .int(year)]), as: principal)
  }

  @Test func `a year that runs has provisional figures and cannot be frozen`() throws {
    let store = try TestStore.measured()
    let row = try indicators(store, 1406, as: officer)["rows"]?.items.first
    #expect(row?["isProvisional"] == true && row?["asOf"] == .day(store.day))
    #expect(row?["sentences"]?.items.last?["en"] == "Provisional: the year 1406 is not over; counted until 1406/01/20.")
    func measure() throws -> Value {
      try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1406]), as: officer)
    }
    #expect(refusal { try measure() } == ["monitoring.year-running"])
    #expect(refusingRule { try measure() } == "monitoring.year-over")
    store.day = try JalaliDay(1407, 1, 1)
    #expect(try measure()["code"] == "MS-27-1406-0001")
  }

  @Test func `a year that had ended before the store's first entry has indicators and is never frozen`() throws {
    let store = try TestStore.measured()
    func measure(_ year: Int64) throws -> Value {
      try store.run("monitoring.measure", .record(["province": "IR-27", "year": .int(year)]), as: officer)
    }
    #expect(try store.snapshot { try $0.storeBegan() } == JalaliDay(1405, 4, 1))
    #expect(refusal { try measure(1404) } == ["monitoring.before-store"])
    #expect(refusingRule { try measure(1404) } == "monitoring.year-over")
    #expect(try indicators(store, 1404, as: officer)["rows"]?.items.count == 1)
    // In the year of the first entry only its later part was lived with the store; it is measured.
    #expect(try measure(1405)["code"] == "MS-27-1405-0001")
  }

  @Test func `the nation counts everybody once and says by how many its parts exceed it`() throws {
    let people = PeopleStandIn()
    // Who is covered in every province under one number is one person; 3 is 1 registered anew, and 2 has no ID.
    people.same.set(1, to: 3)
    people.unidentified.set(true, to: 2)
    let store = try TestStore.measured(people: people)
    let answer = try indicators(store, 1405, as: nation)
    let rows = answer["rows"]?.items ?? []
    #expect(rows.count == 31 && rows.allSatisfy { $0["coverage"]?["covered"] == 2 && $0["coverage"]?["probable"] == 1 })
    let whole = answer["nation"]
    #expect(whole?["coverage"]?["covered"] == 2 && whole?["coverage"]?["probable"] == 1)
    #expect(whole?["countedTwice"] == 60)
    #expect(whole?["coverage"]?["missing"] == "noPopulation" && whole?["provincesWithoutPopulation"]?.items.count == 29)
    #expect(whole?["growth"]?["founded"] == 124)
    #expect(
      whole?["sentences"]?.items.last?["en"]
        == "The provinces together count 62, the nation 2: 60 more; in the nation everybody counts once.")
    #expect(try indicators(store, 1405, as: officer)["nation"] == .null)
  }

  @Test func `what differs from a frozen figure is pending, and above one percent a revision is asked for`() throws {
    let store = try TestStore.measured()
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
    func shown(_ row: Int64 = 1) throws -> Value {
      try store.ask("monitoring.measurement", .record(["measurement": .int(row)]), as: officer)
    }
    #expect(try shown()["pending"] == .list([]) && shown()["isRevisionAsked"] == false)
    store.day = try JalaliDay(1406, 3, 1)
    let came = try #require(shown()["pending"]?.items.first { $0["what"] == "records.added" })
    #expect(came["after"] == "covered people.person/9 groups")
    #expect(try shown()["isRevisionAsked"] == true)
    #expect(try shown()["sentences"]?.items.last?["en"] == "10 pending differences: a revision is asked for.")
    #expect(try shown()["measurement"]?["coverage"]?["covered"] == 3)
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
    #expect(try shown(2)["pending"] == .list([]) && shown(1)["pending"] == .null)
  }

  @Test func `the places behind a figure are kept with their residents, each once`() throws {
    let store = try TestStore.measured()
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
    let places = try store.ask("monitoring.places", .record(["measurement": "MS-27-1405-0001"]), as: officer)["items"]?.items
    #expect(places?.map { $0["neighbourhood"] } == [1, 2])
    #expect(places?.map { $0["residents"] } == [12, .null])
    #expect(places?.map { $0["sources"] } == ["groups,healthbases", "mobilisation"])
  }

  @Test(arguments: [("people", 3, 750, true), ("residents", 12, 3_000, true)])
  func `a province chooses what is held against the target`(measure: String, held: Int64, hundredths: Int64, isReached: Bool) throws {
    let store = try TestStore.measured(setting: [("coverageOf", .text(measure))])
    let figure = try indicators(store, 1405, as: officer)["rows"]?.items.first?["coverage"]
    #expect(figure?["numerator"] == .int(held) && figure?["denominator"] == 40)
    #expect(figure?["hundredths"] == .int(hundredths) && figure?["isReached"] == .bool(isReached))
    #expect(figure?["covered"] == 3)
  }

  @Test func `the days that count are those of the period`() throws {
    func asked(_ period: String) throws -> ClosedRange<JalaliDay>? {
      let groups = GroupsStandIn()
      let store = try TestStore.measured(groups: groups, setting: [("period", .text(period))])
      _ = try indicators(store, 1403, as: officer)
      return groups.coverage.asked.last?.days
    }
    let last = try JalaliDay(1403, 12, 30)
    #expect(try asked("year") == JalaliDay(1403, 1, 1)...last)
    #expect(try asked("lastDay") == last...last)
    #expect(try asked("ever") == JalaliDay.earliest...last)
  }

  @Test func `a recipient counts once in a quarter and once in the year, which is not the sum of its quarters`() throws {
    let groups = GroupsStandIn()
    let store = try TestStore.measured(groups: groups)
    store.day = try JalaliDay(1406, 8, 15)
    groups.coverage.set { question in
      let months = (question.days.lowerBound.month, question.days.upperBound.month)
      return [.membership: months == (4, 6) ? [1, 5, 6] : [1], .attendance: [1]]
    }
    let asked = Value.record(["province": "IR-27", "year": 1406])
    let answer = try store.ask("monitoring.recipients", asked, as: officer)
    let quarters = answer["quarters"]?.items ?? []
    #expect(quarters.map { $0["quarter"] } == [1, 2, 3])
    #expect(quarters.map { $0["isProvisional"] } == [false, false, true])
    #expect(quarters.map { $0["firstDay"] } == (try [1, 4, 7].map { .day(try JalaliDay(1406, $0, 1)) }))
    #expect(quarters.map { $0["asOf"] } == [.day(try JalaliDay(1406, 3, 31)), .day(try JalaliDay(1406, 6, 31)), .day(store.day)])
    // 2 and 3, who were taught, are there in each.
    #expect(quarters.map { $0["people"] } == [3, 5, 3] && answer["people"] == 3)
    #expect(answer["sentences"]?.items.last?["en"] == "1406 until 1406/08/15: 3 people, each once; not the sum of the quarters.")
    let kurdistan = Principal.test(.preventionOfficer, in: "IR-12", number: 8)
    #expect(refusal { try store.ask("monitoring.recipients", asked, as: kurdistan) } == ["not-found"])
  }
}
