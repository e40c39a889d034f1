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

  private func objection(_ agreement: Value) -> Value {
    .record(["agreement": agreement, "grounds": "گزارش بازدید نادرست بود", "channel": "letter"])
  }

  private func decide(_ objection: Value?, _ isUpheld: Bool, as principal: Principal, on road: BaseRoad? = nil) throws {
    try (road ?? self.road).store.run(
      "objections.decide", .record(["objection": objection ?? .null, "isUpheld": .bool(isUpheld), "answer": "بررسی دوباره"]),
      as: principal)
  }

  @Test func `an upheld objection renews the year without a gap, and the institute objects once`() throws {
    let agreement = try road.agree()
    #expect(road.codes("appeal-outcome", objection(agreement), as: road.officer) == ["objections.nothing-decided"])
    try road.work(agreement)
    try road.run("disapprove-year", .record(["agreement": agreement, "reason": "بازدید ناموفق"]), as: road.deputy)
    try road.night(1406, 1, 1)
    try road.on(1406, 1, 10)
    try road.store.run(
      "objections.hand-over",
      .record(["object": "AG-27-1405-0001", "manner": "registeredLetter", "recipient": "مدیرعامل مؤسسه", "proof": "۱۲۳۴"]), as: road.officer
    )
    try road.on(1406, 2, 5)
    let told = objection(agreement)
    #expect(road.codes("appeal-outcome", told, as: road.deputy) == ["permission.missing"])
    #expect(road.codes("appeal-outcome", told, as: kurdistan.officer) == ["not-found"])
    let appeal = try road.run("appeal-outcome", told, as: road.officer)["code"]
    #expect(road.codes("appeal-outcome", told, as: road.officer) == ["objections.objected-already"])
    #expect(refusal { try decide(appeal, true, as: road.deputy) } == ["objections.not-the-superior"])
    #expect(refusal { try decide(appeal, true, as: kurdistan.director) } == ["not-found"])
    try decide(appeal, true, as: road.director)
    #expect(refusal { try decide(appeal, false, as: road.director) } == ["objections.not-a-step"])
    let outcome = try #require(try road.outcomes().first)
    #expect(outcome["kind"] == "renewed")
    #expect(outcome["releasedOn"] == .day(try JalaliDay(1406, 2, 5)))
    #expect(try road.row(2)?["starts"] == .day(try JalaliDay(1406, 1, 1)))
    #expect(try road.proof(1406)["isProven"] == true)
  }

  @Test func `a rejected objection leaves the outcome as it is`() throws {
    let agreement = try lapsed()
    let appeal = try road.run("appeal-outcome", objection(agreement), as: road.officer)["code"]
    try decide(appeal, false, as: road.director)
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
    let appeal = try road.run("appeal-outcome", objection(agreement), as: clerk)["code"]
    for principal in [both, recorder, clerk] {
      #expect(refusal { try decide(appeal, true, as: principal) } == ["registry.same-hands"])
    }
    try decide(appeal, true, as: road.director)
  }

  @Test func `upheld after a fresh agreement the year is renewed by it, and the national office decides for its signer`() throws {
    let agreement = try lapsed()
    let appeal = try road.run("appeal-outcome", objection(agreement), as: road.officer)["code"]
    try road.on(1406, 1, 10)
    let fresh = try road.run("agree", .record(["base": 1]), as: road.director)
    let nation = Principal.test(.nationalAdmin, in: nil, number: 99)
    #expect(refusal { try decide(appeal, true, as: road.director) } == ["registry.same-hands"])
    #expect(refusal { try decide(appeal, false, as: road.director) } == ["registry.same-hands"])
    #expect(refusal { try decide(appeal, false, as: kurdistan.director) } == ["not-found"])
    try decide(appeal, true, as: nation)
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
    let appeal = try road.run("appeal-outcome", objection(agreement), as: road.officer)["code"]
    try road.run("agree", .record(["base": 1]), as: road.director)
    try road.night(1407, 1, 1)
    try decide(appeal, true, as: .test(.nationalAdmin, in: nil, number: 99))
    #expect(try road.proof(1406)["isProven"] == true && road.proof(1407)["held"] == 1)
  }

  @Test func `upheld after the next term was over as well, the row says so, and the base agrees anew`() throws {
    let agreement = try lapsed()
    let appeal = try road.run("appeal-outcome", objection(agreement), as: road.officer)["code"]
    try road.night(1407, 1, 1)
    try decide(appeal, true, as: road.director)
    let outcome = try #require(try road.outcomes().first)
    #expect(outcome["kind"] == "lapsed" && outcome["reasons"] == ["healthbases.upheld-late"])
    let proof = try road.proof(1406)
    #expect(proof["isProven"] == true && proof["agreements"]?.items.first?["isUpheld"] == true)
    try road.run("agree", .record(["base": 1]), as: .test(.provincialDirector, number: 98))
  }

  @Test func `where something else stands in the way an upheld objection holds the year`() throws {
    let third = try BaseRoad()
    let year = try third.agree()
    try third.work(year)
    try third.run("disapprove-year", .record(["agreement": year, "reason": "ناقص"]), as: third.deputy)
    try third.night(1406, 1, 1)
    try third.license(.suspended)
    let other = try third.run("appeal-outcome", objection(year), as: third.officer)["code"]
    try decide(other, true, as: third.director, on: third)
    let outcome = try #require(try third.outcomes().first)
    #expect(outcome["kind"] == "held" && outcome["reasons"] == ["healthbases.not-licensed"])
    #expect(outcome["openUntil"] == .day(try JalaliDay(1406, 12, 29)))
    try third.license(.licensed)
    try third.on(1406, 2, 1)
    try third.run("release-held", .record(["agreement": year, "reason": "رفع تعلیق"]), as: third.deputy)
    #expect(try third.proof(1406)["isProven"] == true)
  }

  @Test func `an upheld objection to a suspension lets the base go on`() throws {
    let agreement = try road.agree()
    try road.run("suspend-base", .record(["base": 1, "reason": "بازدید ناموفق"]), as: road.deputy)
    let raised = try road.store.run(
      "objections.raise", .record(["object": "healthbases.base/1", "grounds": "بازدید دیگری بود", "channel": "counter"]),
      as: road.officer)
    #expect(raised["decision"] == "healthbases.suspension/1")
    try decide(raised["code"], true, as: road.director)
    #expect(try road.show(agreement)["base"]?["state"] == "admitted")
  }

  private func terminated(_ agreement: Value? = nil) throws -> Value {
    let agreement = try agreement ?? road.agree()
    let finding = Value.record(["agreement": agreement, "capacity": "official", "reason": "کمبود نیرو"])
    try road.run("propose-termination", finding, as: road.officer)
    try road.run("confirm-termination", .record(["agreement": agreement, "capacity": "deputy"]), as: road.deputy)
    try road.run("confirm-termination", .record(["agreement": agreement, "capacity": "director"]), as: road.director)
    road.store.day = road.store.day.adding(days: 40)
    try road.run("terminate", .record(["agreement": agreement, "reason": "کمبود نیرو"]), as: road.director)
    return agreement
  }

  @Test func `an upheld objection to a termination brings the agreement back, and none who found it necessary decides`() throws {
    let agreement = try terminated()
    let objection = try road.run("appeal-outcome", objection(agreement), as: road.officer)["code"]
    #expect(refusal { try decide(objection, true, as: road.director) } == ["objections.not-the-superior"])
    let both = Principal.test(.nationalAdmin, in: nil, number: 99)
    try decide(objection, true, as: both)
    #expect(try road.row(1)?["state"] == "active")
    try road.work(agreement)
    #expect(road.codes("appeal-outcome", self.objection(agreement), as: road.officer) == ["objections.nothing-decided"])
  }

  @Test func `the days between a termination and its upheld objection are owed by nobody`() throws {
    let agreement = try terminated()
    let objection = try road.run("appeal-outcome", objection(agreement), as: road.officer)["code"]
    road.store.day = road.store.day.adding(days: 10)
    try decide(objection, true, as: .test(.nationalAdmin, in: nil, number: 99))
    #expect(try road.show(agreement)["idleDays"] == 9)
  }

  @Test func `upheld after the term was over, the year is decided on as if it had run to its end`() throws {
    let agreement = try terminated()
    let objection = try road.run("appeal-outcome", objection(agreement), as: road.officer)["code"]
    try road.night(1406, 1, 1)
    #expect(try road.outcomes().map { $0["kind"] } == ["lapsed"])
    try decide(objection, true, as: .test(.nationalAdmin, in: nil, number: 99))
    let outcome = try #require(try road.outcomes().first)
    #expect(outcome["kind"] == "held" && outcome["reasons"] == ["healthbases.year-not-decided"])
  }

  @Test func `a renewed agreement that comes back unsigned is signed then, with the whole time`() throws {
    let first = try road.agree()
    try road.work(first)
    try road.on(1405, 12, 1)
    try road.run("approve-year", .record(["agreement": first]), as: road.deputy)
    try road.night(1406, 1, 1)
    let agreement = try terminated(2)
    #expect(try road.show(agreement)["signature"]?["state"] == "void")
    let objection = try road.run("appeal-outcome", objection(agreement), as: road.officer)["code"]
    try decide(objection, true, as: .test(.nationalAdmin, in: nil, number: 99))
    let signature = try road.show(agreement)["signature"]
    #expect(signature?["state"] == "awaited" && signature?["dueOn"] != .null)
    #expect(try road.row(agreement)?["state"] == "active")
    try road.run("sign-renewal", .record(["agreement": agreement]), as: road.director)
  }
}
