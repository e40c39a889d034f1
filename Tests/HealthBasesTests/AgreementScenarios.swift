import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Bases and their agreements` {
  let road: BaseRoad
  let kurdistan: BaseRoad

  init() throws {
    road = try BaseRoad()
    kurdistan = try BaseRoad(in: "IR-12", sharing: road)
  }

  @Test func `a base is admitted under S4's conditions by somebody else`() throws {
    let institute = try road.institute()
    let base = try road.propose(institute)
    let both = Principal.test(.preventionDeputy, in: "IR-27", number: 1)
    #expect(road.codes("admit", road.admission(base), as: both) == ["registry.same-hands"])
    #expect(road.codes("admit", road.admission(base), as: road.officer) == ["permission.missing"])
    #expect(road.codes("admit", road.admission(base), as: kurdistan.deputy) == ["not-found"])
    let bare = Value.record(["base": base, "experience": " ", "personnel": [1, 1]])
    #expect(road.codes("admit", bare, as: road.deputy) == ["healthbases.no-record", "healthbases.too-few-personnel"])
    let foreign = Value.record(["base": base, "experience": "س", "personnel": [1, 1001]])
    #expect(road.codes("admit", foreign, as: road.deputy) == ["not-found"])
    #expect(road.codes("agree", .record(["base": base]), as: road.director) == ["healthbases.not-admitted"])
    try road.run("admit", road.admission(base), as: road.deputy)
    #expect(road.codes("admit", road.admission(base), as: road.deputy) == ["healthbases.no-such-base-step"])
    #expect(
      road.codes(
        "propose", .record(["institute": institute, "neighbourhood": 1, "name": "دوباره"]), as: road.officer)
        == ["conflict.exists"])
    #expect(
      road.codes("propose", .record(["institute": institute, "neighbourhood": 1001, "name": "دور"]), as: road.officer)
        == ["not-found"])
  }

  @Test func `an institute without a licence gets no base, and a province may want the record sighted`() throws {
    let base = try road.propose(try road.institute(until: JalaliDay(1405, 1, 31)))
    #expect(road.codes("admit", road.admission(base), as: road.deputy) == ["healthbases.not-licensed"])
    let strict = try BaseRoad(in: "IR-06")
    let institute = try strict.institute()
    let first = try strict.propose(institute, at: 1)
    #expect(strict.codes("admit", strict.admission(first), as: strict.deputy) == ["healthbases.record-not-sighted"])
    let second = try strict.propose(institute, at: 2)
    try strict.run("admit", strict.admission(second), as: strict.deputy)
  }

  @Test func `an agreement ends with the Jalali year, and a base has one`() throws {
    let agreement = try road.agree()
    #expect(try road.row(agreement)?["ends"] == .day(try JalaliDay(1405, 12, 29)))
    #expect(try road.row(agreement)?["code"] == "AG-27-1405-0001")
    #expect(road.codes("agree", .record(["base": 1]), as: road.director) == ["healthbases.agreement-in-force"])
    #expect(road.codes("agree", .record(["base": 1]), as: road.deputy) == ["permission.missing"])
    #expect(road.codes("agree", .record(["base": 1]), as: kurdistan.director) == ["not-found"])
    let early = Value.record(["base": 1, "starts": "1405/01/31"])
    #expect(road.codes("agree", early, as: road.director) == ["healthbases.before-admission"])
    road.store.day = try JalaliDay(1406, 1, 2)
    let over = Value.record(["base": 1, "starts": "1405/03/01"])
    #expect(road.codes("agree", over, as: road.director) == ["healthbases.term-over"])
  }

  @Test func `where anniversaries count, the term is one full year`() throws {
    let other = try BaseRoad(in: "IR-06")
    let institute = try other.institute()
    _ = try other.propose(institute, at: 1)
    let base = try other.propose(institute, at: 2)
    try other.run("admit", other.admission(base), as: other.deputy)
    let agreement = try other.run("agree", .record(["base": base]), as: other.director)
    #expect(agreement["ends"] == .day(try JalaliDay(1406, 1, 31)))
    try other.night(1406, 1, 31)
    #expect(try other.outcomes() == [])
    try other.night(1406, 2, 1)
    #expect(try other.outcomes().map { $0["year"] } == [1406])
    #expect(try other.proof(1406)["isProven"] == true)
  }

  @Test func `activities lie within the term and count distinct people`() throws {
    let agreement = try road.agree()
    func code(_ day: Value) -> [String] {
      road.codes("record-activity", road.activity(agreement, "assets", on: day), as: road.officer)
    }
    #expect(code("1405/01/31") == ["healthbases.outside-term"])
    #expect(code("1405/02/02") == ["healthbases.activity-in-future"])
    #expect(code("1405/02/01") == [])
    #expect(
      road.codes("record-activity", road.activity(agreement, "assets"), as: kurdistan.officer) == ["not-found"])
    #expect(road.codes("record-activity", road.activity(agreement, "assets"), as: road.deputy) == ["permission.missing"])
    let listed = try road.store.ask("healthbases.activities", .record(["agreement": agreement]), as: road.officer)
    #expect(listed["items"]?.items.map { $0["participants"] } == [2])
    func covered(_ principal: Principal) throws -> [Int64] {
      try road.store.snapshot(as: principal) {
        try $0.peopleCoveredByHealthBases(in: Province(parsing: "IR-27"), during: $0.day...$0.day)[.participation]?.map(\.person.raw) ?? []
      }
    }
    #expect(try covered(road.officer) == [5, 6])
    #expect(try covered(kurdistan.officer) == [])
    func places(_ first: JalaliDay, _ last: JalaliDay) throws -> [Int64] {
      try road.store.snapshot(as: road.officer) {
        try $0.placesOfHealthBases(in: Province(parsing: "IR-27"), during: first...last).map(\.raw)
      }
    }
    let (begins, ends) = (try JalaliDay(1405, 2, 1), try JalaliDay(1405, 12, 29))
    #expect(try places(begins, begins).count == 1 && places(ends, ends).count == 1)
    #expect(try places(.earliest, begins.adding(days: -1)).isEmpty && places(ends.adding(days: 1), .latest).isEmpty)
    try road.run("suspend-base", .record(["base": 1, "reason": "بازرسی"]), as: road.deputy)
    #expect(code("1405/02/01") == ["healthbases.base-suspended"])
    #expect(
      road.codes("suspend-base", .record(["base": 1, "reason": "بازرسی"]), as: road.deputy)
        == ["healthbases.no-such-base-step"])
    #expect(
      road.codes("resume-base", .record(["base": 1, "reason": " "]), as: road.deputy) == ["healthbases.no-reason"])
    try road.run("resume-base", .record(["base": 1, "reason": "رفع ایراد"]), as: road.deputy)
    #expect(
      road.codes("resume-base", .record(["base": 1, "reason": "باز"]), as: road.deputy)
        == ["healthbases.no-such-base-step"])
  }

  @Test func `what was done before a base was suspended comes in all the same`() throws {
    let agreement = try road.agree()
    try road.on(1405, 5, 1)
    try road.run("suspend-base", .record(["base": 1, "reason": "بازرسی"]), as: road.deputy)
    func code(_ day: Value) -> [String] {
      road.codes("record-activity", road.activity(agreement, "assets", on: day), as: road.officer)
    }
    #expect(code("1405/04/31") == [])
    #expect(code("1405/05/01") == ["healthbases.base-suspended"])
  }

  @Test func `a year is approved with all six commitments, by somebody who recorded nothing`() throws {
    let agreement = try road.agree()
    let input = Value.record(["agreement": agreement])
    let short = ["healthbases.commitments-not-kept", "healthbases.no-needs-assessment", "healthbases.quarters-not-served"]
    #expect(road.codes("approve-year", input, as: road.deputy) == ["healthbases.decision-early"] + short)
    try road.on(1405, 10, 30)
    let no = Value.record(["agreement": agreement, "reason": "گزارش نادرست"])
    #expect(road.codes("disapprove-year", no, as: road.deputy) == ["healthbases.decision-early"])
    try road.on(1405, 11, 1)
    #expect(try road.show(agreement)["missing"]?.items.compactMap { $0["code"]?.string } == short)
    #expect(try road.show(agreement)["decisionFrom"] == .day(try JalaliDay(1405, 11, 1)))
    try road.work(agreement)
    let recorder = Principal.test(.preventionDeputy, in: "IR-27", number: 1)
    #expect(road.codes("approve-year", input, as: recorder) == ["registry.same-hands"])
    #expect(road.codes("approve-year", input, as: kurdistan.deputy) == ["not-found"])
    #expect(road.codes("approve-year", input, as: road.director) == ["permission.missing"])
    try road.run("approve-year", input, as: road.deputy)
    #expect(try road.row(agreement)?["decision"] == "approved")
    #expect(road.codes("disapprove-year", no, as: road.deputy) == ["healthbases.year-decided"])
    try road.night(1406, 1, 1)
    #expect(road.codes("disapprove-year", no, as: road.deputy) == ["healthbases.year-settled", "healthbases.year-decided"])
  }

  @Test func `a licence that ends suspends the agreement, one that is restored resumes it`() throws {
    let agreement = try road.agree()
    try road.license(.suspended)
    #expect(try road.row(agreement)?["state"] == "suspended")
    #expect(
      road.codes("record-activity", road.activity(agreement, "assets"), as: road.officer) == ["healthbases.not-in-force"])
    try road.license(.licensed)
    #expect(try road.row(agreement)?["state"] == "active")
  }

  @Test func `a notice from months before does not let its time run out at once`() throws {
    let agreement = try road.agree()
    road.store.day = try JalaliDay(1405, 6, 1)
    func proposal(_ notice: Value) -> Value {
      .record(["agreement": agreement, "capacity": "official", "reason": "بی‌فعالیتی", "noticeOn": notice])
    }
    #expect(road.codes("propose-termination", proposal("1405/02/01"), as: road.officer) == ["healthbases.notice-day"])
    #expect(road.codes("propose-termination", proposal("1405/05/01"), as: road.officer) == ["healthbases.notice-day"])
    try road.run("propose-termination", proposal("1405/05/02"), as: road.officer)
  }

  @Test func `early termination needs three people in three capacities and the notice`() throws {
    let agreement = try road.agree()
    func input(_ capacity: String) -> Value {
      .record(["agreement": agreement, "capacity": .text(capacity)])
    }
    let proposal = Value.record(["agreement": agreement, "capacity": "official", "reason": "بی‌فعالیتی"])
    let end = Value.record(["agreement": agreement, "reason": "بی‌فعالیتی"])
    #expect(road.codes("terminate", end, as: road.director) == ["not-found"])
    #expect(road.codes("propose-termination", proposal, as: road.deputy) == ["healthbases.wrong-capacity"])
    let later = Value.record([
      "agreement": agreement, "capacity": "official", "reason": "س", "noticeOn": "1405/02/02",
    ])
    #expect(road.codes("propose-termination", later, as: road.officer) == ["healthbases.notice-day"])
    try road.run("propose-termination", proposal, as: road.officer)
    #expect(road.codes("propose-termination", proposal, as: road.officer) == ["conflict.exists"])
    #expect(
      road.codes("confirm-termination", input("official"), as: road.officer)
        == ["healthbases.capacity-taken", "healthbases.confirmed-already"])
    let both = Principal.test(.preventionDeputy, .provincialDirector, in: "IR-27", number: 5)
    try road.run("confirm-termination", input("deputy"), as: both)
    #expect(road.codes("confirm-termination", input("director"), as: both) == ["healthbases.confirmed-already"])
    #expect(
      road.codes("terminate", end, as: road.director) == ["healthbases.confirmation-missing", "healthbases.notice-runs"])
    try road.run("confirm-termination", input("director"), as: road.director)
    road.store.day = try JalaliDay(1405, 2, 11)
    #expect(road.codes("terminate", end, as: road.director) == ["healthbases.notice-runs"])
    road.store.day = try JalaliDay(1405, 2, 12)
    try road.run("terminate", end, as: road.director)
    #expect(try road.row(agreement)?["state"] == "terminated")
    #expect(road.codes("propose-termination", proposal, as: road.officer) == ["healthbases.no-such-step"])
    try road.night(1406, 1, 1)
    #expect(try road.outcomes().first?["reasons"]?.items.contains("healthbases.terminated") == true)
  }

  @Test func `without a period of notice there is no early termination`() throws {
    let agreement = try kurdistan.agree()
    let proposal = Value.record(["agreement": agreement, "capacity": "official", "reason": "بی‌فعالیتی"])
    #expect(kurdistan.codes("propose-termination", proposal, as: kurdistan.officer) == ["parameter.unset"])
  }

  @Test func `lists show one's own province`() throws {
    _ = try road.agree()
    for list in ["bases", "agreements", "activities", "outcomes"] {
      let items = try road.store.ask("healthbases.\(list)", as: kurdistan.officer)["items"]
      #expect(items == .list([]))
    }
    let bases = try road.store.ask("healthbases.bases", as: road.officer)["items"]?.items
    #expect(bases?.map { $0["agreement"] } == ["AG-27-1405-0001"])
    #expect(try road.store.ask("healthbases.agreements", .record(["base": "HB-27-1405-0001"]), as: road.officer)["items"]?.items.count == 1)
  }
}
