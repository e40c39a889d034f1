import Contracts
@testable import Deadlines
import Jalali
@testable import Mobilisation
import Objections
@testable import People
@testable import Regions
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

/// A store with this module and the desks it stands on, and the staff who work in it.
struct Town {
  let store: TestStore
  let officer = Principal.test(.preventionOfficer, number: 2)
  let deputy = Principal.test(.socialDeputy, number: 3)
  let desk = Principal.test(.countyOfficer, number: 4)
  let observer = Principal.test(.nationalObserver, in: nil, number: 5)
  let kurdistan = Principal.test(.preventionOfficer, .socialDeputy, in: "IR-12", number: 6)
  let firstCounty = Principal(
    id: "u7", staff: 7, name: "county 1", grants: [.init(role: Role.countyOfficer.id, scope: .county("IR-27", 1))],
    session: "s7")

  /// Neighbourhoods 1 and 2 lie in counties 1 and 2 of Golestan, 3 in no county of it, 4 in Kurdistan.
  init() throws {
    store = try TestStore([
      RegionsModule.self, PeopleModule.self, DeadlinesModule.self, TestConfiguration.self, ObjectionsModule.self, MobilisationModule.self,
    ])
    let nation = Principal.test(.nationalAdmin, in: nil, number: 1)
    for county in ["گرگان", "گنبد"] as [Value] {
      try store.run("regions.add-county", .record(["province": "IR-27", "name": county]), as: nation)
    }
    try add("اوزینه", county: 1)
    try add("سیدآباد", county: 2)
    try add("قلعه حسن")
    try store.run(
      "regions.add-neighbourhood", .record(["province": "IR-12", "name": "نایسر", "setting": "urban"]), as: kurdistan)
  }

  private func add(_ name: String, county: Value = .null) throws {
    try store.run(
      "regions.add-neighbourhood",
      .record(["province": "IR-27", "county": county, "name": .text(name), "setting": "urban"]), as: officer)
  }

  /// Persons 1 to 10 are literate adults of Golestan; 11 is thirteen on 1405/02/01, 12 a day later; 13 cannot read;
  /// 14 is of Kurdistan.
  func people() throws {
    for _ in 1...10 { try person(born: "1349/05/01") }
    try person(born: "1392/02/01")
    try person(born: "1392/02/02")
    try person(born: "1349/05/01", isLiterate: false)
    try person(born: "1349/05/01", as: kurdistan)
  }

  private func person(born: Value, isLiterate: Bool = true, as principal: Principal? = nil) throws {
    try store.run(
      "people.register",
      .record([
        "idKind": "none", "idReason": "آزمون", "firstName": "مریم", "familyName": "رضایی", "fatherName": "علی",
        "birth": born, "isLiterate": .bool(isLiterate), "consentedOn": "1405/01/01",
      ]), as: principal ?? officer)
  }

  static func clinic(_ changes: KeyValuePairs<String, Value> = [:]) -> Value {
    var members: [Value.Member] = [
      .init("name", "کلینیک امید"), .init("province", "IR-27"), .init("neighbourhood", 1), .init("canOpenBase", true),
      .init("placeEvidence", "بازدید"), .init("isWilling", true), .init("willingnessEvidence", "نامهٔ ۱۲"),
      .init("hasGoodRecord", true), .init("recordEvidence", "گزارش ۱۴۰۳"),
    ]
    for change in changes { members = members.filter { $0.name != change.key } + [.init(change.key, change.value)] }
    return .object(members)
  }

  @discardableResult
  func propose(_ changes: KeyValuePairs<String, Value> = [:]) throws -> Value {
    try store.run("mobilisation.propose-clinic", Town.clinic(changes), as: officer)
  }

  func selected(_ changes: KeyValuePairs<String, Value> = [:]) throws {
    try propose(changes)
    try store.run("mobilisation.select-clinic", .record(["clinic": 1]), as: deputy)
  }

  static func candidate(_ place: Int64, _ scores: [Int64], why: String? = nil) -> Value {
    .record([
      "neighbourhood": .int(place), "harm": .int(scores[0]), "need": .int(scores[1]), "capacity": .int(scores[2]),
      "access": .int(scores[3]), "rejectionReason": why.map { .text($0) } ?? .null,
    ])
  }

  static let twoCandidates: Value = [
    candidate(1, [80, 70, 60, 50]), candidate(2, [40, 70, 60, 50], why: "آسیب کمتر"),
  ]

  @discardableResult
  func choose(_ place: Value = 1, among candidates: Value = Town.twoCandidates, as principal: Principal? = nil) throws -> Value {
    try store.run(
      "mobilisation.choose-neighbourhood",
      .record(["clinic": 1, "neighbourhood": place, "candidates": candidates]), as: principal ?? officer)
  }

  @discardableResult
  func volunteer(_ person: Int64, in place: Int64 = 1, consentedOn: Value = "1405/01/20") throws -> Value {
    try store.run(
      "mobilisation.register-volunteer",
      .record(["person": .int(person), "neighbourhood": .int(place), "consentedOn": consentedOn]), as: desk)
  }

  /// Three needs of neighbourhood 1 and a ranking of them by two criteria of weights 3 and 2.
  func ranking() throws {
    for title in ["روشنایی کوچه", "کتابخانه", "درمانگاه"] { try need(title) }
    try store.run(
      "mobilisation.start-ranking",
      .record([
        "neighbourhood": 1, "method": "weightedCriteria",
        "criteria": [.record(["name": "severity", "weight": 3]), .record(["name": "هزینه", "weight": 2])],
      ]), as: officer)
  }

  @discardableResult
  func need(_ title: String, in place: Int64 = 1) throws -> Value {
    try store.run(
      "mobilisation.record-need",
      .record(["neighbourhood": .int(place), "title": .text(title), "category": "infrastructure"]), as: desk)
  }

  @discardableResult
  func score(_ need: Int64, _ criterion: String, _ score: Int64, as principal: Principal? = nil) throws -> Value {
    try store.run(
      "mobilisation.score-need",
      .record(["ranking": 1, "need": .int(need), "criterion": .text(criterion), "score": .int(score)]),
      as: principal ?? desk)
  }

  func scoreAll() throws {
    for (need, scores) in [(1, [50, 40]), (2, [30, 60]), (3, [50, 40])] as [(Int64, [Int64])] {
      try score(need, "severity", scores[0])
      try score(need, "هزینه", scores[1])
    }
  }

  @discardableResult
  func lock(as principal: Principal? = nil, decision: Value = "صورتجلسهٔ ۳") throws -> Value {
    try store.run("mobilisation.lock-ranking", .record(["ranking": 1, "decision": decision]), as: principal ?? deputy)
  }
}
