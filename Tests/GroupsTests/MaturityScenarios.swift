import Contracts
@testable import Groups
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `From active to an institute` {
  let village: Village
  init() throws { village = try Village() }

  @Test func `assessors do not see one another's scores before the round is complete`() throws {
    try village.active()
    try village.assess(90, as: village.county)
    func shown(as principal: Principal) throws -> [String] {
      refusal { _ = try village.store.ask("groups.assessment", .record(["assessment": 1]), as: principal) }
    }
    #expect(try shown(as: village.officer) == ["groups.round-open"])
    #expect(try shown(as: village.county).isEmpty)
    #expect(try shown(as: village.kurdistan) == ["not-found"])
    func totals() throws -> [Value] {
      try village.store.ask("groups.assessments", .record(["group": 1]), as: village.officer)["items"]?.items
        .compactMap { $0["total"] } ?? []
    }
    #expect(try totals() == [.null])
    #expect(refusal { try village.assess(90, as: village.county) } == ["groups.assessed-twice"])
    try village.assess(70, as: village.officer)
    #expect(try totals() == [9000, 7000])
    #expect(try shown(as: village.officer).isEmpty)
  }

  @Test func `every criterion once, between 0 and 100, with evidence`() throws {
    try village.active()
    let scores: [Value] = [
      Village.score("cohesion", 101), Village.score("cohesion", 50), Village.score("leadership", 50, " "),
      Village.score("charm", 50), Village.score("results", 50), Village.score("partnership", 50),
    ]
    let found = refusal {
      try village.run("assess-maturity", ["scores": .list(scores)], as: village.county)
    }
    #expect(
      found == [
        "groups.criterion-missing", "groups.score-out-of-range", "groups.criterion-unknown", "groups.no-evidence",
        "groups.criterion-unknown",
      ])
  }

  @Test func `weights count, and broken ones are refused`() throws {
    func criterion(_ id: String, _ weight: Int) -> MaturityAssessment.Criterion {
      .init(id: id, fa: id, en: id, weight: weight)
    }
    let scores = [
      MaturityScore(criterion: "a", score: 100, evidence: "…"), MaturityScore(criterion: "b", score: 0, evidence: "…"),
    ]
    let day = village.store.day
    let good = MaturityAssessment.Parameters(criteria: [criterion("a", 2), criterion("b", 1)])
    #expect(MaturityAssessment.total(of: scores, under: good) == 6666)
    let facts = MaturityAssessment.Facts(hasAssessedThisRound: false, scores: scores)
    for weights in [[0, 0], [-1, 3], [Int.max, 1]] {
      let bad = MaturityAssessment.Parameters(criteria: [criterion("a", weights[0]), criterion("b", weights[1])])
      #expect(MaturityAssessment.codes(facts, under: bad, on: day) == ["groups.weights-unusable"])
    }
  }

  @Test func `two assessments at the threshold, and a deputy with fresh eyes`() throws {
    try village.active()
    try village.ripen()
    func declare(_ principal: Principal) throws -> [String] {
      refusal { try village.run("declare-mature", [:], as: principal) }
    }
    #expect(try declare(village.deputy) == ["groups.too-few-assessments"])
    try village.assess(69, as: village.county)
    #expect(try declare(village.deputy) == ["groups.too-few-assessments"])
    let both = Principal.test(.preventionOfficer, .preventionDeputy, number: 8)
    try village.assess(90, as: both)
    #expect(try declare(both) == ["registry.same-hands"])
    #expect(try declare(village.deputy) == ["groups.below-threshold"])
    #expect(try declare(village.officer) == ["permission.missing"])
    #expect(refusal { try village.assess(70, as: village.county) } == ["groups.round-complete"])
    try village.assess(70, as: village.county, newRound: true)
    // A round that has only begun changes nothing.
    #expect(try declare(village.deputy) == ["groups.below-threshold"])
    try village.assess(71, as: village.officer)
    #expect(try declare(village.deputy).isEmpty)
    #expect(try village.state == "mature")
  }

  @Test func `a group is declared mature three months after its founding, from its last complete round`() throws {
    try village.active()
    try village.assess(80, as: village.county)
    try village.assess(75, as: village.officer)
    village.store.day = try JalaliDay(1405, 4, 31)
    func declare() throws { try village.run("declare-mature", [:], as: village.deputy) }
    #expect(refusal { try declare() } == ["groups.founded-too-lately"])
    try village.assess(10, as: village.county, newRound: true)
    village.store.day = try JalaliDay(1405, 5, 1)
    try declare()
    #expect(try village.state == "mature")
  }

  @Test func `the mean may decide instead`() {
    let facts = Maturity.Facts(totals: [6900, 9000])
    let each = Maturity.Parameters(threshold: 70, assessors: 2, everyAssessment: true, minimumAgeMonths: 3)
    let mean = Maturity.Parameters(threshold: 70, assessors: 2, everyAssessment: false, minimumAgeMonths: nil)
    let day = village.store.day
    #expect(Maturity.codes(facts, under: each, on: day) == ["groups.below-threshold"])
    #expect(Maturity.codes(facts, under: mean, on: day).isEmpty)
    let young = Maturity.Facts(totals: [9000, 9000], foundedOn: day.adding(days: -30))
    #expect(Maturity.codes(young, under: each, on: day) == ["groups.founded-too-lately"])
    #expect(Maturity.codes(young, under: mean, on: day).isEmpty)
    let nobody = Maturity.Parameters(threshold: 0, assessors: 0, everyAssessment: false, minimumAgeMonths: nil)
    #expect(
      Maturity.codes(.init(totals: []), under: nobody, on: day) == ["groups.too-few-assessments"])
  }

  @Test func `a group goes back only to an earlier stage, and may mature again under the same deputy`() throws {
    try village.mature()
    func regress(_ state: Value) throws {
      try village.run("regress", ["to": state, "reason": "پراکندگی"], as: village.officer)
    }
    #expect(refusal { try regress("mature") } == ["groups.not-a-step"])
    #expect(refusal { try regress("institute") } == ["groups.not-a-step"])
    try regress("active")
    #expect(
      refusal { try village.run("declare-mature", [:], as: village.deputy) } == [
        "groups.too-few-assessments"
      ])
    try village.assess(80, as: village.county)
    try village.assess(80, as: village.officer)
    try village.run("declare-mature", [:], as: village.deputy)
    let rounds = try village.store.ask("groups.assessments", .record(["group": 1]), as: village.officer)["items"]?.items
    #expect(rounds?.compactMap { $0["round"]?.integer } == [1, 1, 2, 2])
  }

  @Test func `only a mature group becomes an institute, and the clock stops`() throws {
    try village.active()
    func license() throws {
      try village.store.transaction(as: village.officer) { try $0.becameInstitute(try $0.group(.row(1)).id) }
    }
    #expect(refusal { try license() } == ["groups.not-a-step"])
    try village.assess(80, as: village.county)
    try village.assess(75, as: village.officer)
    try village.ripen()
    try village.run("declare-mature", [:], as: village.deputy)
    village.store.day = try .init(1405, 9, 1)
    try license()
    let sheet = try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)
    #expect(sheet["group"]?["state"] == "institute")
    #expect(sheet["group"]?["instituteOn"] == .day(try .init(1405, 9, 1)))
    #expect(sheet["instituteExpectedBy"] == nil || sheet["instituteExpectedBy"] == .null)
    #expect(refusal { try license() } == ["groups.not-a-step"])
    #expect(
      refusal { try village.run("dissolve", ["reason": "…"], as: village.deputy) } == [
        "groups.not-a-step"
      ])
  }

  @Test func `six months and a day is a warning`() throws {
    let facts = FormationTime.Facts(requestedOn: try .init(1405, 2, 31))
    let last = FormationTime.objections(to: facts, under: .init(months: 6), on: try .init(1405, 8, 30))
    let late = FormationTime.objections(to: facts, under: .init(months: 6), on: try .init(1405, 9, 1))
    #expect(last.isEmpty)
    #expect(late.map(\.code) == ["groups.took-longer"])
  }

  @Test func `the road can be walked back to the gathering`() throws {
    try village.mature()
    let road = try village.store.ask("groups.trace", .record(["group": 1]), as: village.officer)
    let stones = road["stones"]?.items.compactMap { $0["en"]?.string }
    #expect(
      stones == [
        "neighbourhood NB-27-1405-0001", "volunteers' gathering", "formation request", "identity confirmed",
        "founding minutes", "trained group", "needs ranking NR-27-1405-0001", "action plan: برنامهٔ سال ۱۴۰۵",
        "mature group",
      ])
  }

  @Test func `nothing is done from another province`() throws {
    try village.active()
    let acts: [(String, KeyValuePairs<String, Value>)] = [
      ("confirm-identity", [:]), ("accept-request", [:]), ("refuse-request", ["reason": "…"]),
      ("admit-member", ["person": 1000]), ("end-membership", ["person": 1000, "cause": "moved", "reason": "…"]),
      ("appoint", ["office": "head", "person": 1000]), ("record-founding", ["day": "1405/02/01", "minutes": "…"]),
      ("declare-trained", [:]), ("adopt-plan", ["title": "…", "ranking": 1, "projects": []]), ("start-plan", [:]),
      ("record-activity", ["day": "1405/02/01", "kind": "meeting", "report": "…", "attendance": []]),
      ("close-project", ["project": 1, "outcome": "achieved", "result": "…"]), ("assess-maturity", ["scores": []]),
      ("declare-mature", [:]), ("regress", ["to": "formed", "reason": "…"]), ("suspend", ["reason": "…"]),
      ("resume", ["reason": "…"]), ("merge", ["into": 1, "reason": "…"]), ("dissolve", ["reason": "…"]),
    ]
    for (name, input) in acts {
      #expect(
        refusal { try village.run(name, input, as: village.kurdistan) } == ["not-found"], "\(name)")
    }
    #expect(try village.state == "active")
  }
}
