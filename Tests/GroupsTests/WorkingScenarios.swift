import Contracts
@testable import Groups
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `From training to active` {
  let village: Village
  init() throws { village = try Village() }

  @Test func `trained by number and by share of certificates`() throws {
    try village.formed(members: 1...9)
    #expect(
      refusal { try village.run("declare-trained", [:], as: village.officer) }
        == ["groups.certified-share-too-small"])
    village.store.day = try .init(1405, 2, 3)
    for person in [8, 9] as [Int64] {
      try village.run(
        "end-membership", ["person": .int(person), "until": "1405/02/02", "cause": "resigned", "reason": "…"],
        as: village.facilitator)
    }
    try village.run("declare-trained", [:], as: village.officer)
    #expect(try village.state == "trained")
    let none = TrainedGroup.objections(
      to: .init(members: 4, certified: 2), under: .init(minimumShare: 50, minimumNumber: 3), on: village.store.day)
    #expect(none.map(\.code) == ["groups.too-few-certified"])
  }

  @Test func `steps are not left out`() throws {
    try village.formed()
    #expect(refusal { try village.plan() } == ["groups.not-a-step"])
    #expect(refusingRule { try village.plan() } == "groups.group-step")
    #expect(
      refusal { try village.run("start-plan", [:], as: village.facilitator) } == ["groups.not-a-step"])
    #expect(
      refusal { try village.run("declare-mature", [:], as: village.deputy) } == ["groups.not-a-step"])
    let refusal = #expect(throws: Refusal.self) { try village.plan() }
    #expect(refusal?.rule?["source"] == "S0")
  }

  @Test func `a plan answers ranked needs of its own neighbourhood`() throws {
    try village.formed()
    try village.run("declare-trained", [:], as: village.officer)
    #expect(refusal { try village.plan(ranking: 2) } == ["mobilisation.not-locked"])
    #expect(
      refusal { try village.plan(ranking: 3, need: "آب") } == [
        "groups.ranking-elsewhere", "groups.need-not-ranked",
      ])
    #expect(
      refusal { try village.plan(credits: -1, due: "1405/01/31") } == [
        "groups.milestone-past", "groups.negative",
      ])
    #expect(
      refusal {
        try village.run("adopt-plan", ["title": "…", "ranking": 1, "projects": []], as: village.facilitator)
      } == ["groups.no-projects"])
    #expect(
      refusingRule {
        try village.run("adopt-plan", ["title": "…", "ranking": 1, "projects": []], as: village.facilitator)
      } == "groups.plan-from-ranking")
    try village.plan()
    try village.plan(need: "اشتغال جوانان")
    let projects = try village.store.ask("groups.projects", .record(["group": 1]), as: village.officer)["items"]?.items
    #expect(projects?.compactMap { $0["plan"]?.integer } == [1, 2])
    #expect(projects?.first?["credits"] == 6_000_000)
    try village.run("start-plan", [:], as: village.facilitator)
    #expect(try village.state == "active")
  }

  @Test func `facilitation before the plan, community activity after it`() throws {
    try village.formed()
    func record(_ kind: Value, _ project: Value = .null, day: Value = "1405/02/01") throws {
      try village.run(
        "record-activity", ["day": day, "kind": kind, "project": project, "report": "…", "attendance": [20, 21, 20]],
        as: village.facilitator)
    }
    try record("facilitation")
    #expect(refusal { try record("service") } == ["groups.not-in-this-state"])
    #expect(refusingRule { try record("service") } == "groups.work-in-state")
    try village.run("declare-trained", [:], as: village.officer)
    try village.plan()
    try village.run("start-plan", [:], as: village.facilitator)
    try record("service", 1)
    #expect(refusal { try record("service", 9) } == ["not-found"])
    #expect(refusal { try record("service", day: "1405/02/02") } == ["groups.day-to-come"])
    let rows = try village.store.ask("groups.activities", .record(["group": 1]), as: village.officer)["items"]?.items
    #expect(rows?.map { $0["kind"] } == ["service", "facilitation"])
    #expect(rows?.map { $0["attended"] } == [2, 2])
  }

  @Test func `a person is covered once, as member and as participant`() throws {
    try village.formed()
    try village.run(
      "record-activity", ["day": "1405/02/01", "kind": "meeting", "report": "…", "attendance": [7, 30]],
      as: village.facilitator)
    let first = try JalaliDay(1405, 2, 1)
    #expect(try village.covered(first...first) == [1, 2, 3, 4, 5, 6, 7, 30])
    #expect(try village.covered(JalaliDay.earliest...first.adding(days: -1)).isEmpty)
    #expect(try village.covered(first...first, as: village.kurdistan).isEmpty)
  }

  @Test func `a project is closed once, with its result`() throws {
    try village.active()
    let result: KeyValuePairs<String, Value> = ["project": 1, "outcome": "partlyAchieved", "result": "نیمی کاشته شد"]
    try village.run("close-project", result, as: village.facilitator)
    #expect(
      refusal { try village.run("close-project", result, as: village.facilitator) } == [
        "groups.project-closed"
      ])
    let open = Value.record(["isOpen": true])
    #expect(try village.store.ask("groups.projects", open, as: village.officer)["items"] == .list([]))
  }

  @Test func `a suspended group goes on where it stood, a dissolved one only by an objection`() throws {
    try village.active()
    try village.run("suspend", ["reason": "اختلاف"], as: village.officer)
    #expect(
      refusal { try village.run("admit-member", ["person": 9], as: village.facilitator) } == [
        "groups.not-in-this-state"
      ])
    #expect(refusal { try village.plan() } == ["groups.not-a-step"])
    try village.run("resume", ["reason": "رفع شد"], as: village.officer)
    #expect(try village.state == "active")
    #expect(
      refusal { try village.run("resume", ["reason": "…"], as: village.officer) } == [
        "groups.not-a-step"
      ])
    #expect(
      refusal { try village.run("dissolve", ["reason": "…"], as: village.officer) } == [
        "permission.missing"
      ])
    try village.run("dissolve", ["reason": "خواست اعضا"], as: village.deputy)
    let sheet = try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)
    #expect(sheet["members"] == 7, "the day of dissolution is the last of membership")
    #expect(sheet["nextSteps"]?.items.map { $0["action"] }.allSatisfy { $0 == "groups.object" } == true)
    village.store.day = try .init(1405, 2, 2)
    #expect(try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)["members"] == 0)
    #expect(
      refusal { try village.run("suspend", ["reason": "…"], as: village.officer) } == [
        "groups.not-a-step"
      ])
  }

  @Test func `a merged group's members go on in the other`() throws {
    try village.formed()
    try village.forming("همسایگان", group: 2)
    try village.run("admit-member", ["person": 1], as: village.facilitator, group: 2)
    #expect(
      refusal { try village.run("merge", ["into": 1, "reason": "…"], as: village.deputy) } == [
        "groups.merge-target"
      ])
    try village.run("merge", ["into": 2, "reason": "محلهٔ مشترک"], as: village.deputy)
    village.store.day = try .init(1405, 2, 2)
    #expect(try village.store.snapshot(as: village.officer) { try $0.group(.row(2)).members.count } == 7)
    #expect(try village.state == "merged")
  }
}
