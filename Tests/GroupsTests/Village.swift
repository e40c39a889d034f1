import Contracts
@testable import Groups
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

/// A store with the stand-ins, the colleagues of Golestan, and the road in short steps.
struct Village {
  let store: TestStore
  let county = Principal.test(.countyOfficer, number: 2)
  let facilitator = Principal.test(.facilitator, number: 3)
  let officer = Principal.test(.preventionOfficer, number: 4)
  let deputy = Principal.test(.preventionDeputy, number: 5)
  let kurdistan = Principal.test(
    .preventionOfficer, .countyOfficer, .preventionDeputy, .facilitator, in: "IR-12", number: 7)

  init() throws {
    store = try TestStore([
      StandInRegions.self, StandInPeople.self, StandInNeeds.self, StandInTraining.self, StandInDeadlines.self,
      GroupsModule.self, StandInAsker.self, TestConfiguration.self,
    ])
  }

  @discardableResult
  func run(_ command: String, _ input: KeyValuePairs<String, Value>, as principal: Principal, group: Int64 = 1) throws -> Value {
    try store.run("groups." + command, .object([.init("group", .int(group))] + Value.record(input).members), as: principal)
  }

  func request(_ name: String = "یاران", at place: Int64 = 1, day: String = "1405/02/01") throws {
    try store.run(
      "groups.request",
      .record([
        "kind": "communityBased", "name": .text(name), "neighbourhood": .int(place), "applicant": 1, "day": .text(day),
      ]), as: facilitator)
  }

  func forming(_ name: String = "یاران", group: Int64 = 1) throws {
    try request(name)
    try run("confirm-identity", [:], as: county, group: group)
    try run("accept-request", [:], as: officer, group: group)
  }

  func formed(members: ClosedRange<Int64> = 1...7) throws {
    try forming()
    for person in members { try run("admit-member", ["person": .int(person)], as: facilitator) }
    try run("record-founding", ["day": "1405/02/01", "minutes": "در نشست امروز …"], as: facilitator)
  }

  func active() throws {
    try formed()
    try run("declare-trained", [:], as: officer)
    try plan()
    try run("start-plan", [:], as: facilitator)
  }

  func plan(
    ranking: Int64 = 1, need: Value = "فضاي سبز", credits: Value = 6_000_000, due: Value = "1405/06/01"
  ) throws {
    try run(
      "adopt-plan",
      [
        "title": "برنامهٔ سال ۱۴۰۵", "ranking": .int(ranking),
        "projects": [
          .record([
            "title": "پارک محله", "need": need, "owner": 2, "credits": credits,
            "milestones": [.record(["title": "کاشت", "due": due])],
          ])
        ],
      ], as: facilitator)
  }

  func assess(_ score: Int64, as principal: Principal) throws {
    try run("assess-maturity", ["scores": .list(Village.criteria.map { Village.score($0, score) })], as: principal)
  }

  func mature() throws {
    try active()
    try assess(80, as: county)
    try assess(75, as: officer)
    try run("declare-mature", [:], as: deputy)
  }

  static let criteria = ["cohesion", "leadership", "results", "partnership", "resources"]

  static func score(_ criterion: String, _ score: Int64, _ evidence: String = "گزارش بازدید") -> Value {
    .record(["criterion": .text(criterion), "score": .int(score), "evidence": .text(evidence)])
  }

  var state: String? {
    get throws { try store.ask("groups.group", .record(["group": 1]), as: officer)["group"]?["state"]?.string }
  }

  /// The codes of all objections when a rule refuses, else the refusal's own code; nil when nothing is refused.
  func objections(_ body: () throws -> Void) throws -> [String] {
    do {
      try body()
      return []
    } catch let refusal as Refusal {
      return refusal.faults.isEmpty || refusal.kind == .conflict ? [refusal.code] : refusal.faults.map(\.code)
    }
  }

  /// The rule that refuses.
  func rule(_ body: () throws -> Void) throws -> Value? {
    do {
      try body()
      return nil
    } catch let refusal as Refusal {
      return refusal.rule?["id"]
    }
  }
}
