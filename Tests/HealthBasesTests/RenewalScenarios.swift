import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `The night of the renewals` {
  let road: BaseRoad
  let kurdistan: BaseRoad

  init() throws {
    road = try BaseRoad()
    kurdistan = try BaseRoad(in: "IR-12", sharing: road)
  }

  @Test func `nothing happens on the last day, everything on the first after it`() throws {
    let approved = try road.agree(at: 1)
    let silent = try road.agree(at: 2)
    let refused = try road.agree(at: 3)
    try road.approve(approved)
    try road.on(1405, 12, 10)
    try road.run("disapprove-year", .record(["agreement": refused, "reason": "بی‌کار"]), as: road.deputy)
    try road.night(1405, 12, 29)
    #expect(try road.outcomes() == [])
    #expect(try road.proof(1406)["ended"] == 0)
    try road.night(1406, 1, 1)
    let outcomes = try road.outcomes()
    #expect(outcomes.map { $0["kind"] } == ["renewed", "held", "lapsed"])
    #expect(outcomes[1]["reasons"] == ["healthbases.year-not-decided"])
    #expect(outcomes[2]["reasons"] == ["healthbases.year-disapproved"])
    let next = try road.row(4)
    #expect(next?["previous"] == approved)
    #expect(next?["starts"] == .day(try JalaliDay(1406, 1, 1)))
    #expect(next?["ends"] == .day(try JalaliDay(1406, 12, 29)))
    #expect(next?["decision"] == .null)
    #expect(try road.row(approved)?["state"] == "ended")
    #expect(try road.row(silent)?["ends"] == .day(try JalaliDay(1405, 12, 29)))
    let proof = try road.proof(1406)
    #expect(proof["ended"] == 3 && proof["renewed"] == 1 && proof["lapsed"] == 1 && proof["held"] == 1)
    #expect(proof["isProven"] == true)
    #expect(try kurdistan.proof(1406)["ended"] == 0)
  }

  @Test func `nights that were missed are caught up, and running again changes nothing`() throws {
    try road.approve(try road.agree())
    try road.night(1405, 12, 28)
    try road.night(1406, 1, 5)
    #expect(try road.outcomes().map { $0["settledOn"] } == [.day(try JalaliDay(1406, 1, 1))])
    try road.night(1406, 1, 6)
    #expect(try road.outcomes().count == 1)
    #expect(try road.proof(1406)["isProven"] == true)
  }

  @Test func `an approved year under an expired licence is held, and released when the licence is back`() throws {
    let agreement = try road.agree(until: JalaliDay(1405, 12, 29))
    try road.approve(agreement)
    try road.night(1406, 1, 1)
    #expect(try road.outcomes().map { $0["reasons"] } == [["healthbases.not-licensed"]])
    #expect(try road.proof(1406)["held"] == 1)
    let release = Value.record(["agreement": agreement, "reason": "پروانه تمدید شد"])
    #expect(road.codes("release-held", release, as: road.deputy) == ["healthbases.not-licensed"])
    #expect(road.codes("release-held", release, as: road.officer) == ["permission.missing"])
    #expect(road.codes("release-held", release, as: kurdistan.deputy) == ["not-found"])
    try road.license(.licensed, until: JalaliDay(1407, 12, 29))
    try road.run("release-held", release, as: road.deputy)
    #expect(try road.proof(1406)["renewed"] == 1)
  }

  @Test func `the night shows what it would write, and writes nothing`() throws {
    try road.approve(try road.agree())
    road.store.day = try JalaliDay(1406, 1, 1)
    let entries = try Night(road.store.runtime, host: "test").preview(upTo: road.store.day)
    // The old agreement, the new one, its signatures with their clock, the outcome, and four who are told.
    #expect(entries.filter { $0["act"] == "healthbases.renew" }.count == 9 && entries.last?["act"] == "nightly.done")
    #expect(try road.outcomes() == [])
    #expect(try road.row(1)?["state"] == "active")
  }

  @Test func `a suspended base is held; resumed, it is released once and within the next term`() throws {
    let agreement = try road.agree()
    let release = Value.record(["agreement": agreement, "reason": "رفع ایراد"])
    #expect(road.codes("release-held", release, as: road.deputy) == ["healthbases.not-settled"])
    try road.approve(agreement)
    try road.run("suspend-base", .record(["base": 1, "reason": "بازرسی"]), as: road.deputy)
    try road.night(1406, 1, 1)
    #expect(try road.outcomes().map { $0["reasons"] } == [["healthbases.base-suspended"]])
    try road.run("resume-base", .record(["base": 1, "reason": "رفع ایراد"]), as: road.deputy)
    road.store.day = try JalaliDay(1406, 3, 10)
    let released = try road.run("release-held", release, as: road.deputy)
    #expect(released["kind"] == "renewed")
    let next = try road.row(released["successor"] ?? 0)
    #expect(next?["starts"] == .day(try JalaliDay(1406, 3, 10)))
    #expect(next?["ends"] == .day(try JalaliDay(1406, 12, 29)))
    #expect(road.codes("release-held", release, as: road.deputy) == ["healthbases.not-held"])
    let proof = try road.proof(1406)
    #expect(proof["renewed"] == 1 && proof["held"] == 0 && proof["isProven"] == true)
  }

  @Test func `a held agreement is not released after the term that would have followed`() throws {
    let agreement = try road.agree()
    try road.approve(agreement)
    try road.run("suspend-base", .record(["base": 1, "reason": "بازرسی"]), as: road.deputy)
    try road.night(1406, 1, 1)
    try road.run("resume-base", .record(["base": 1, "reason": "رفع ایراد"]), as: road.deputy)
    road.store.day = try JalaliDay(1407, 1, 1)
    let release = Value.record(["agreement": agreement, "reason": "دیر"])
    #expect(road.codes("release-held", release, as: road.deputy) == ["healthbases.release-too-late"])
    #expect(road.codes("agree", .record(["base": 1]), as: road.director) == ["healthbases.agreement-held"])
    try road.night(1407, 1, 1)
    let outcome = try #require(try road.outcomes().first)
    #expect(outcome["kind"] == "lapsed")
    #expect(outcome["closedOn"] == .day(try JalaliDay(1407, 1, 1)))
    #expect(outcome["reasons"] == ["healthbases.base-suspended", "healthbases.not-released"])
    let fresh = try road.run("agree", .record(["base": 1]), as: road.director)
    #expect(fresh["previous"] == agreement)
  }

  @Test func `where the module is off the outcome is written all the same`() throws {
    let agreement = try kurdistan.agree()
    let other = try kurdistan.agree(at: 2)
    try kurdistan.approve(agreement)
    try kurdistan.night(1406, 1, 1)
    let outcomes = try kurdistan.outcomes()
    #expect(outcomes.map { $0["kind"] } == ["held", "held"])
    #expect(outcomes.map { $0["reasons"] } == [["healthbases.module-off"], ["healthbases.year-not-decided", "healthbases.module-off"]])
    #expect(try kurdistan.proof(1406)["isProven"] == true)
    let release = Value.record(["agreement": agreement, "reason": "ماژول روشن شد"])
    #expect(kurdistan.codes("release-held", release, as: kurdistan.deputy) == ["healthbases.module-off"])
    let fresh = Value.record(["base": 2])
    #expect(kurdistan.codes("agree", fresh, as: kurdistan.director) == ["module.off"])
    #expect(
      kurdistan.codes("approve-year", .record(["agreement": other]), as: kurdistan.deputy) == ["module.off"])
    try kurdistan.license(.suspended)
    try kurdistan.license(.licensed)
    kurdistan.store.day = try JalaliDay(1406, 2, 1)
    try kurdistan.run("release-held", release, as: kurdistan.deputy)
    #expect(try kurdistan.proof(1406)["renewed"] == 1)
  }

  @Test func `reminders come on four days, none lost and none twice, also when nights are caught up`() throws {
    _ = try road.agree()
    let end = try JalaliDay(1405, 12, 29)
    try road.night(1405, 9, 1)
    try road.night(1405, 11, 15)
    try road.night(1406, 1, 3)
    let days = try road.deadlines.noticeDays(in: road.store)
    // On the first night after the end it is held.
    #expect(
      days.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == [90, 60, 30, 7].map { end.adding(days: -$0) } + [end.adding(days: 1)])
    // The deputy who decides, and the officer who can still record what was done; then the four whom an outcome concerns.
    #expect(days.count == 4 * 2 + 4)
  }

  @Test func `an agreement that begins late is reminded of what is still to come`() throws {
    road.store.day = try JalaliDay(1405, 10, 1)
    _ = try road.agree()
    try road.night(1405, 10, 1)
    try road.night(1405, 12, 29)
    #expect(
      try Set(road.deadlines.noticeDays(in: road.store)) == [JalaliDay(1405, 10, 29), JalaliDay(1405, 11, 29), JalaliDay(1405, 12, 22)])
  }
}
