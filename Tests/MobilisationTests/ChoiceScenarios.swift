import Contracts
@testable import Deadlines
import Jalali
@testable import Mobilisation
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

@Suite struct `Choice of the target neighbourhood` {
  let town: Town

  init() throws { town = try Town() }

  private func extend(_ days: Value, reason: Value = "سیل", citation: Value = "نامهٔ ۴۵ استانداری") throws -> Value {
    try town.store.run(
      "mobilisation.extend-choice",
      .record(["clinic": 1, "days": days, "reason": reason, "citation": citation]), as: town.deputy)
  }

  @Test func `on the last day the choice still stands, with alternatives and reasons`() throws {
    try town.selected()
    town.store.day = town.store.day.adding(days: 15)
    let file = try town.choose()
    #expect(file["clinic"]?["state"] == "placed" && file["clinic"]?["target"] == 1)
    let candidates = file["candidates"]?.items ?? []
    // 80·40 + 70·30 + 60·20 + 50·10, and 40·40 + the same.
    let totals = candidates.map { $0["total"]?.integer }
    #expect(totals == [7000, 5400])
    #expect(candidates.map { $0["isChosen"] } == [true, false])
    #expect(candidates.last?["rejectionReason"] == "آسیب کمتر")
    let clock = try town.store.ask("deadlines.list", as: town.deputy)["items"]?.items.first
    #expect(clock?["state"] == "met")
  }

  @Test func `a day later it is refused until it is extended`() throws {
    try town.selected()
    town.store.day = town.store.day.adding(days: 16)
    #expect(refusal { try town.choose() } == ["mobilisation.choice-late"])
    let more = try extend(5)
    #expect(more["due"] == .day(town.store.day.adding(days: 4)))
    #expect(try town.choose()["extensions"]?.items.first?["citation"] == "نامهٔ ۴۵ استانداری")
  }

  @Test func `a night reminds before the end and declares the missed choice, which an extension reopens`() throws {
    try town.selected()
    let due = town.store.day.adding(days: 15)
    town.store.day = due.adding(days: 1)
    try town.store.night(town.store.day)
    func states() throws -> [Value?] {
      try town.store.ask("deadlines.list", as: town.deputy)["items"]?.items.map { $0["state"] } ?? []
    }
    #expect(try states() == ["missed"])
    #expect(refusal { try town.choose() } == ["mobilisation.choice-late"])
    #expect(try extend(5)["previousDue"] == .day(due))
    #expect(try states() == ["missed", "open"])
    try town.choose()
    #expect(try states() == ["missed", "met"])
  }

  @Test func `an extension wants a reason, a citation and a sensible length`() throws {
    try town.selected()
    #expect(
      refusal { try extend(0, reason: "", citation: " ") } == [
        "mobilisation.extension-no-reason", "mobilisation.extension-no-citation", "mobilisation.extension-days",
      ])
    #expect(
      refusingRule { try extend(0, reason: "", citation: " ") } == "mobilisation.choice-extension")
    #expect(refusal { try extend(16) } == ["mobilisation.extension-days"])
    #expect(try extend(15)["previousDue"] == .day(town.store.day.adding(days: 15)))
  }

  @Test func `before a selection and after the choice nothing is chosen or extended`() throws {
    try town.propose()
    #expect(refusal { try town.choose() } == ["mobilisation.clinic-state"])
    #expect(refusingRule { try town.choose() } == "mobilisation.clinic-step")
    #expect(refusal { try extend(5) } == ["mobilisation.clinic-state"])
    try town.store.run("mobilisation.select-clinic", .record(["clinic": 1]), as: town.deputy)
    try town.choose()
    #expect(refusal { try town.choose() } == ["mobilisation.clinic-state"])
    #expect(refusal { try extend(5) } == ["mobilisation.clinic-state"])
  }

  @Test func `the candidates are looked at one by one`() throws {
    try town.selected()
    let wrong: Value = [Town.candidate(2, [101, 0, 0, 0]), Town.candidate(2, [0, 0, 0, -1], why: "دور")]
    #expect(
      refusal { try town.choose(among: wrong) } == [
        "mobilisation.candidate-off-scale", "mobilisation.candidate-no-reason", "mobilisation.candidate-twice",
        "mobilisation.candidate-off-scale", "mobilisation.choice-too-few", "mobilisation.choice-not-among",
      ])
  }

  @Test func `numbers beyond all measure are refused, not computed`() throws {
    try town.selected()
    let largest: Int64 = 9_007_199_254_740_991
    let wild: Value = [Town.candidate(1, [largest, largest, -largest, largest]), Town.candidate(2, [0, 0, 0, 0], why: "دور")]
    #expect(refusal { try town.choose(among: wild) } == ["mobilisation.candidate-off-scale"])
  }

  @Test func `the highest total is taken`() throws {
    try town.selected()
    let candidates: Value = [Town.candidate(1, [80, 70, 60, 50], why: "دور"), Town.candidate(2, [40, 70, 60, 50])]
    #expect(refusal { try town.choose(2, among: candidates) } == ["mobilisation.choice-not-highest"])
  }

  @Test func `a clinic that cannot open a base stays in its neighbourhood`() throws {
    try town.selected(["canOpenBase": false])
    let candidates: Value = [Town.candidate(1, [10, 10, 10, 10], why: "کم‌آسیب"), Town.candidate(2, [40, 70, 60, 50])]
    #expect(refusal { try town.choose(2, among: candidates) } == ["mobilisation.choice-out-of-reach"])
  }

  @Test func `another province neither chooses here nor is chosen`() throws {
    try town.selected()
    #expect(refusal { try town.choose(as: town.kurdistan) } == ["not-found"])
    #expect(refusal { try town.choose(4) } == ["not-found"])
    #expect(refusal { try town.choose(as: .test(.facilitator, number: 44)) } == ["permission.missing"])
    let foreign = refusal {
      try town.store.run(
        "mobilisation.extend-choice", .record(["clinic": 1, "days": 3, "reason": "x", "citation": "y"]),
        as: town.kurdistan)
    }
    #expect(foreign == ["not-found"])
    let nationwide = Principal.test(.socialDeputy, in: nil, number: 9)
    #expect(refusal { try town.choose(4, as: nationwide) } == ["mobilisation.elsewhere"])
  }

  private func end(_ day: Value = .null, clinic: Int64 = 1, as principal: Principal? = nil) throws -> Value {
    try town.store.run(
      "mobilisation.end-scheme", .record(["clinic": .int(clinic), "day": day, "reason": "پایان قرارداد"]),
      as: principal ?? town.deputy)
  }

  @Test func `a scheme counts for its neighbourhood from the day of the choice to its last day`() throws {
    try town.selected()
    #expect(refusal { try end() } == ["mobilisation.no-scheme"])
    town.store.day = try JalaliDay(1405, 2, 5)
    try town.choose()
    town.store.day = try JalaliDay(1406, 1, 1)
    #expect(refusal { try end("1406/01/02") } == ["mobilisation.scheme-end-to-come"])
    #expect(refusal { try end("1405/02/04") } == ["mobilisation.scheme-end-before-choice"])
    #expect(refusal { try end(as: town.kurdistan) } == ["not-found"])
    #expect(try end()["endedOn"] == .day(town.store.day))
    #expect(refusal { try end() } == ["mobilisation.scheme-ended"])
    func places(_ first: JalaliDay, _ last: JalaliDay) throws -> [Int64] {
      try town.store.snapshot(as: town.officer) { try $0.placesOfSchemes(in: Province(parsing: "IR-27"), during: first...last).map(\.raw) }
    }
    let (chosen, ended) = (try JalaliDay(1405, 2, 5), town.store.day)
    #expect(try places(chosen.adding(days: -9), chosen.adding(days: -1)).isEmpty)
    #expect(try places(chosen, chosen) == [1] && places(ended, ended.adding(days: 99)) == [1])
    #expect(try places(ended.adding(days: 1), ended.adding(days: 99)).isEmpty)
    // By hand: in both years of the scheme, and not in the one after.
    #expect(
      try (1404...1407).map { try places(JalaliDay.firstDay(ofYear: $0), JalaliDay.lastDay(ofYear: $0)) } == [[], [1], [1], []])
  }

  @Test func `a neighbourhood whose scheme ended is free for another`() throws {
    try town.selected()
    try town.choose()
    try town.store.run("mobilisation.propose-clinic", Town.clinic(["name": "کلینیک دیگر"]), as: town.officer)
    try town.store.run("mobilisation.select-clinic", .record(["clinic": 2]), as: town.deputy)
    func chooseAgain() throws {
      try town.store.run(
        "mobilisation.choose-neighbourhood",
        .record(["clinic": 2, "neighbourhood": 1, "candidates": Town.twoCandidates]), as: town.officer)
    }
    #expect(refusal { try chooseAgain() } == ["mobilisation.choice-taken"])
    _ = try end()
    try chooseAgain()
    #expect(throws: StoreFault.self) { try town.store.path.alter("INSERT INTO mobilisation_scheme_end VALUES(9, 1, 'IR-27', 1, 0, 'x')") }
  }

  @Test func `a neighbourhood belongs to one scheme at a time`() throws {
    try town.selected()
    try town.choose()
    try town.propose(["name": "کلینیک مهر"])
    try town.store.run("mobilisation.select-clinic", .record(["clinic": 2]), as: town.deputy)
    func choose(_ place: Value, _ candidates: Value) throws -> Value {
      try town.store.run(
        "mobilisation.choose-neighbourhood", .record(["clinic": 2, "neighbourhood": place, "candidates": candidates]), as: town.officer)
    }
    #expect(refusal { try choose(1, Town.twoCandidates) } == ["mobilisation.choice-taken"])
    // What is taken stands highest and hinders nobody.
    let others: Value = [Town.candidate(1, [80, 70, 60, 50], why: "در طرح دیگر"), Town.candidate(2, [40, 70, 60, 50])]
    #expect(try choose(2, others)["clinic"]?["target"] == 2)
    let fault = #expect(throws: StoreFault.self) { try town.store.path.alter("UPDATE mobilisation_clinic SET target = 1 WHERE id = 2") }
    #expect(fault?.kind == .constraint)
  }

  @Test func `a clinic shows the last day that the deadlines desk has`() throws {
    try town.selected()
    func shown() throws -> [Value?] {
      let file = try town.store.ask("mobilisation.clinic", .record(["clinic": 1]), as: town.deputy)
      let list = try town.store.ask("mobilisation.clinics", as: town.deputy)["items"]?.items.first
      return [file["clinic"]?["choiceDue"], list?["choiceDue"]]
    }
    let due = town.store.day.adding(days: 15)
    #expect(try shown() == [.day(due), .day(due)])
    town.store.day = town.store.day.adding(days: 5)
    try town.store.run("deadlines.stop", .record(["deadline": 1, "agency": "استانداری", "reason": "نامه"]), as: town.deputy)
    town.store.day = town.store.day.adding(days: 4)
    #expect(try shown().first == .day(due.adding(days: 4)))
    // An extension leaves a clock that stands still where it stands.
    #expect(try extend(5)["due"] == .day(due.adding(days: 9)))
    try town.store.run("deadlines.resume", .record(["deadline": 1]), as: town.deputy)
    #expect(try shown() == [.day(due.adding(days: 9)), .day(due.adding(days: 9))])
    town.store.day = due.adding(days: 10)
    try town.store.night(town.store.day)
    #expect(try shown() == [.day(due.adding(days: 9)), .day(due.adding(days: 9))])
    #expect(refusal { try town.choose() } == ["mobilisation.choice-late"])
  }

  @Test func `an extension counts on by the rule of its own clock, whatever the parameter says now`() throws {
    try town.selected()
    try town.store.transaction(as: town.deputy) { work in
      var clock = try work.require(TimeLimit.self, Ref.row(1))
      clock.rule = .working
      try work.update(clock)
    }
    let due = town.store.day.adding(days: 15)
    let more = try extend(3)
    let calendar = try town.store.snapshot(as: town.deputy) { try $0.workCalendar(of: Province(parsing: "IR-27")) }
    #expect(more["due"] == .day(deadline(from: due, days: 3, rule: .working, calendar: calendar).day))
    #expect(more["due"] != .day(due.adding(days: 3)))
  }

  @Test func `those who may choose are reminded, by the clinic's name and code`() throws {
    try town.selected()
    for day in 1...8 { try town.store.night(town.store.day.adding(days: day)) }
    let notices = try town.store.ask("deadlines.notices", as: town.deputy)["items"]?.items ?? []
    #expect(notices.count == 1)
    #expect(notices.first?["textEn"]?.string?.contains("CL-27-1405-0001 “کلینیک امید”") == true, "\(notices)")
    #expect(notices.first?["objectRef"]?["code"] == "CL-27-1405-0001")
    #expect(try town.store.ask("deadlines.notices", as: town.officer)["items"]?.items.count == 1)
    let shown = try town.store.ask("deadlines.show", .record(["deadline": 1]), as: town.officer)
    #expect(shown["roles"] == ["social.deputy", "prevention.officer"])
    #expect(shown["deadline"]?["objectRef"]?["name"] == "کلینیک امید")
    let listed = try town.store.ask("deadlines.list", as: town.officer)["items"]?.items.first
    #expect(listed?["objectRef"]?["code"] == "CL-27-1405-0001")
  }

  @Test func `after a rejection the name may be proposed again`() throws {
    try town.propose()
    #expect(refusal { try town.propose() } == ["conflict.exists"])
    try town.store.run("mobilisation.reject-clinic", .record(["clinic": 1, "reason": "بی‌مجوز"]), as: town.deputy)
    #expect(try town.propose()["code"] == "CL-27-1405-0002")
  }
}
