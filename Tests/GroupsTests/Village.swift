import Contracts
@testable import Groups
import Objections
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

/// A store with this module and stand-ins for the rest, the colleagues of Golestan, and the road in short steps.
struct Village {
  let store: TestStore
  let county = Principal.test(.countyOfficer, number: 2)
  let facilitator = Principal.test(.facilitator, number: 3)
  let officer = Principal.test(.preventionOfficer, number: 4)
  let deputy = Principal.test(.preventionDeputy, number: 5)
  let kurdistan = Principal.test(
    .preventionOfficer, .countyOfficer, .preventionDeputy, .facilitator, in: "IR-12", number: 7)

  /// Neighbourhoods 1 and 2 lie in Golestan, 3 in Kurdistan; volunteers gathered in 1 and 3. Ranking 1 is locked, 2 is not,
  /// 3 belongs to neighbourhood 2. Person 50 turns 13 on 1405/02/01, 51 a day later; 60 cannot read; 1 to 4 hold a
  /// certificate.
  init() throws {
    let regions = RegionsStandIn()
    regions.neighbourhoods.set { row in
      guard (1...3).contains(row) else { return nil }
      return NeighbourhoodFacts(
        id: ID(row), code: "NB-27-1405-000\(row)", province: try Province(parsing: row == 3 ? "IR-12" : "IR-27"), county: ID(row),
        name: "محلهٔ \(row)", isHarmProne: false, isInformalSettlement: false)
    }
    let people = PeopleStandIn()
    people.people.set(try .standard(50, birth: JalaliDay(1392, 2, 1)), to: 50)
    people.people.set(try .standard(51, birth: JalaliDay(1392, 2, 2)), to: 51)
    people.people.set(try .standard(60, isLiterate: false), to: 60)
    let needs = MobilisationStandIn()
    needs.rankings.set { row in
      guard row != 2 else { throw Refusal.conflict("mobilisation.not-locked", Texts("قفل نشده", "not locked")) }
      return RankingFacts(
        id: ID(row), code: "NR-27-1405-000\(row)", province: try Province(parsing: "IR-27"), neighbourhood: ID(row == 3 ? 2 : 1),
        lockedOn: try JalaliDay(1405, 1, 20),
        needs: [.init(title: "فضای سبز", rank: 1), .init(title: "اشتغال جوانان", rank: 2)])
    }
    needs.gatherings.set { $0 == 2 ? nil : try JalaliDay(1405, 1, 15) }
    let training = TrainingStandIn()
    training.certificates.set { $0 <= 4 }
    store = try TestStore(
      [ObjectionsModule.self, GroupsModule.self], standingIn: [regions, people, needs, training, DeadlinesStandIn(), TestConfiguration()])
  }

  @discardableResult
  func run(_ command: String, _ input: KeyValuePairs<String, Value>, as principal: Principal, group: Int64 = 1) throws -> Value {
    try store.run("groups." + command, .object([.init("group", .int(group))] + Value.record(input).members), as: principal)
  }

  /// What a face makes of a refused query.
  func advised(_ refusal: Refusal, _ command: String, _ input: Value, _ principal: Principal) -> Refusal? {
    store.registry.command(command).flatMap { store.runtime.advised(refusal, $0, input, principal, reader: nil) as? Refusal }
  }

  func request(_ name: String = "یاران", at place: Int64 = 1, day: String = "1405/02/01") throws {
    let group = try store.run(
      "groups.request",
      .record([
        "kind": "communityBased", "name": .text(name), "neighbourhood": .int(place), "applicant": 1, "day": .text(day),
      ]), as: county)
    try store.run(
      "groups.assign-facilitator", .record(["group": group["id"] ?? .null, "facilitator": 3, "since": .text(day)]), as: county)
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

  /// A day on which the group is old enough.
  func ripen() throws { store.day = try max(store.day, JalaliDay(1405, 5, 1)) }

  func assess(_ score: Int64, as principal: Principal, newRound: Bool? = nil) throws {
    try run(
      "assess-maturity",
      ["scores": .list(Village.criteria.map { Village.score($0, score) }), "newRound": newRound.map(Value.bool) ?? .null], as: principal)
  }

  func mature() throws {
    try active()
    try ripen()
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
}
