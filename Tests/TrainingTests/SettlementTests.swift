import Contracts
import Engine
import Feature
import Jalali
import Persian
import TestKit
import Testing
import Values

@testable import Training

@Suite struct `A course from its plan to the money` {
  let academy: Academy

  init() throws {
    academy = try Academy()
    try academy.schedule(capacity: 4)
  }

  /// Planned to evaluated; the deputy schedules and advances, the teacher does the rest.
  private func deliver(_ people: [Int64] = [1]) throws {
    for person in people { try academy.enrol(person) }
    try academy.begin()
    try academy.hold { _ in people }
    for person in people { try academy.evaluate(person, 80) }
    try academy.advance(to: "evaluated")
  }

  private func certify(_ person: Int64) throws {
    try academy.store.run(
      "training.certify", .record(["course": academy.course, "person": .int(person)]), as: academy.treasurer)
  }

  @discardableResult
  private func reverse(_ settlement: Value, as principal: Principal) throws -> Value {
    try academy.store.run("training.reverse-settlement", .record(["settlement": settlement, "reason": "اشتباه"]), as: principal)
  }

  private func settlements() throws -> [Value] {
    try academy.store.ask("training.settlements", .record(["course": academy.course]), as: academy.deputy)["items"]?.items ?? []
  }

  @Test func `one person of each role takes it there`() throws {
    let academy = try Academy()
    let store = academy.store
    func run(_ command: String, _ input: KeyValuePairs<String, Value>, as principal: Principal) throws -> Value {
      try store.run(command, .object(input.map { Value.Member($0.key, $0.value) }), as: principal)
    }
    func advance(_ state: String, _ requisites: Value = .null) throws {
      _ = try run("training.advance", ["course": academy.course, "to": .text(state), "requisites": requisites], as: academy.expert)
    }
    _ = try run(
      "training.define-template", ["province": "IR-27", "kind": "localFacilitatorWorkshop", "title": "تسهیلگری"], as: academy.expert)
    _ = try run(
      "training.schedule",
      ["template": 1, "place": "گرگان", "firstDay": "1405/02/01", "lastDay": "1405/02/12", "capacity": 2], as: academy.expert)
    try academy.enrol(1)
    try advance("invited")
    try advance("ready", "سالن")
    try advance("delivering")
    try academy.hold { _ in [1] }
    try academy.evaluate(1, 80)
    try advance("evaluated")
    _ = try run("training.certify", ["course": academy.course, "person": 1], as: academy.deputy)
    let settled = try academy.settle(as: academy.deputy)
    #expect(settled["heads"] == 1 && settled["payment"] == "charge" && settled["provider"] == "office" && settled["payee"] == .null)
    try advance("closed")
  }

  @Test func `is not settled by whoever enrolled, marked or evaluated`() throws {
    try academy.enrol(1)
    try academy.begin()
    try academy.hold { _ in [1] }
    // One half day corrected by the deputy, who thereby typed attendance.
    try academy.store.run(
      "training.mark-attendance", .record(["course": academy.course, "day": 12, "half": "afternoon", "present": []]), as: academy.treasurer)
    try academy.evaluate(1, 80)
    try academy.advance(to: "evaluated")
    try certify(1)
    #expect(refusal { try academy.settle() } == ["registry.same-hands"])
    #expect(refusingRule { try academy.settle() } == "registry.separation-of-duties")
    #expect(try academy.settle(as: academy.deputy)["heads"] == 1)
  }

  @Test func `loses nothing by being closed before it is certified and settled`() throws {
    try deliver([1, 2])
    try certify(1)
    try academy.advance(to: "closed")
    try certify(2)
    #expect(try academy.settle()["heads"] == 2)
  }

  @Test func `is paid to whoever gave it, whom somebody else named`() throws {
    try deliver()
    try certify(1)
    func name(_ provider: String, _ payee: Value = .null, _ iban: Value = .null, as principal: Principal? = nil) throws -> Value {
      try academy.store.run(
        "training.name-provider", .record(["course": academy.course, "provider": .text(provider), "payee": payee, "iban": iban]),
        as: principal ?? academy.expert)
    }
    #expect(refusal { _ = try name("clinic") } == ["training.no-payee", "training.no-iban"])
    #expect(refusal { _ = try name("office", "کلینیک امید") } == ["training.payee-of-office"])
    #expect(refusal { _ = try name("clinic", "کلینیک امید", "IR580540105180021273113008") } == ["iban.check-digits"])
    #expect(refusal { _ = try name("clinic", .text(String(repeating: "ک", count: 201))) } == ["field.too-long"])
    let account: Value = "IR580540105180021273113007"
    _ = try name("clinic", "کلینیک امید", account, as: academy.treasurer)
    #expect(refusal { try academy.settle() } == ["registry.same-hands"])
    let answer = try academy.settle(as: academy.deputy)
    #expect(answer["payment"] == "payable" && answer["provider"] == "clinic" && answer["payee"] == "کلینیک امید")
    let shown = try academy.store.ask("training.course", .record(["course": academy.course]), as: academy.deputy)
    #expect(shown["provider"] == "clinic" && shown["payee"] == "کلینیک امید")
    // What was settled keeps whom it was settled to.
    _ = try name("office")
    #expect(try settlements().first?["payee"] == "کلینیک امید")
  }

  @Test func `money is nothing for an acting person, who holds everything else`() throws {
    try deliver()
    try certify(1)
    let acting = Principal(
      id: "u9", staff: 9, name: "", grants: [.init(role: "rehabilitation.deputy", scope: .province("IR-27"), actingFor: 4)], session: "s9")
    let before = try settlements().count
    #expect(refusal { try academy.settle(as: acting) } == ["permission.not-for-acting"])
    #expect(refusal { try reverse(1, as: acting) } == ["permission.not-for-acting"])
    #expect(try settlements().count == before)
    #expect(try academy.store.ask("training.course", .record(["course": academy.course]), as: acting)["provider"] != nil)
    try academy.settle()
    #expect(refusal { try reverse("SL-1", as: acting) } == ["permission.not-for-acting"])
  }

  @Test func `is taken back by somebody else than who settled, and may then be settled again`() throws {
    try deliver()
    try certify(1)
    try academy.settle()
    #expect(refusal { try reverse(1, as: academy.treasurer) } == ["registry.same-hands"])
    #expect(refusal { try reverse(1, as: academy.expert) } == ["permission.missing"])
    #expect(refusal { try reverse(1, as: academy.foreigner) } == ["not-found"])
    let reversal = try reverse("SL-1", as: academy.director)
    #expect(reversal["amount"] == 6_000_000 && reversal["person"] == 1)
    #expect(refusal { try reverse(1, as: academy.director) } == ["training.reversed-already"])
    #expect(try settlements().map { $0["reversedOn"] == .null } == [false])
    #expect(try academy.settle()["heads"] == 1)
    #expect(try settlements().map { $0["amount"] } == [6_000_000, 6_000_000])
    #expect(refusal { try academy.settle([1]) } == ["training.already-settled"])
  }

  @Test func `is taken back with the certificate it rests on`() throws {
    try deliver([1, 2])
    try certify(1)
    try certify(2)
    try academy.settle()
    let answer = try academy.store.run(
      "training.revoke-certificate", .record(["certificate": "CE-27-1405-0001", "reason": "هویت نادرست"]), as: academy.director)
    #expect(answer["code"] == "CE-27-1405-0001" && answer["revokedOn"] != .null)
    #expect(answer["reversals"]?.items.map { $0["settlement"] } == [1])
    #expect(answer["reversals"]?.items.first?["amount"] == 6_000_000)
    #expect(try settlements().map { $0["reversedOn"] == .null } == [false, true])
  }

  private func revoked() throws {
    try deliver([1, 2])
    try certify(1)
    try certify(2)
    try academy.settle()
    try academy.store.run(
      "training.revoke-certificate", .record(["certificate": "CE-27-1405-0001", "reason": "هویت نادرست"]), as: academy.director)
    try academy.store.run(
      "objections.raise", .record(["object": "CE-27-1405-0001", "grounds": "هویت درست است", "channel": "counter"]),
      as: .test(.countyOfficer, number: 40))
  }

  private func answer(_ isUpheld: Bool, as principal: Principal) throws {
    try academy.store.run(
      "objections.decide", .record(["objection": 1, "isUpheld": .bool(isUpheld), "answer": "بررسی شد"]), as: principal)
  }

  private func revokedOn() throws -> Value? {
    let rows = try academy.store.ask("training.certificates", .record([:]), as: academy.deputy)["items"]?.items
    return rows?.first { $0["code"] == "CE-27-1405-0001" }?["revokedOn"]
  }

  @Test func `is settled again where the objection to the revocation is upheld, and the certificate was never revoked`() throws {
    try revoked()
    #expect(try revokedOn() != .null)
    #expect(refusal { try answer(true, as: academy.director) } == ["registry.same-hands"])
    try answer(true, as: academy.nation)
    #expect(try revokedOn() == .null)
    #expect(try academy.settle([1])["heads"] == 1)
    try academy.store.run(
      "training.revoke-certificate", .record(["certificate": "CE-27-1405-0001", "reason": "دوباره"]),
      as: .test(.provincialDirector, number: 41))
    let decision = try academy.store.ask("objections.decision", .record(["object": "CE-27-1405-0001"]), as: academy.director)
    #expect(decision["decision"] == "training.revocation/2")
  }

  @Test func `stays taken back where the objection to the revocation is rejected`() throws {
    try revoked()
    try answer(false, as: academy.nation)
    #expect(try revokedOn() != .null)
    #expect(refusal { try academy.settle([1]) } != [])
  }

  @Test func `is settled as often on a person as the year allows`() throws {
    try academy.configuration.set("training.settlement", "coursesPerYear", 2)
    try deliver()
    try certify(1)
    try academy.settle()
    try academy.advance(to: "closed")
    for month in 3...4 {
      let first = "1405/0\(month)/01"
      var next = academy
      next.course = .text(try academy.scheduleAnother("localFacilitatorWorkshop", days: 12, from: first, to: "1405/0\(month)/12"))
      try next.enrol(1)
      academy.store.day = try JalaliDay(1405, month, 1)
      try next.begin()
      try next.hold(inMonth: month) { _ in [1] }
      try next.evaluate(1, 80)
      try next.advance(to: "evaluated")
      try next.certify(1)
      if month == 3 {
        #expect(try next.settle()["heads"] == 1)
        #expect(refusal { try next.settle([1]) } == ["training.already-settled"])
      } else {
        #expect(refusal { try next.settle([1]) } == ["training.already-settled"])
        try reverse(1, as: academy.director)
        #expect(try next.settle()["heads"] == 1)
      }
    }
    let charges = try academy.store.snapshot { try $0.all(Charge.self, "person = ? ORDER BY id", 1).map(\.ordinal) }
    #expect(charges == [1, 2, 1])
  }

  @Test func `is planned near today and described in texts that end`() throws {
    func schedule(_ first: String, _ last: String, place: String = "گرگان") throws {
      try academy.store.run(
        "training.schedule",
        .record([
          "template": 1, "place": .text(place), "firstDay": .text(first), "lastDay": .text(last), "capacity": 5,
        ]), as: academy.expert)
    }
    #expect(refusal { try schedule("1505/02/01", "1505/02/12") } == ["training.too-far-ahead"])
    #expect(refusal { try schedule("1404/02/01", "1404/02/12") } == ["training.too-long-ago"])
    #expect(refusal { try schedule("1405/03/01", "1405/03/12", place: String(repeating: "گ", count: 201)) } == ["field.too-long"])
    try schedule("1405/03/01", "1405/03/12", place: String(repeating: "گ", count: 200))
  }
}

@Suite struct `The plan and what it counts` {
  @Test func `are local facilitators, confirmed dehyars and behvarzes apart from others, also where nobody planned`() throws {
    let academy = try Academy()
    try academy.schedule(capacity: 5)
    try academy.enrol(1)
    try academy.enrol(2, "behvarz")
    try academy.enrol(3, "selfHelpMember")
    try academy.enrol(4)
    try academy.confirm(2)
    try academy.begin()
    try academy.hold { _ in [1, 2, 3, 4] }
    for person in Int64(1)...4 { try academy.evaluate(person, 80) }
    try academy.advance(to: "evaluated")
    for person in Int64(1)...4 { try academy.certify(person) }
    func plan(as principal: Principal) throws -> Value {
      try academy.store.ask("training.plan", .record(["year": 1405]), as: principal)
    }
    let own = try plan(as: academy.deputy)
    #expect(own["planned"] == 0 && own["completed"] == 4 && own["facilitators"] == 3 && own["others"] == 1)
    #expect(own["lines"]?.items.map { $0["province"] } == ["IR-27"])
    #expect(try plan(as: academy.foreigner)["completed"] == 0)
    try academy.store.run(
      "training.revoke-certificate", .record(["certificate": "CE-27-1405-0004", "reason": "هویت نادرست"]), as: academy.director)
    let nation = try plan(as: academy.nation)
    #expect(nation["completed"] == 4 && nation["facilitators"] == 2 && nation["others"] == 1)
  }

  @Test func `counts somebody certified in two provinces in each line and once in the nation`() throws {
    let people = PeopleStandIn()
    // 101 of Kurdistan is 1 of Golestan, 102 is 2.
    people.same.set(1, to: 101)
    people.same.set(2, to: 102)
    let academy = try Academy(people: people)
    func teach(_ academy: Academy, month: Int, _ people: [Int64: String]) throws {
      var academy = academy
      let day = "1405/0\(month)/"
      academy.course = .text(try academy.scheduleAnother("localFacilitatorWorkshop", days: 12, from: day + "01", to: day + "12"))
      for (person, kind) in people { try academy.enrol(person, kind) }
      try academy.begin()
      try academy.hold(inMonth: month) { _ in people.keys.sorted() }
      for person in people.keys { try academy.evaluate(person, 80) }
      try academy.advance(to: "evaluated")
      for person in people.keys { try academy.certify(person) }
    }
    try teach(academy, month: 2, [1: "localFacilitator", 2: "localFacilitator", 3: "selfHelpMember"])
    academy.store.day = try JalaliDay(1405, 3, 1)
    try teach(academy.moved(to: "IR-12"), month: 3, [101: "localFacilitator", 102: "selfHelpMember", 103: "localFacilitator"])
    let nation = try academy.store.ask("training.plan", .record(["year": 1405]), as: academy.nation)
    // Who is a facilitator in one of the provinces is no other in the nation.
    #expect(nation["completed"] == 4 && nation["facilitators"] == 3 && nation["others"] == 1)
    let lines = nation["lines"]?.items ?? []
    #expect(lines.map { $0["province"] } == ["IR-12", "IR-27"])
    #expect(lines.map { $0["completed"] } == [3, 3] && lines.map { $0["facilitators"] } == [2, 2])
    #expect(lines.map { $0["others"] } == [1, 1])
    #expect(
      nation["sentences"]?.items.first?["en"]
        == "Plan of 1405: 3 of 0 local facilitators hold the workshop's certificate, and 1 other besides.")
    #expect(nation["excess"] == .record(["completed": 2, "facilitators": 1, "others": 1]))
    #expect(
      nation["sentences"]?.items.last?["en"]
        == "The lines of 2 provinces exceed the nation by 2 who completed, 1 local facilitators and 1 others: in the nation everybody counts once."
    )
    let own = try academy.store.ask("training.plan", .record(["year": 1405]), as: academy.deputy)
    #expect(own["excess"] == .record(["completed": 0, "facilitators": 0, "others": 0]) && own["sentences"]?.items.count == 1)
  }
}
