import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Objections to an outcome` {
  let road: BaseRoad
  let kurdistan: BaseRoad

  init() throws {
    road = try BaseRoad()
    kurdistan = try BaseRoad(in: "IR-12", sharing: road)
  }

  /// A year with all its activities that the deputy did not approve; lapsed since 1406/01/01.
  private func lapsed() throws -> Value {
    let agreement = try road.agree()
    try road.work(agreement)
    try road.run("disapprove-year", .record(["agreement": agreement, "reason": "بازدید ناموفق"]), as: road.deputy)
    try road.night(1406, 1, 1)
    return agreement
  }

  private func objection(_ agreement: Value, told: Value = .null) -> Value {
    .record(["agreement": agreement, "grounds": "گزارش بازدید نادرست بود", "handedOverOn": told])
  }

  private func answer(_ appeal: Value?, _ answer: Value) -> Value {
    .record(["appeal": appeal ?? .null, "answer": answer, "reason": "بررسی دوباره"])
  }

  @Test func `an upheld objection renews the year without a gap, and the institute objects once`() throws {
    let agreement = try road.agree()
    #expect(road.codes("appeal-outcome", objection(agreement), as: road.officer) == ["healthbases.not-settled"])
    try road.work(agreement)
    try road.run("disapprove-year", .record(["agreement": agreement, "reason": "بازدید ناموفق"]), as: road.deputy)
    try road.night(1406, 1, 1)
    try road.on(1406, 2, 5)
    #expect(road.codes("appeal-outcome", objection(agreement), as: road.officer) == ["healthbases.appeal-too-late"])
    let told = objection(agreement, told: "1406/01/10")
    #expect(road.codes("appeal-outcome", told, as: road.deputy) == ["permission.missing"])
    #expect(road.codes("appeal-outcome", told, as: kurdistan.officer) == ["not-found"])
    let appeal = try road.run("appeal-outcome", told, as: road.officer)["id"]
    #expect(road.codes("appeal-outcome", told, as: road.officer) == ["conflict.exists"])
    #expect(road.codes("decide-appeal", answer(appeal, "uphold"), as: road.deputy) == ["permission.missing"])
    #expect(road.codes("decide-appeal", answer(appeal, "uphold"), as: kurdistan.director) == ["not-found"])
    try road.run("decide-appeal", answer(appeal, "uphold"), as: road.director)
    #expect(road.codes("decide-appeal", answer(appeal, "reject"), as: road.director) == ["healthbases.no-such-appeal-step"])
    let outcome = try #require(try road.outcomes().first)
    #expect(outcome["kind"] == "renewed")
    #expect(outcome["releasedOn"] == .day(try JalaliDay(1406, 2, 5)))
    #expect(try road.row(2)?["starts"] == .day(try JalaliDay(1406, 1, 1)))
    #expect(try road.proof(1406)["isProven"] == true)
    #expect(try road.show(agreement)["appeals"]?.items.first?["state"] == "upheld")
  }

  @Test func `a rejected objection leaves the outcome as it is`() throws {
    let agreement = try lapsed()
    let appeal = try road.run("appeal-outcome", objection(agreement), as: road.officer)["id"]
    try road.run("decide-appeal", answer(appeal, "reject"), as: road.director)
    #expect(try road.outcomes().map { $0["kind"] } == ["lapsed"])
    #expect(try road.proof(1406)["lapsed"] == 1)
  }

  @Test func `nobody answers who decided on the year, recorded in it, or entered the objection`() throws {
    let agreement = try road.agree()
    try road.work(agreement)
    let both = Principal.test(.preventionDeputy, .provincialDirector, in: "IR-27", number: 8)
    let recorder = Principal.test(.preventionOfficer, .provincialDirector, in: "IR-27", number: 9)
    let clerk = Principal.test(.ngoOfficer, .provincialDirector, in: "IR-27", number: 10)
    try road.run("record-activity", road.activity(agreement, "assets"), as: recorder)
    try road.run("disapprove-year", .record(["agreement": agreement, "reason": "ناقص"]), as: both)
    try road.night(1406, 1, 1)
    let appeal = try road.run("appeal-outcome", objection(agreement), as: clerk)["id"]
    for principal in [both, recorder, clerk] {
      #expect(road.codes("decide-appeal", answer(appeal, "uphold"), as: principal) == ["registry.same-hands"])
    }
    try road.run("decide-appeal", answer(appeal, "uphold"), as: road.director)
  }

  @Test func `upheld after a fresh agreement the year is renewed by it, and the national office decides for its signer`() throws {
    let agreement = try lapsed()
    let appeal = try road.run("appeal-outcome", objection(agreement), as: road.officer)["id"]
    try road.on(1406, 1, 10)
    let fresh = try road.run("agree", .record(["base": 1]), as: road.director)
    let nation = Principal.test(.nationalAdmin, in: nil, number: 99)
    #expect(road.codes("decide-appeal", answer(appeal, "uphold"), as: road.director) == ["registry.same-hands"])
    #expect(road.codes("decide-appeal", answer(appeal, "reject"), as: road.director) == ["registry.same-hands"])
    #expect(road.codes("decide-appeal", answer(appeal, "reject"), as: kurdistan.director) == ["not-found"])
    try road.run("decide-appeal", answer(appeal, "uphold"), as: nation)
    let outcome = try #require(try road.outcomes().first)
    #expect(outcome["kind"] == "renewed" && outcome["successor"] == fresh["code"])
    #expect(outcome["releasedOn"] == .day(try JalaliDay(1406, 1, 10)))
    #expect(try road.row(2)?["state"] == "active")
    let proof = try road.proof(1406)
    #expect(proof["isProven"] == true && proof["renewed"] == 1)
    #expect(proof["agreements"]?.items.first?["isUpheld"] == true)
  }

  @Test func `upheld long after, the year is renewed by the agreement that came next, though it ended too`() throws {
    let agreement = try lapsed()
    let appeal = try road.run("appeal-outcome", objection(agreement), as: road.officer)["id"]
    try road.run("agree", .record(["base": 1]), as: road.director)
    try road.night(1407, 1, 1)
    try road.run("decide-appeal", answer(appeal, "uphold"), as: .test(.nationalAdmin, in: nil, number: 99))
    #expect(try road.proof(1406)["isProven"] == true && road.proof(1407)["held"] == 1)
  }

  @Test func `where something else stands in the way an upheld objection holds the year`() throws {
    let third = try BaseRoad()
    let year = try third.agree()
    try third.work(year)
    try third.run("disapprove-year", .record(["agreement": year, "reason": "ناقص"]), as: third.deputy)
    try third.night(1406, 1, 1)
    try third.license(.suspended)
    let other = try third.run("appeal-outcome", objection(year), as: third.officer)["id"]
    try third.run("decide-appeal", answer(other, "uphold"), as: third.director)
    let outcome = try #require(try third.outcomes().first)
    #expect(outcome["kind"] == "held" && outcome["reasons"] == ["healthbases.not-licensed"])
    #expect(outcome["openUntil"] == .day(try JalaliDay(1406, 12, 29)))
    try third.license(.licensed)
    try third.on(1406, 2, 1)
    try third.run("release-held", .record(["agreement": year, "reason": "رفع تعلیق"]), as: third.deputy)
    #expect(try third.proof(1406)["isProven"] == true)
  }
}
