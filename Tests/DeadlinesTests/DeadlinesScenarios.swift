import Contracts
@testable import Deadlines
import Jalali
@testable import Regions
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Deadlines` {
  let store: TestStore
  let officer = Principal.test(.preventionOfficer, in: "IR-27", number: 2)
  let ngo = Principal.test(.ngoOfficer, in: "IR-27", number: 3)
  let kurdistan = Principal.test(.preventionOfficer, in: "IR-12", number: 4)
  let auditor = Principal.test(.auditor, in: nil, number: 5)

  init() throws {
    store = try TestStore(
      [RegionsModule.self, DeadlinesModule.self, TestConfiguration.self], on: JalaliDay(1405, 2, 1))
  }

  @discardableResult
  private func open(_ object: String = "probe.thing/1", days: Int = 15, rule: DeadlineRule = .calendar) throws -> JalaliDay {
    try store.transaction(as: officer) {
      try $0.openDeadline(
        "probe.choose", for: object, in: Province(parsing: "IR-27"), from: JalaliDay(1405, 2, 1), days: days, rule: rule,
        texts: Texts("انتخاب محله", "choose a neighbourhood"))
    }
  }

  private func meet(_ object: String) throws {
    try store.transaction(as: officer) { try $0.meetDeadline("probe.choose", for: object) }
  }

  private func due() throws -> JalaliDay? {
    try store.snapshot(as: officer) { try $0.lastDay("probe.choose", for: "probe.thing/1") }
  }

  private func notices(_ principal: Principal) throws -> [Value] {
    try store.ask("deadlines.notices", as: principal)["items"]?.items ?? []
  }
  private func row() throws -> Value? {
    try store.ask("deadlines.show", .record(["deadline": 1]), as: officer)["deadline"]
  }

  @Test func `fifteen days from the first of Ordibehesht end on the sixteenth, and the steps say why`() throws {
    #expect(try open() == JalaliDay(1405, 2, 16))
    #expect(try due() == JalaliDay(1405, 2, 16))
    let steps = try row()?["steps"]?.items ?? []
    #expect(steps.count >= 3)
    #expect(steps.first?["en"]?.string?.contains("does not count") == true)
    #expect(try row()?["evaluatedOn"] == .null)
  }

  @Test func `one running deadline of a kind per object, and a new one after it was met`() throws {
    try open()
    let second = #expect(throws: Refusal.self) { try open() }
    #expect(second?.code == "conflict.exists")
    try meet("probe.thing/1")
    #expect(try row()?["state"] == "met")
    #expect(try due() == nil)
    try open()
    #expect(try store.ask("deadlines.list", .record(["state": "open"]), as: officer)["items"]?.items.count == 1)
    try meet("probe.thing/9")
  }

  @Test func `the sweep reminds seven, three and one days before, then marks the deadline missed, each once`() throws {
    try open()
    for day in 1...20 { try store.night(JalaliDay(1405, 2, day)) }
    let mine = try notices(officer)
    #expect(
      mine.reversed().map { $0["issuedOn"] } == [
        .day(try JalaliDay(1405, 2, 9)), .day(try JalaliDay(1405, 2, 13)), .day(try JalaliDay(1405, 2, 15)),
        .day(try JalaliDay(1405, 2, 17)),
      ])
    #expect(try row()?["state"] == "missed")
    #expect(try row()?["evaluatedOn"] == .day(JalaliDay(1405, 2, 17)))
    #expect(try row()?["rev"] == 5)
    #expect(try notices(ngo).isEmpty && notices(kurdistan).isEmpty)
  }

  @Test func `the nearest of the three warnings is given, and none before the first`() throws {
    let due = try JalaliDay(1405, 2, 16)
    func said(_ left: Int) -> [String] {
      DeadlineWarnings.objections(
        to: .init(due: due), under: .init(daysBefore: [7, 3, 1], roles: []), on: due.adding(days: -left)
      ).map { if case .near(let days, let threshold) = $0 { "\(days) of \(threshold)" } else { $0.code } }
    }
    #expect(said(8).isEmpty)
    #expect(said(7) == ["7 of 7"])
    #expect(said(2) == ["2 of 3"])
    #expect(said(0) == ["0 of 1"])
    #expect(said(-1) == ["deadlines.missed"])
  }

  @Test func `a night on which nothing is to be said touches no row`() throws {
    try open()
    let reports = try store.night(JalaliDay(1405, 2, 2))
    #expect(reports.filter { $0.task == "deadlines.sweep" }.allSatisfy { $0.settled == 0 })
  }

  @Test func `a stopped clock keeps its days and books the delay`() throws {
    try open()
    store.day = try JalaliDay(1405, 2, 6)
    try store.run(
      "deadlines.stop", .record(["deadline": 1, "agency": "نیروی انتظامی", "reason": "نامه نزد مرجع است"]), as: officer)
    try store.night(JalaliDay(1405, 2, 25))
    store.day = try JalaliDay(1405, 2, 26)
    #expect(try row()?["state"] == "stopped")
    #expect(try due() == JalaliDay(1405, 3, 5))
    let resumed = try store.run("deadlines.resume", .record(["deadline": 1]), as: officer)
    #expect(resumed["due"] == .day(try JalaliDay(1405, 3, 5)))
    let stop = try store.ask("deadlines.stops", .record(["agency": "نيروي انتظامي"]), as: officer)["items"]?.items.first
    #expect(stop?["days"] == 20)
    #expect(try store.ask("deadlines.stops", as: kurdistan)["items"] == .list([]))
  }

  @Test func `a working-day clock runs on with the working days it had left`() throws {
    #expect(try open(days: 10, rule: .working) == JalaliDay(1405, 2, 15))
    store.day = try JalaliDay(1405, 2, 5)
    try store.run("deadlines.stop", .record(["deadline": 1, "agency": "ثبت", "reason": "استعلام"]), as: officer)
    store.day = try JalaliDay(1405, 2, 12)
    let resumed = try store.run("deadlines.resume", .record(["deadline": 1]), as: officer)
    #expect(resumed["due"] == .day(try JalaliDay(1405, 2, 22)))
  }

  @Test func `a legal limit moves to an open day when it runs again`() throws {
    #expect(try open(days: 10, rule: .legal) == JalaliDay(1405, 2, 12))
    store.day = try JalaliDay(1405, 2, 8)
    try store.run("deadlines.stop", .record(["deadline": 1, "agency": "ثبت", "reason": "استعلام"]), as: officer)
    store.day = try JalaliDay(1405, 2, 13)
    let resumed = try store.run("deadlines.resume", .record(["deadline": 1]), as: officer)
    #expect(resumed["due"] == .day(try JalaliDay(1405, 2, 19)))
  }

  @Test func `steps that the clock does not allow are refused by their rule`() throws {
    try open()
    try open("probe.thing/9")
    let resume = #expect(throws: Refusal.self) {
      try store.run("deadlines.resume", .record(["deadline": 1]), as: officer)
    }
    #expect(resume?.codes == ["deadlines.not-a-clock-step"])
    #expect(resume?.rule?["id"] == "deadlines.clock-step")
    let stop = Value.record(["deadline": 1, "agency": "ثبت", "reason": "استعلام"])
    store.day = try JalaliDay(1405, 2, 16)
    try store.run("deadlines.stop", stop, as: officer)
    let twice = #expect(throws: Refusal.self) { try store.run("deadlines.stop", stop, as: officer) }
    #expect(twice?.codes == ["deadlines.not-a-clock-step"])
    let foreign = #expect(throws: Refusal.self) {
      try store.run("deadlines.resume", .record(["deadline": 1]), as: kurdistan)
    }
    #expect(foreign?.kind == .notFound)
    let forbidden = #expect(throws: Refusal.self) { try store.run("deadlines.stop", stop, as: auditor) }
    #expect(forbidden?.kind == .forbidden)
    let nameless = #expect(throws: Refusal.self) {
      try open("probe.thing/2")
      try store.run("deadlines.stop", .record(["deadline": 3, "agency": " ", "reason": "-"]), as: officer)
    }
    #expect(nameless?.codes == ["deadlines.agency"])
    store.day = try JalaliDay(1405, 2, 17)
    let over = #expect(throws: Refusal.self) {
      try store.run("deadlines.stop", .record(["deadline": 2, "agency": "ثبت", "reason": "استعلام"]), as: officer)
    }
    #expect(over?.codes == ["deadlines.over"])
  }

  @Test func `meeting a stopped deadline ends the stop`() throws {
    try open()
    try store.run("deadlines.stop", .record(["deadline": 1, "agency": "ثبت", "reason": "استعلام"]), as: officer)
    store.day = try JalaliDay(1405, 2, 5)
    try meet("probe.thing/1")
    #expect(try row()?["metOn"] == .day(JalaliDay(1405, 2, 5)))
    #expect(try store.ask("deadlines.stops", as: officer)["items"]?.items.first?["days"] == 4)
  }

  @Test func `a notice is left once for a key, and taken note of by its role only`() throws {
    for _ in 1...2 {
      try store.transaction(as: officer) {
        try $0.notify(
          .ngoOfficer, in: Province(parsing: "IR-27"), key: "k/1", object: "probe.thing/1", texts: Texts("ببینید", "look"))
      }
    }
    #expect(try notices(ngo).count == 1)
    #expect(try notices(officer).isEmpty)
    let other = #expect(throws: Refusal.self) {
      try store.run("deadlines.acknowledge", .record(["notice": 1]), as: officer)
    }
    #expect(other?.kind == .notFound)
    let foreign = #expect(throws: Refusal.self) {
      try store.run("deadlines.acknowledge", .record(["notice": 1]), as: .test(.ngoOfficer, in: "IR-12", number: 8))
    }
    #expect(foreign?.kind == .notFound)
    let onlooker = #expect(throws: Refusal.self) {
      try store.run("deadlines.acknowledge", .record(["notice": 1]), as: auditor)
    }
    #expect(onlooker?.kind == .forbidden)
    let taken = try store.run("deadlines.acknowledge", .record(["notice": 1]), as: ngo)
    #expect(taken["acknowledgedBy"] == "u3")
    #expect(try notices(ngo).isEmpty)
    let all = try store.ask("deadlines.notices", .record(["includesAcknowledged": true]), as: ngo)["items"]
    #expect(all?.items.count == 1)
  }

  @Test func `another province sees no deadline`() throws {
    try open()
    #expect(try store.ask("deadlines.list", as: kurdistan)["items"] == .list([]))
    let refusal = #expect(throws: Refusal.self) {
      try store.ask("deadlines.show", .record(["deadline": 1]), as: kurdistan)
    }
    #expect(refusal?.kind == .notFound)
  }
}
