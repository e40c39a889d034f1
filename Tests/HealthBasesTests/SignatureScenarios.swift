import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Signatures of a renewed agreement` {
  let road: BaseRoad
  let kurdistan: BaseRoad

  init() throws {
    road = try BaseRoad()
    kurdistan = try BaseRoad(in: "IR-12", sharing: road)
  }

  /// The first agreement is of 1405 and approved; the second renews it on 1406/01/01, a Sunday. It is signed until 01/31.
  private func renew() throws {
    try road.approve(try road.agree())
    try road.night(1406, 1, 1)
  }

  private let renewed = Value.record(["agreement": 2])
  private func institute(on day: Value = .null) -> Value {
    .record(["agreement": 2, "signatory": "زهرا اکبری", "signedOn": day])
  }
  private func signForOffice() throws { try road.run("sign-renewal", renewed, as: road.director) }
  private func signForInstitute() throws { try road.run("record-institute-signature", institute(), as: road.officer) }
  private func signature() throws -> Value { try road.show(2)["signature"] ?? .null }
  private func date(_ month: Int, _ day: Int) throws -> Value { .day(try JalaliDay(1406, month, day)) }
  private func state() throws -> Value? { try road.row(2)?["state"] }
  private func clocks() throws -> [JalaliDay] { try road.deadlines.lastDays(of: "healthbases.sign-renewal", in: road.store) }

  @Test func `both sign in time, in either order, and the deadline is met by the second`() throws {
    try renew()
    #expect(try signature()["state"] == "awaited" && signature()["dueOn"] == date(1, 31))
    #expect(try state() == "active")
    #expect(try clocks() == [JalaliDay(1406, 1, 31)])
    try road.on(1406, 1, 20)
    let first = try road.run("sign-renewal", renewed, as: road.director)
    #expect(try first["state"] == "byOffice" && first["officeSignedOn"] == date(1, 20))
    #expect(road.codes("sign-renewal", renewed, as: road.director) == ["healthbases.no-such-signature-step"])
    #expect(try clocks().count == 1)
    try road.on(1406, 1, 31)
    let second = try road.run("record-institute-signature", institute(on: "1406/01/25"), as: road.officer)
    #expect(try second["state"] == "signed" && second["instituteSignedOn"] == date(1, 25))
    #expect(try clocks() == [])
    try road.night(1406, 2, 1)
    #expect(try state() == "active" && signature()["suspendedOn"] == .null)
    #expect(try road.show(2)["idleDays"] == 0)
  }

  @Test func `the institute may sign first`() throws {
    try renew()
    try signForInstitute()
    #expect(try signature()["state"] == "byInstitute")
    #expect(road.codes("record-institute-signature", institute(), as: road.officer) == ["healthbases.no-such-signature-step"])
    try signForOffice()
    #expect(try signature()["state"] == "signed")
  }

  @Test(arguments: [true, false]) func `one party alone does not keep it from being suspended on the day after the last, once`(
    isOffice: Bool
  ) throws {
    try renew()
    try isOffice ? signForOffice() : signForInstitute()
    try road.night(1406, 1, 31)
    #expect(try state() == "active")
    try road.night(1406, 2, 1)
    #expect(try state() == "suspended" && signature()["suspendedOn"] == date(2, 1))
    let before = try road.deadlines.noticeDays(in: road.store).count
    try road.store.transaction(as: road.director) { work in
      try SuspendUnsigned.settle(1, in: work)
      try SuspendUnsigned.settle(1, in: work)
    }
    try road.night(1406, 2, 2)
    #expect(try signature()["suspendedOn"] == date(2, 1))
    #expect(try road.deadlines.noticeDays(in: road.store).count == before)
  }

  @Test func `at the end of a leap year it is the same day of the month`() throws {
    let leap = try BaseRoad(from: JalaliDay(1403, 2, 1))
    let agreement = try leap.agree()
    try leap.store.transaction(as: leap.deputy) { work in
      var row = try work.require(Agreement.self, .row(agreement.integer ?? 0))
      row.decision = .approved
      row.decidedOn = work.day
      try work.update(row)
    }
    try leap.night(1403, 12, 30)
    #expect(try leap.row(1)?["state"] == "active")
    try leap.night(1404, 1, 1)
    try leap.night(1404, 1, 31)
    #expect(try leap.row(2)?["state"] == "active")
    try leap.night(1404, 2, 1)
    #expect(try leap.row(2)?["state"] == "suspended")
  }

  @Test func `signed late it goes on that day, and the days between shorten what the year owes`() throws {
    try renew()
    try road.night(1406, 2, 1)
    let work = road.activity(2, "assets", on: "1406/01/20")
    #expect(road.codes("record-activity", work, as: road.officer) == ["healthbases.not-in-force"])
    try road.on(1406, 3, 1)
    try signForOffice()
    #expect(try state() == "suspended")
    try road.on(1406, 4, 5)
    try signForInstitute()
    #expect(try state() == "active" && signature()["resumedOn"] == date(4, 5))
    try road.run("record-activity", work, as: road.officer)
    // Ordibehesht and Khordad have 31 days each, and four of Tir: of 365 days 299 are left, and 6 × 299 ÷ 365 is less than 5.
    #expect(try road.show(2)["idleDays"] == 66)
    let missing = try road.show(2)["missing"]?.items.first { $0["code"] == "healthbases.commitments-not-kept" }
    #expect(missing?["en"]?.string?.hasPrefix("5 commitments") == true)
    func counts(_ first: (Int, Int), _ last: (Int, Int)) throws -> Bool {
      let days = try JalaliDay(1406, first.0, first.1)...JalaliDay(1406, last.0, last.1)
      return try road.store.snapshot(as: road.officer) {
        try !$0.placesOfHealthBases(in: Province(parsing: "IR-27"), during: days).isEmpty
      }
    }
    #expect(try counts((1, 31), (2, 1)) && counts((4, 5), (4, 5)) && counts((4, 4), (4, 5)))
    #expect(try !counts((2, 1), (4, 4)) && !counts((3, 1), (3, 1)))
  }

  @Test func `what the licence suspended is not resumed by signatures, nor the other way round`() throws {
    try renew()
    try road.on(1406, 1, 20)
    try road.license(.suspended)
    try road.night(1406, 2, 1)
    try signForOffice()
    try signForInstitute()
    #expect(try state() == "suspended", "the licence is still not in force")
    try road.license(.licensed)
    #expect(try state() == "active")

    let other = try BaseRoad()
    try other.approve(try other.agree())
    try other.night(1406, 1, 1)
    try other.night(1406, 2, 1)
    try other.on(1406, 2, 5)
    try other.license(.suspended)
    try other.on(1406, 2, 11)
    try other.license(.licensed)
    #expect(try other.row(2)?["state"] == "suspended", "nobody has signed")
    try other.on(1406, 2, 21)
    try other.license(.suspended)
    try other.on(1406, 3, 1)
    try other.run("sign-renewal", renewed, as: other.director)
    try other.run("record-institute-signature", institute(), as: other.officer)
    #expect(try other.row(2)?["state"] == "suspended", "the licence was suspended meanwhile")
    try other.on(1406, 3, 11)
    try other.license(.licensed)
    #expect(try other.row(2)?["state"] == "active")
    // Ordibehesht and ten days of Khordad, each once.
    #expect(try other.show(2)["idleDays"] == 41)
  }

  @Test func `a suspended base is resumed by its own decision only, and that resumes nothing unsigned`() throws {
    func base(_ action: String) throws { try road.run(action, .record(["base": 1, "reason": "بازرسی"]), as: road.deputy) }
    try renew()
    try road.on(1406, 1, 22)
    try base("suspend-base")
    try road.night(1406, 2, 1)
    try road.on(1406, 2, 11)
    try base("resume-base")
    #expect(try state() == "suspended")
    try base("suspend-base")
    try road.on(1406, 2, 21)
    try signForOffice()
    try signForInstitute()
    #expect(try state() == "active")
    let work = road.activity(2, "assets", on: "1406/02/21")
    #expect(road.codes("record-activity", work, as: road.officer) == ["healthbases.base-suspended"])
    // From 01/22 until today, each day once: ten of Farvardin, twenty-one of Ordibehesht.
    #expect(try road.show(2)["idleDays"] == 31)
  }

  @Test func `each signs for one side, from other hands and in the own province, between the renewal and today`() throws {
    try renew()
    try road.on(1406, 1, 10)
    #expect(road.codes("sign-renewal", renewed, as: road.officer) == ["permission.missing"])
    #expect(road.codes("record-institute-signature", institute(), as: road.director) == ["permission.missing"])
    #expect(road.codes("sign-renewal", renewed, as: kurdistan.director) == ["not-found"])
    #expect(road.codes("record-institute-signature", institute(), as: kurdistan.officer) == ["not-found"])
    for (day, code) in [("1405/12/29", "healthbases.signed-before-renewal"), ("1406/01/11", "healthbases.signed-in-future")] {
      #expect(road.codes("record-institute-signature", institute(on: .text(day)), as: road.officer) == [code])
    }
    let both = Principal.test(.provincialDirector, .ngoOfficer, in: "IR-27", number: 8)
    try road.run("record-institute-signature", institute(), as: both)
    #expect(road.codes("sign-renewal", renewed, as: both) == ["healthbases.signs-for-both"])
    try signForOffice()

    let other = try BaseRoad()
    try other.approve(try other.agree())
    try other.night(1406, 1, 1)
    try other.run("sign-renewal", renewed, as: both)
    #expect(other.codes("record-institute-signature", institute(), as: both) == ["healthbases.signs-for-both"])
  }

  @Test func `whoever proposed the base does not sign its renewal`() throws {
    let both = Principal.test(.provincialDirector, .ngoOfficer, in: "IR-27", number: 8)
    let base =
      try road.run("propose", .record(["institute": try road.institute(), "neighbourhood": 1, "name": "پایگاه"]), as: both)["id"] ?? 0
    try road.run("admit", road.admission(base), as: road.deputy)
    try road.approve(try road.run("agree", .record(["base": base]), as: road.director)["id"] ?? 0)
    try road.night(1406, 1, 1)
    #expect(road.codes("sign-renewal", renewed, as: both) == ["registry.same-hands"])
    try signForOffice()
  }

  @Test func `whoever signed late in somebody's place may decide on the year`() throws {
    try renew()
    try road.night(1406, 2, 1)
    let both = Principal.test(.provincialDirector, .preventionDeputy, in: "IR-27", number: 8)
    try signForInstitute()
    try road.run("sign-renewal", renewed, as: both)
    #expect(try state() == "active")
    try road.on(1406, 11, 1)
    try road.run("disapprove-year", .record(["agreement": 2, "reason": "ناقص"]), as: both)
  }

  @Test func `what is over is signed no more`() throws {
    try renew()
    func input(_ capacity: Value) -> Value { .record(["agreement": 2, "capacity": capacity, "reason": "بی‌کار"]) }
    try road.run("propose-termination", input("official"), as: road.officer)
    try road.run("confirm-termination", .record(["agreement": 2, "capacity": "deputy"]), as: road.deputy)
    try road.run("confirm-termination", .record(["agreement": 2, "capacity": "director"]), as: road.director)
    try road.on(1406, 1, 20)
    try road.run("terminate", .record(["agreement": 2, "reason": "بی‌کار"]), as: road.director)
    #expect(try signature()["state"] == "void" && clocks() == [])
    #expect(road.codes("sign-renewal", renewed, as: road.director) == ["healthbases.no-such-signature-step"])
    try road.night(1406, 2, 1)
    #expect(try state() == "terminated" && signature()["suspendedOn"] == .null)

    let other = try BaseRoad()
    try other.approve(try other.agree())
    try other.night(1406, 1, 1)
    try other.night(1406, 2, 1)
    try other.night(1407, 1, 1)
    #expect(try other.row(2)?["state"] == "ended")
    #expect(try other.show(2)["signature"]?["state"] == "void")
    #expect(try other.deadlines.lastDays(of: "healthbases.sign-renewal", in: other.store) == [])
  }

  @Test func `a night that ran later leaves the whole time, until a day on which offices are open`() throws {
    try road.approve(try road.agree())
    try road.night(1405, 12, 28)
    // Missed until 01/04: thirty days later is a Friday.
    try road.night(1406, 1, 4)
    #expect(try signature()["askedOn"] == date(1, 4))
    #expect(try signature()["dueOn"] == date(2, 4))
  }

  @Test func `more time at the deadlines desk is more time`() throws {
    try renew()
    try road.store.transaction(as: road.director) { work in
      _ = try work.extendDeadline("healthbases.sign-renewal", for: "healthbases.signature/1", days: 5)
    }
    #expect(try signature()["dueOn"] == date(2, 5))
    try road.night(1406, 2, 5)
    #expect(try state() == "active")
    try road.night(1406, 2, 6)
    #expect(try state() == "suspended")
  }

  @Test func `the list names what is unsigned, and nobody is asked for what the director agreed`() throws {
    try renew()
    func unsigned(_ is: Bool) throws -> [Value?] {
      try road.store.ask("healthbases.agreements", .record(["isUnsigned": .bool(`is`)]), as: road.officer)["items"]?.items.map {
        $0["code"]
      }
        ?? []
    }
    #expect(try unsigned(true) == ["AG-27-1406-0001"] && unsigned(false) == ["AG-27-1405-0001"])
    #expect(road.codes("sign-renewal", .record(["agreement": 1]), as: road.director) == ["healthbases.nothing-to-sign"])
    #expect(try road.show(1)["signature"] == .null)
    #expect(try road.show(2)["sentences"]?.items.last?["en"]?.string?.contains("to be signed by 1406/01/31") == true)
    try signForOffice()
    try signForInstitute()
    #expect(try unsigned(true) == [])
  }

  @Test func `released, decided in the window or upheld: every renewal is signed, by the director who upheld it too`() throws {
    let released = try BaseRoad()
    try released.approve(try released.agree(until: JalaliDay(1405, 12, 29)))
    try released.night(1406, 1, 1)
    try released.license(.licensed, until: JalaliDay(1409, 1, 1))
    try released.on(1406, 3, 2)
    try released.run("release-held", .record(["agreement": 1, "reason": "پروانه تمدید شد"]), as: released.deputy)
    #expect(try released.show(2)["signature"]?["askedOn"] == date(3, 2))

    let late = try BaseRoad()
    try late.work(try late.agree())
    try late.night(1406, 1, 1)
    try late.on(1406, 1, 20)
    try late.run("approve-year", .record(["agreement": 1]), as: late.deputy)
    try late.night(1406, 1, 21)
    #expect(try late.row(2)?["starts"] == date(1, 1))
    #expect(try late.show(2)["signature"]?["askedOn"] == date(1, 21))

    let upheld = try BaseRoad()
    try upheld.work(try upheld.agree())
    try upheld.run("disapprove-year", .record(["agreement": 1, "reason": "ناقص"]), as: upheld.deputy)
    try upheld.night(1406, 1, 1)
    try upheld.overturn(1)
    try upheld.run("sign-renewal", renewed, as: upheld.director)
    #expect(try upheld.show(2)["signature"]?["state"] == "byOffice")
  }

  @Test func `the rule takes days from the renewal to today and one side from each hand`() throws {
    let day = try JalaliDay(1406, 1, 10)
    func codes(_ signed: Int, sameHand: Bool = false) -> [String] {
      RenewalSigning.codes(
        .init(party: .institute, askedOn: day.adding(days: -9), signedOn: day.adding(days: signed), hasSignedForOther: sameHand),
        under: .init(signDays: 30), on: day)
    }
    #expect(codes(0) == [] && codes(-9) == [])
    #expect(codes(1) == ["healthbases.signed-in-future"] && codes(-10) == ["healthbases.signed-before-renewal"])
    #expect(codes(0, sameHand: true) == ["healthbases.signs-for-both"])
  }
}
