import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

/// The year 1405 ends on a Saturday, 29 Esfand; the window's last day is 1406/02/14, a Tuesday.
@Suite struct `The decision window` {
  let road: BaseRoad

  init() throws { road = try BaseRoad() }

  private func input(_ agreement: Value, _ more: [String: Value] = [:]) -> Value {
    .object([Value.Member("agreement", agreement)] + more.map { Value.Member($0.key, $0.value) })
  }

  private func outcome() throws -> Value { try #require(try road.outcomes().first) }

  private func held() throws -> Value {
    let agreement = try road.agree()
    try road.work(agreement)
    try road.night(1406, 1, 1)
    #expect(try outcome()["kind"] == "held")
    return agreement
  }

  @Test func `an undecided year is decided in the window, and the next night renews it without a gap`() throws {
    let agreement = try held()
    #expect(try outcome()["openUntil"] == .day(try JalaliDay(1406, 2, 14)))
    try road.night(1406, 2, 14)
    #expect(road.codes("release-held", input(agreement, ["reason": "زود"]), as: road.deputy) == ["healthbases.year-not-decided"])
    try road.run("approve-year", input(agreement), as: road.deputy)
    #expect(road.codes("release-held", input(agreement, ["reason": "زود"]), as: road.deputy) == ["healthbases.settled-by-night"])
    #expect(try outcome()["kind"] == "held")
    try road.night(1406, 2, 15)
    let after = try outcome()
    #expect(after["kind"] == "renewed")
    #expect(after["settledOn"] == .day(try JalaliDay(1406, 1, 1)))
    #expect(after["releasedOn"] == .day(try JalaliDay(1406, 2, 15)))
    let next = try #require(try road.row(2))
    #expect(next["starts"] == .day(try JalaliDay(1406, 1, 1)))
    #expect(next["ends"] == .day(try JalaliDay(1406, 12, 29)))
    let proof = try road.proof(1406)
    #expect(proof["isProven"] == true && proof["renewed"] == 1)
    #expect(proof["agreements"]?.items.first?["releasedOn"] == .day(try JalaliDay(1406, 2, 15)))
  }

  @Test func `a year that nobody decided lapses in the night after the window, and nothing is left to decide`() throws {
    let agreement = try held()
    try road.night(1406, 2, 14)
    #expect(try outcome()["kind"] == "held")
    try road.night(1406, 2, 15)
    let after = try outcome()
    #expect(after["kind"] == "lapsed")
    #expect(after["closedOn"] == .day(try JalaliDay(1406, 2, 15)))
    #expect(after["settledOn"] == .day(try JalaliDay(1406, 1, 1)))
    #expect(road.codes("approve-year", input(agreement), as: road.deputy) == ["healthbases.year-settled"])
    #expect(try road.proof(1406)["isProven"] == true)
    try road.night(1406, 2, 20)
    #expect(try outcome() == after)
    let fresh = try road.run("agree", .record(["base": 1]), as: road.director)
    #expect(fresh["previous"] == agreement)
    #expect(fresh["starts"] == .day(try JalaliDay(1406, 2, 20)))
  }

  @Test func `where the machine stood still over it, the window counts from the night that ran`() throws {
    let agreement = try road.agree()
    try road.work(agreement)
    try road.night(1405, 12, 20)
    try road.night(1406, 5, 10)
    #expect(try outcome()["kind"] == "held", "nobody could decide meanwhile")
    let last = try #require(try outcome()["openUntil"].map { try JalaliDay(value: $0) })
    let counted = (last.number - (try JalaliDay(1406, 5, 9)).number)
    #expect((45...50).contains(counted), "45 days, rolled to a working day")
    try road.run("approve-year", input(agreement), as: road.deputy)
    try road.night(1406, 5, 11)
    #expect(try outcome()["kind"] == "renewed")
    #expect(try road.row(2)?["starts"] == .day(try JalaliDay(1406, 1, 1)))
  }

  @Test func `a window that would close on a holiday closes on the next working day`() throws {
    let other = try BaseRoad(in: "IR-06")
    let institute = try other.institute()
    _ = try other.propose(institute, at: 1)
    let base = try other.propose(institute, at: 2)
    try other.run("admit", other.admission(base), as: other.deputy)
    try other.run("agree", .record(["base": base]), as: other.director)
    try other.night(1406, 2, 1)
    // From 1406/01/31 it would be 14 Khordad, a Friday and a holiday; the 15th is one too.
    #expect(try other.outcomes().first?["openUntil"] == .day(try JalaliDay(1406, 3, 16)))
  }

  @Test func `a decision is revised by its taker until the night, in both directions, and both stay`() throws {
    let agreement = try road.agree()
    let other = Principal.test(.preventionDeputy, in: "IR-27", number: 8)
    func revise(_ decision: Value) -> Value { input(agreement, ["decision": decision, "reason": "گزارش تازه"]) }
    #expect(road.codes("revise-decision", revise("approved"), as: road.deputy) == ["healthbases.nothing-to-revise"])
    try road.work(agreement)
    try road.run("disapprove-year", input(agreement, ["reason": "ناقص"]), as: road.deputy)
    #expect(road.codes("revise-decision", revise("approved"), as: other) == ["healthbases.not-the-taker"])
    #expect(road.codes("revise-decision", revise("disapproved"), as: road.deputy) == ["healthbases.same-decision"])
    try road.run("revise-decision", revise("approved"), as: road.deputy)
    try road.run("revise-decision", revise("disapproved"), as: road.deputy)
    try road.run("revise-decision", revise("approved"), as: road.deputy)
    let taken = try road.show(agreement)["decisions"]?.items.compactMap { $0["decision"]?.string }
    #expect(taken == ["disapproved", "approved", "disapproved", "approved"])
    try road.night(1406, 1, 1)
    #expect(try outcome()["kind"] == "renewed")
    #expect(road.codes("revise-decision", revise("disapproved"), as: road.deputy) == ["healthbases.year-settled"])
  }

  @Test func `nobody revises to an approval who recorded an activity meanwhile`() throws {
    let agreement = try road.agree()
    try road.work(agreement)
    let both = Principal.test(.preventionDeputy, .preventionOfficer, in: "IR-27", number: 8)
    try road.run("disapprove-year", input(agreement, ["reason": "ناقص"]), as: both)
    try road.run("record-activity", road.activity(agreement, "assets"), as: both)
    let revised = input(agreement, ["decision": "approved", "reason": "کامل شد"])
    #expect(road.codes("revise-decision", revised, as: both) == ["registry.same-hands"])
  }

  @Test func `what was decided in the window may be mended the same day, and lapses or renews with the night`() throws {
    let agreement = try held()
    try road.on(1406, 1, 20)
    try road.run("approve-year", input(agreement), as: road.deputy)
    try road.run("revise-decision", input(agreement, ["decision": "disapproved", "reason": "گزارش نادرست"]), as: road.deputy)
    try road.night(1406, 1, 20)
    #expect(try outcome()["kind"] == "held")
    try road.night(1406, 1, 21)
    #expect(try outcome()["kind"] == "lapsed")
    #expect(try outcome()["closedOn"] == .day(try JalaliDay(1406, 1, 21)))
    #expect(try outcome()["reasons"] == ["healthbases.year-not-decided", "healthbases.year-disapproved"])
  }

  @Test func `in the window the past term comes in late with a reason, and what is done meanwhile goes over`() throws {
    let agreement = try road.agree()
    try road.night(1406, 1, 1)
    try road.on(1406, 1, 20)
    let late = road.activity(agreement, "assets", on: "1405/12/25")
    #expect(road.codes("record-activity", late, as: road.officer) == ["healthbases.late-without-reason"])
    func because(_ activity: Value) -> Value { .object(activity.members + [Value.Member("reason", "دفتر تعطیل بود")]) }
    for (commitment, month) in zip(BaseRoad.commitments, [2, 3, 5, 6, 8, 9]) {
      try road.run("record-activity", because(road.activity(agreement, commitment, on: .text("1405/0\(month)/01"))), as: road.officer)
    }
    // A deputy who also records is no deputy of that year any more.
    let both = Principal.test(.preventionDeputy, .preventionOfficer, in: "IR-27", number: 8)
    try road.run("record-activity", road.activity(agreement, "advocacy", on: "1406/01/15"), as: both)
    #expect(
      road.codes("record-activity", road.activity(agreement, "advocacy", on: "1406/01/21"), as: road.officer) == [
        "healthbases.activity-in-future"
      ])
    func listed() throws -> [Value] {
      try road.store.ask("healthbases.activities", as: road.officer)["items"]?.items ?? []
    }
    #expect(try listed().map { $0["isLate"] } == Array(repeating: true, count: 6) + [false])
    #expect(try listed().map { $0["isPending"] } == Array(repeating: false, count: 6) + [true])
    #expect(try road.show(agreement)["pending"] == 1)
    try road.run("approve-year", input(agreement), as: road.deputy)
    try road.night(1406, 1, 21)
    #expect(try listed().last?["agreement"] == "AG-27-1406-0001")
    #expect(try listed().last?["isPending"] == false)
    #expect(try road.row(2)?["activities"] == 1)
    try road.on(1406, 11, 1)
    #expect(road.codes("approve-year", .record(["agreement": 2]), as: both) == ["registry.same-hands"])
  }

  @Test func `what is done in the window of a year that lapses stays pending, and a closed licence lets nothing be done`() throws {
    let agreement = try held()
    try road.on(1406, 1, 20)
    try road.license(.suspended)
    let meanwhile = road.activity(agreement, "advocacy", on: "1406/01/15")
    #expect(road.codes("record-activity", meanwhile, as: road.officer) == ["healthbases.not-licensed"])
    try road.license(.licensed)
    try road.run("record-activity", meanwhile, as: road.officer)
    try road.night(1406, 2, 15)
    #expect(try outcome()["kind"] == "lapsed")
    #expect(try road.show(agreement)["pending"] == 1)
    #expect(road.codes("record-activity", meanwhile, as: road.officer) == ["healthbases.not-in-force", "healthbases.outside-term"])
  }

  @Test func `a year decided in the window under an obstacle stays held until somebody releases it`() throws {
    let agreement = try road.agree()
    try road.work(agreement)
    try road.run("suspend-base", .record(["base": 1, "reason": "بازرسی"]), as: road.deputy)
    try road.night(1406, 1, 1)
    #expect(try outcome()["reasons"] == ["healthbases.year-not-decided", "healthbases.base-suspended"])
    try road.run("approve-year", input(agreement), as: road.deputy)
    try road.night(1406, 1, 2)
    #expect(try outcome()["kind"] == "held")
    #expect(try outcome()["reasons"] == ["healthbases.base-suspended"])
    #expect(try outcome()["openUntil"] == .day(try JalaliDay(1406, 12, 29)))
    try road.run("resume-base", .record(["base": 1, "reason": "رفع ایراد"]), as: road.deputy)
    // Gone or not: since when, a person says.
    try road.night(1406, 3, 1)
    #expect(try outcome()["kind"] == "held")
    try road.on(1406, 3, 10)
    try road.run("release-held", input(agreement, ["reason": "رفع ایراد"]), as: road.deputy)
    #expect(try road.row(2)?["starts"] == .day(try JalaliDay(1406, 3, 10)))
    #expect(try road.proof(1406)["isProven"] == true)
  }

  @Test func `days of suspension are kept, whichever suspension it was, and shorten what the year owes`() throws {
    let agreement = try road.agree()
    try road.on(1405, 4, 1)
    try road.license(.suspended)
    try road.on(1405, 4, 11)
    try road.run("suspend-base", .record(["base": 1, "reason": "بازرسی"]), as: road.deputy)
    try road.on(1405, 4, 21)
    try road.license(.licensed)
    #expect(try road.show(agreement)["idleDays"] == 21)
    try road.on(1405, 5, 1)
    try road.run("resume-base", .record(["base": 1, "reason": "رفع ایراد"]), as: road.deputy)
    try road.on(1405, 11, 1)
    // Tir 1 to 31: one month of the term, each day once.
    #expect(try road.show(agreement)["idleDays"] == 31)
  }

  @Test func `the deputy sees every year that can be decided, with what it lacks and until when`() throws {
    let worked = try road.agree(at: 1)
    _ = try road.agree(until: JalaliDay(1405, 12, 1), at: 2)
    let decided = try road.agree(at: 3)
    func years() throws -> [Value] { try road.store.ask("healthbases.years-to-decide", as: road.deputy)["years"]?.items ?? [] }
    try road.on(1405, 10, 30)
    #expect(try years() == [])
    try road.approve(decided)
    try road.work(worked)
    let open = try years()
    #expect(open.map { $0["agreement"] } == ["AG-27-1405-0001", "AG-27-1405-0002"])
    #expect(open.map { $0["missing"]?.items.count } == [0, 3])
    #expect(open.map { $0["obstacles"]?.items.compactMap { $0["code"]?.string } } == [[], ["healthbases.not-licensed"]])
    #expect(open.map { $0["decideUntil"] } == Array(repeating: .day(try JalaliDay(1406, 2, 14)), count: 2))
    try road.night(1406, 1, 1)
    try road.night(1406, 2, 14)
    #expect(try years().count == 2)
    try road.night(1406, 2, 15)
    #expect(try years() == [])
  }

  @Test func `who would begin after 1 Dey begins on 1 Farvardin`() throws {
    try road.on(1405, 10, 2)
    let base = try road.propose(try road.institute())
    try road.run("admit", road.admission(base), as: road.deputy)
    let late = Value.record(["base": base, "starts": "1405/10/02"])
    #expect(road.codes("agree", late, as: road.director) == ["healthbases.term-too-short"])
    let signed = try road.run("agree", .record(["base": base]), as: road.director)
    #expect(signed["starts"] == .day(try JalaliDay(1406, 1, 1)))
    #expect(signed["ends"] == .day(try JalaliDay(1406, 12, 29)))
  }
}
