import Contracts
import Jalali
import Engine
import Feature
import Objections
import TestKit
import Testing
@testable import Training
import Values

/// A store with the training module, the people who work in it, and short words for what they do.
struct Academy {
  let store: TestStore
  private(set) var deputy = Principal.test(.rehabilitationDeputy, number: 1)
  private(set) var teacher = Principal.test(.rehabilitationExpert, number: 2)
  private(set) var director = Principal.test(.provincialDirector, number: 3)
  let treasurer = Principal.test(.rehabilitationDeputy, number: 4)
  let foreigner = Principal.test(.rehabilitationDeputy, in: "IR-12", number: 5)
  let nation = Principal.test(.nationalAdmin, in: nil, number: 6)
  private(set) var expert = Principal.test(.rehabilitationExpert, number: 9)
  let configuration = TestConfiguration()
  private var province = "IR-27"
  var course = Value.text("CO-27-1405-0001")

  /// Person 5 has a sighted proof of membership, person 6 one that nobody sighted and that has expired; there are 200 people.
  init(people: PeopleStandIn = PeopleStandIn()) throws {
    people.people.set { $0 <= 200 ? try .standard($0, in: Province(parsing: $0 < 100 ? "IR-27" : "IR-12")) : nil }
    let documents = DocumentsStandIn()
    try documents.file("ngoMembership", for: "people.person/5", row: 50)
    try documents.file("ngoMembership", for: "people.person/6", row: 60, isSighted: false, validUntil: JalaliDay(1404, 1, 1))
    store = try TestStore(
      [ObjectionsModule.self, TrainingModule.self], standingIn: [people, documents, configuration, RegionsStandIn(), DeadlinesStandIn()])
  }

  /// A workshop of twelve days from 1405/02/01, planned.
  func schedule(capacity: Int64 = 2) throws {
    try store.run(
      "training.define-template",
      .record(["province": "IR-27", "kind": "localFacilitatorWorkshop", "title": "تسهیلگری"]), as: deputy)
    try store.run(
      "training.schedule",
      .record([
        "template": 1, "place": "گرگان", "firstDay": "1405/02/01", "lastDay": "1405/02/12", "capacity": .int(capacity),
      ]), as: deputy)
  }

  @discardableResult
  func enrol(_ person: Int64, _ kind: String = "localFacilitator", document: Value = .null) throws -> Value {
    try store.run(
      "training.enrol",
      .record(["course": course, "person": .int(person), "kind": .text(kind), "document": document]), as: teacher)
  }

  @discardableResult
  func advance(to state: String, requisites: Value = .null) throws -> Value {
    try store.run(
      "training.advance", .record(["course": course, "to": .text(state), "requisites": requisites]), as: deputy)
  }

  /// From planned to delivering.
  func begin() throws {
    try advance(to: "invited")
    try advance(to: "ready", requisites: "سالن شهرداری و ناهار")
    try advance(to: "delivering")
  }

  @discardableResult
  func mark(_ day: Int64, _ half: String, present: [Int64], heldOn: Value = .null, reason: Value = .null) throws -> Value {
    try store.run(
      "training.mark-attendance",
      .record([
        "course": course, "day": .int(day), "half": .text(half), "present": .list(present.map(Value.int)),
        "heldOn": heldOn, "reason": reason,
      ]), as: teacher)
  }

  /// All twelve days; `present` says who is there on a day.
  func hold(inMonth month: Int = 2, _ present: (Int64) -> [Int64]) throws {
    store.day = try JalaliDay(1405, month, 12)
    for day in Int64(1)...12 {
      let date = Value.text("1405/0\(month)/\(day < 10 ? "0" : "")\(day)")
      try mark(day, "morning", present: present(day), heldOn: date)
      try mark(day, "afternoon", present: present(day), heldOn: date)
    }
  }

  @discardableResult
  func evaluate(_ person: Int64, _ score: Int64) throws -> Value {
    try store.run(
      "training.evaluate", .record(["course": course, "person": .int(person), "score": .int(score)]), as: teacher)
  }

  @discardableResult
  func confirm(_ person: Int64, letter: String = "۱۲/۳۴", date: String = "1405/01/20") throws -> Value {
    try store.run(
      "training.confirm-outside",
      .record(["course": course, "person": .int(person), "letterNumber": .text(letter), "letterDate": .text(date)]),
      as: teacher)
  }

  @discardableResult
  func certify(_ person: Int64) throws -> Value {
    try store.run("training.certify", .record(["course": course, "person": .int(person)]), as: director)
  }

  /// The same store seen by the people of another province.
  func moved(to province: String) -> Academy {
    var other = self
    other.province = province
    other.deputy = foreigner
    other.teacher = .test(.rehabilitationExpert, in: province, number: 12)
    other.director = .test(.provincialDirector, in: province, number: 13)
    other.expert = .test(.rehabilitationExpert, in: province, number: 19)
    return other
  }

  /// A course of a day or more, beside the first one.
  @discardableResult
  func scheduleAnother(_ kind: String = "groupFacilitation", days: Int64 = 2, from first: String, to last: String) throws -> String {
    let plan = try store.run(
      "training.define-template",
      .record(["province": .text(province), "kind": .text(kind), "title": "دورهٔ دیگر", "days": .int(days)]), as: expert)
    let row = try store.run(
      "training.schedule",
      .record([
        "template": plan["id"] ?? .null, "place": "گرگان", "firstDay": .text(first), "lastDay": .text(last), "capacity": 5,
      ]), as: expert)
    return row["code"]?.string ?? ""
  }

  @discardableResult
  func settle(_ people: [Int64]? = nil, as principal: Principal? = nil) throws -> Value {
    let named = people.map { Value.list($0.map(Value.int)) } ?? .null
    return try store.run("training.settle", .record(["course": course, "people": named]), as: principal ?? treasurer)
  }
}
