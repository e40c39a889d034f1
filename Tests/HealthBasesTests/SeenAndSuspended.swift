import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `What a decision saw` {
  let road: BaseRoad

  init() throws { road = try BaseRoad() }

  private func approval(_ agreement: Value, _ last: Value) -> Value { .record(["agreement": agreement, "lastEntry": last]) }

  private func listed() throws -> Value? {
    try road.store.ask("healthbases.years-to-decide", as: road.deputy)["years"]?.items.first?["lastEntry"]
  }

  @Test func `an approval that names the last entry is refused with what came since, and goes through with the newest`() throws {
    let agreement = try road.agree()
    try road.work(agreement)
    let looked = try #require(try listed())
    #expect(looked == 6)
    let came = try road.run("record-activity", road.activity(agreement, "assets", on: "1405/11/01"), as: road.officer)
    let told = try #require(throws: Refusal.self) { try road.run("approve-year", approval(agreement, looked), as: road.deputy) }
    #expect(told.code == "healthbases.entries-came" && told.texts.en.contains("7, "))
    #expect(try listed() == came["id"])
    try road.run("approve-year", approval(agreement, 7), as: road.deputy)
    #expect(try road.show(agreement)["seen"]?.items.map { $0["lastEntry"] } == [7])
  }

  @Test func `a disapproval that names the last entry is refused in the same way, and keeps the newest`() throws {
    let agreement = try road.agree()
    try road.work(agreement)
    func disapproval(_ last: Value) -> Value { .record(["agreement": agreement, "reason": "ناقص", "lastEntry": last]) }
    try road.run("record-activity", road.activity(agreement, "assets", on: "1405/11/01"), as: road.officer)
    #expect(road.codes("disapprove-year", disapproval(6), as: road.deputy) == ["healthbases.entries-came"])
    #expect(road.codes("disapprove-year", disapproval(99), as: road.deputy) == ["not-found"])
    try road.run("disapprove-year", disapproval(7), as: road.deputy)
    #expect(try road.show(agreement)["seen"]?.items.map { $0["lastEntry"] } == [7])
  }

  @Test func `an approval that names none keeps the last there was, and so does every revision`() throws {
    let agreement = try road.agree()
    try road.approve(agreement)
    try road.run("record-activity", road.activity(agreement, "assets", on: "1405/11/01"), as: road.officer)
    func revise(_ decision: Value, _ last: Value) -> Value {
      .record(["agreement": agreement, "decision": decision, "reason": "گزارش تازه", "lastEntry": last])
    }
    #expect(road.codes("revise-decision", revise("disapproved", 6), as: road.deputy) == ["healthbases.entries-came"])
    try road.run("revise-decision", revise("disapproved", 7), as: road.deputy)
    #expect(try road.show(agreement)["seen"]?.items.map { $0["lastEntry"] } == [6, 7])
  }

  @Test func `the entry of another year is none to go by`() throws {
    let agreement = try road.agree()
    let other = try road.agree(at: 2)
    try road.work(agreement)
    try road.work(other)
    #expect(road.codes("approve-year", approval(agreement, 12), as: road.deputy) == ["healthbases.entry-elsewhere"])
    #expect(road.codes("approve-year", approval(agreement, 99), as: road.deputy) == ["not-found"])
  }
}

@Suite struct `Places of suspended bases` {
  let road: BaseRoad

  init() throws { road = try BaseRoad() }

  private func counts(_ first: JalaliDay, _ last: JalaliDay) throws -> Bool {
    try road.store.snapshot(as: road.officer) {
      try !$0.placesOfHealthBases(in: Province(parsing: "IR-27"), during: first...last).isEmpty
    }
  }

  private func suspend(_ isStopped: Bool) throws {
    try road.run(isStopped ? "suspend-base" : "resume-base", .record(["base": 1, "reason": "بازرسی"]), as: road.deputy)
  }

  /// By hand: the term is 1405/02/01 to 12/29; the base is suspended from 05/01 to 05/09 (work goes on the 10th), the licence
  /// from 05/10 to 05/19, and the base from 07/01 on.
  @Test func `a place counts in a period with a day of work in it, first and last day included`() throws {
    _ = try road.agree()
    try road.on(1405, 5, 1)
    try suspend(true)
    try road.on(1405, 5, 10)
    try suspend(false)
    try road.license(.suspended)
    try road.on(1405, 5, 20)
    try road.license(.licensed)
    try road.on(1405, 7, 1)
    try suspend(true)
    let table: [(from: (Int, Int), to: (Int, Int), counts: Bool)] = [
      ((1, 1), (1, 31), false), ((1, 1), (2, 1), true), ((4, 31), (4, 31), true), ((4, 31), (5, 1), true), ((5, 1), (5, 1), false),
      ((5, 1), (5, 9), false), ((5, 9), (5, 10), false), ((5, 1), (5, 19), false), ((5, 1), (5, 20), true), ((5, 20), (5, 20), true),
      ((6, 31), (7, 1), true), ((7, 1), (12, 29), false), ((1, 1), (12, 29), true),
    ]
    for line in table {
      let (first, last) = (try JalaliDay(1405, line.from.0, line.from.1), try JalaliDay(1405, line.to.0, line.to.1))
      #expect(try counts(first, last) == line.counts, "\(first.text) to \(last.text)")
    }
  }

  @Test func `a base that is suspended and resumed on one day lost none`() throws {
    _ = try road.agree()
    try road.on(1405, 5, 1)
    try suspend(true)
    try suspend(false)
    let day = try JalaliDay(1405, 5, 1)
    #expect(try counts(day, day))
  }
}
