import Contracts
@testable import Groups
import Jalali
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

@Suite struct `From a request to a founded group` {
  let village: Village
  init() throws { village = try Village() }

  @Test func `a request gets a code and starts the six months as a warning`() throws {
    try village.request()
    let sheet = try village.store.ask("groups.group", .record(["group": "GR-27-1405-0001"]), as: village.officer)
    #expect(sheet["group"]?["state"] == "requested")
    #expect(sheet["instituteExpectedBy"] == .day(try .init(1405, 8, 1)))
    #expect(
      sheet["nextSteps"]?.items.compactMap { $0["action"]?.string } == [
        "groups.accept-request", "groups.refuse-request",
      ])
  }

  @Test func `no request where nobody gathered, or before they did`() throws {
    #expect(refusal { try village.request(at: 2) } == ["groups.no-gathering"])
    #expect(refusingRule { try village.request(at: 2) } == "groups.formation-request")
    #expect(refusal { try village.request(day: "1405/01/10") } == ["groups.gathering-later"])
    #expect(refusal { try village.request(day: "1405/02/02") } == ["groups.day-to-come"])
    #expect(refusal { try village.request(" ") } == ["groups.name"])
    #expect(refusal { try village.request(at: 3) } == ["not-found"])
  }

  @Test func `a year mistyped in the day of a request is refused, with the earliest day`() throws {
    let refused = #expect(throws: Refusal.self) { try village.request(day: "1304/02/01") }
    #expect(refused?.codes == ["groups.gathering-later", "groups.request-too-long-ago"])
    // The village gathered on 1405/01/15.
    village.store.day = try JalaliDay(1406, 2, 1)
    let earliest = village.store.day.adding(days: -366)
    #expect(refused?.faults.last?.texts.en.contains(try JalaliDay(1405, 2, 1).adding(days: -366).text) == true)
    #expect(refusal { try village.request(day: earliest.adding(days: -1).text) } == ["groups.request-too-long-ago"])
    try village.request(day: earliest.text)
  }

  @Test func `one live group of a name in a neighbourhood`() throws {
    try village.request("علی‌آباد")
    #expect(refusal { try village.request("علي آباد") } == ["conflict.exists"])
    try village.run("refuse-request", ["reason": "تکراری"], as: village.officer)
    try village.request("علي آباد")
    #expect(
      try village.store.ask("groups.groups", .record(["state": "requested"]), as: village.officer)["items"]?.items.count
        == 1)
  }

  @Test func `acceptance needs the visit in person and other eyes`() throws {
    try village.request()
    #expect(
      refusal { try village.run("accept-request", [:], as: village.officer) }
        == ["groups.identity-not-confirmed"])
    #expect(
      refusingRule { try village.run("accept-request", [:], as: village.officer) }
        == "groups.identity-in-person")
    let both = Principal.test(.countyOfficer, .preventionOfficer, number: 8)
    try village.run("confirm-identity", [:], as: both)
    #expect(refusal { try village.run("accept-request", [:], as: both) } == ["registry.same-hands"])
    try village.run("accept-request", [:], as: village.officer)
    #expect(try village.state == "forming")
    #expect(
      refusal { try village.run("confirm-identity", [:], as: village.county) }
        == ["groups.not-in-this-state"])
    #expect(
      refusal { try village.run("accept-request", [:], as: village.officer) } == ["groups.not-a-step"])
  }

  @Test func `a refused request ends its clock`() throws {
    try village.request()
    #expect(
      refusal { try village.run("refuse-request", ["reason": "…"], as: village.county) } == [
        "permission.missing"
      ])
    try village.run("refuse-request", ["reason": "محله گروه دارد"], as: village.officer)
    let sheet = try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)
    #expect(sheet["group"]?["state"] == "refused")
    #expect(sheet["instituteExpectedBy"] == nil || sheet["instituteExpectedBy"] == .null)
    #expect(sheet["nextSteps"]?.items.map { $0["move"] } == ["uphold"])
  }

  @Test func `members are thirteen on the day, and literate`() throws {
    try village.request()
    func admit(_ person: Int64) throws {
      try village.run("admit-member", ["person": .int(person)], as: village.facilitator)
    }
    #expect(refusal { try admit(1) } == ["groups.not-in-this-state"])
    try village.run("confirm-identity", [:], as: village.county)
    try village.run("accept-request", [:], as: village.officer)
    try admit(50)
    #expect(refusal { try admit(51) } == ["groups.too-young"])
    #expect(refusal { try admit(60) } == ["groups.not-literate"])
    #expect(refusal { try admit(50) } == ["groups.member-already"])
    #expect(refusal { try admit(1000) } == ["not-found"])
    village.store.day = try .init(1405, 2, 2)
    // The age is that of the first day of the membership, not of the day of the entry.
    func since(_ day: Value) throws { try village.run("admit-member", ["person": 51, "since": day], as: village.facilitator) }
    #expect(refusal { try since("1405/02/01") } == ["groups.too-young"])
    #expect(refusal { try since("1405/02/03") } == ["groups.day-to-come"])
    #expect(refusal { try since("1405/01/31") } == ["groups.day-before-request"])
    try since("1405/02/02")
  }

  @Test func `the older reading of thirteen is one parameter away`() throws {
    let facts = MemberEligibility.Facts(birth: try .init(1392, 2, 1), isLiterate: false)
    let strict = MemberEligibility.Parameters(minimumAge: 13, inclusive: false, mustBeLiterate: false)
    let day = village.store.day
    #expect(MemberEligibility.codes(facts, under: strict, on: day) == ["groups.too-young"])
    #expect(MemberEligibility.codes(facts, under: strict, on: day.adding(years: 1)).isEmpty)
    let since = MemberEligibility.Facts(birth: try .init(1392, 2, 1), isLiterate: false, since: day)
    #expect(MemberEligibility.codes(since, under: strict, on: day.adding(years: 1)) == ["groups.too-young"])
  }

  @Test func `leaving ends the offices, and returning is a new membership`() throws {
    try village.forming()
    try village.run("admit-member", ["person": 1], as: village.facilitator)
    try village.run("appoint", ["office": "head", "person": 1], as: village.facilitator)
    village.store.day = try .init(1405, 2, 10)
    let leave: KeyValuePairs<String, Value> = ["person": 1, "until": "1405/02/05", "cause": "moved", "reason": "…"]
    try village.run("end-membership", leave, as: village.facilitator)
    #expect(
      refusal { try village.run("end-membership", leave, as: village.facilitator) } == ["not-found"])
    let offices = try village.store.ask("groups.offices", .record(["group": 1]), as: village.officer)["items"]?.items
    #expect(offices?.first?["until"] == .day(try .init(1405, 2, 5)))
    #expect(
      refusal {
        try village.run("admit-member", ["person": 1, "since": "1405/02/05"], as: village.facilitator)
      } == ["groups.member-already"])
    try village.run("admit-member", ["person": 1, "since": "1405/02/06"], as: village.facilitator)
    #expect(
      try village.store.ask("groups.members", .record(["group": 1]), as: village.officer)["items"]?.items.count == 2)
    let then = Value.record(["group": "GR-27-1405-0001", "on": "1405/02/05"])
    #expect(try village.store.ask("groups.members", then, as: village.officer)["items"]?.items.count == 1)
    #expect(
      refusal {
        try village.run(
          "end-membership", ["person": 1, "until": "1405/02/05", "cause": "moved", "reason": "…"],
          as: village.facilitator)
      } == ["groups.end-before-start"])
  }

  @Test func `an office has one holder at a time, and holders are members`() throws {
    try village.forming()
    func appoint(_ person: Int64, _ since: String) throws {
      try village.run(
        "appoint", ["office": "head", "person": .int(person), "since": .text(since)], as: village.facilitator)
    }
    #expect(refusal { try appoint(1, "1405/02/01") } == ["groups.not-a-member"])
    for person in [1, 2] as [Int64] {
      try village.run("admit-member", ["person": .int(person)], as: village.facilitator)
    }
    try appoint(1, "1405/02/01")
    #expect(refusal { try appoint(2, "1405/02/01") } == ["groups.office-held"])
    village.store.day = try .init(1405, 3, 1)
    try appoint(2, "1405/03/01")
    let now = Value.record(["group": 1, "on": "1405/03/01"])
    let holders = try village.store.ask("groups.offices", now, as: village.officer)["items"]?.items
    #expect(holders?.compactMap { $0["person"]?.integer } == [2])
    let before = try village.store.ask("groups.offices", .record(["on": "1405/02/31"]), as: village.officer)["items"]?
      .items
    #expect(before?.compactMap { $0["person"]?.integer } == [1])
  }

  @Test func `seven found a group, and the minutes are masked`() throws {
    try village.forming()
    for person in 1...6 as ClosedRange<Int64> {
      try village.run("admit-member", ["person": .int(person)], as: village.facilitator)
    }
    let founding: KeyValuePairs<String, Value> = ["day": "1405/02/01", "minutes": "آقای رضایی …"]
    #expect(
      refusal { try village.run("record-founding", founding, as: village.facilitator) }
        == ["groups.too-few-members"])
    #expect(
      refusingRule { try village.run("record-founding", founding, as: village.facilitator) }
        == "groups.founding-quorum")
    try village.run("admit-member", ["person": 7], as: village.facilitator)
    #expect(
      refusal {
        try village.run("record-founding", ["day": "1405/02/02", "minutes": "…"], as: village.facilitator)
      } == ["groups.day-to-come"])
    #expect(
      refusal {
        try village.run("record-founding", ["day": "1405/01/31", "minutes": "…"], as: village.facilitator)
      } == ["groups.day-before-request"])
    let row = try village.run("record-founding", founding, as: village.facilitator)
    #expect(row["members"] == 7)
    guard case .secret = row["minutes"] else {
      Issue.record("the minutes must be secret")
      return
    }
    #expect(
      refusal { try village.run("record-founding", founding, as: village.facilitator) }
        == ["groups.not-a-step"])
  }

  @Test func `the ledger has an entry for each changed row, and never the minutes`() throws {
    try village.forming()
    for person in 1...7 as ClosedRange<Int64> {
      try village.run("admit-member", ["person": .int(person)], as: village.facilitator)
    }
    let input = Value.record(["group": 1, "day": "1405/02/01", "minutes": "آقای رضایی …"])
    let entries = try village.store.run("groups.record-founding", input, as: village.facilitator, dryRun: true)["entries"]
    #expect(entries?.items.compactMap { $0["obj"]?.string } == ["groups.group/1", "groups.founding/1"])
    #expect(entries.map { JSONWriter.text($0).contains("رضایی") } == false)
  }

  @Test func `another province and another county see nothing`() throws {
    try village.formed()
    let list = ["groups", "members", "offices", "projects", "activities", "assessments"]
    let neighbour = Principal(
      id: "u9", staff: 9, name: "next county",
      grants: [.init(role: Role.countyOfficer.id, scope: .county("IR-27", 2))], session: "s9")
    for name in list {
      #expect(try village.store.ask("groups.\(name)", as: village.kurdistan)["items"] == .list([]))
      #expect(try village.store.ask("groups.\(name)", as: neighbour)["items"] == .list([]))
    }
    for query in ["groups.group", "groups.trace"] {
      #expect(
        refusal { _ = try village.store.ask(query, .record(["group": 1]), as: village.kurdistan) } == [
          "not-found"
        ])
    }
  }
}
