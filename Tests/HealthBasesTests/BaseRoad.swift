import Contracts
@testable import HealthBases
import Objections
import Jalali
import Engine
import Feature
import TestKit
import Values

/// A store with bases on their way, and the people of one province.
struct BaseRoad {
  static let commitments = [
    "needsAssessment", "assets", "harmsMap", "participatoryPlanning", "collectiveAction", "advocacy",
  ]
  let store: TestStore
  let institutes: InstitutesStandIn
  let deadlines: DeadlinesStandIn
  let officer: Principal
  let deputy: Principal
  let director: Principal
  let province: String
  /// Added to rows of places and people.
  let offset: Int64

  /// The second base has a sighted record. The module is off in Kurdistan in the first month of 1406; Khuzestan counts
  /// anniversaries and wants documents.
  ///
  /// - Parameters:
  ///   - other: whose store this one shares.
  ///   - day: the business date it starts with.
  init(in province: String = "IR-27", sharing other: BaseRoad? = nil, from day: JalaliDay? = nil) throws {
    institutes = other?.institutes ?? InstitutesStandIn()
    deadlines = other?.deadlines ?? DeadlinesStandIn()
    let documents = DocumentsStandIn()
    try documents.file("experience", for: "healthbases.base/2")
    let configuration = TestConfiguration()
    try configuration.set("healthbases.early-termination", "noticeDays", 10, in: "IR-27")
    try configuration.set("healthbases.agreement-term", "endRule", "anniversary", in: "IR-06")
    try configuration.set("healthbases.admission", "mustSightRecord", true, in: "IR-06")
    configuration.switches.set { !($0.province.code == "IR-12" && $0.day.year == 1406 && $0.day.month == 1) }
    store =
      try other?.store
      ?? TestStore(
        [ObjectionsModule.self, HealthBasesModule.self], standingIn: [institutes, deadlines, documents, configuration],
        on: day ?? JalaliDay(1405, 2, 1))
    self.province = province
    let number: Int64 = province == "IR-27" ? 0 : province == "IR-12" ? 10 : 20
    offset = number * 100
    officer = .test(.preventionOfficer, .ngoOfficer, in: province, number: number + 1)
    deputy = .test(.preventionDeputy, in: province, number: number + 2)
    director = .test(.provincialDirector, in: province, number: number + 3)
  }

  @discardableResult
  func run(_ action: String, _ input: Value, as principal: Principal) throws -> Value {
    try store.run("healthbases.\(action)", input, as: principal)
  }

  /// The codes of the objections, or of the refusal itself.
  func codes(_ action: String, _ input: Value, as principal: Principal) -> [String] {
    refusal { try run(action, input, as: principal) }
  }

  /// A licensed institute, by its row.
  func institute(until: JalaliDay? = nil) throws -> Value {
    var row: Int64 = 1
    while try institutes.institutes.known(row) != nil { row += 1 }
    institutes.put(row, in: try Province(parsing: province), .licensed, validUntil: try until ?? JalaliDay(1410, 1, 1))
    return .int(row)
  }

  /// The institute's licence ends or is in force again, and the bases are told of it.
  func license(_ state: InstituteState, until: JalaliDay? = nil, of row: Int64 = 1) throws {
    let last = try until ?? institutes.institutes.known(row)?.licenceValidUntil
    institutes.put(row, in: try Province(parsing: province), state, validUntil: try last ?? JalaliDay(1410, 1, 1))
    try store.transaction(as: director) { work in
      let institute = try work.institute(.row(row)).id
      if state == .licensed {
        try work.licenceRestored(of: institute)
      } else {
        try work.licenceEnded(of: institute, now: state)
      }
    }
  }

  /// - Returns: the base's row.
  func propose(_ institute: Value, at place: Int64 = 1) throws -> Value {
    try run(
      "propose",
      .record(["institute": institute, "neighbourhood": .int(offset + place), "name": "پایگاه"]), as: officer)["id"] ?? 0
  }

  func admission(_ base: Value, experience: Value = "ده سال کار در محله") -> Value {
    .record(["base": base, "experience": experience, "personnel": [.int(offset + 1), .int(offset + 2)]])
  }

  /// - Returns: the agreement's row.
  func agree(until: JalaliDay? = nil, at place: Int64 = 1) throws -> Value {
    let base = try propose(try institute(until: until), at: place)
    try run("admit", admission(base), as: deputy)
    return try run("agree", .record(["base": base]), as: director)["id"] ?? 0
  }

  func activity(_ agreement: Value, _ commitment: String, on day: Value = "1405/02/01") -> Value {
    .record([
      "agreement": agreement, "commitment": .text(commitment), "day": day, "title": "نشست", "report": "گزارش",
      "participants": [.int(offset + 5), .int(offset + 6), .int(offset + 5)],
    ])
  }

  /// One activity under each commitment, spread over three quarters of 1405, recorded on 1 Bahman or later.
  func work(_ agreement: Value) throws {
    store.day = max(store.day, try JalaliDay(1405, 11, 1))
    for (commitment, day) in zip(
      BaseRoad.commitments, ["1405/02/01", "1405/03/01", "1405/05/01", "1405/06/01", "1405/08/01", "1405/09/01"])
    {
      try run("record-activity", activity(agreement, commitment, on: .text(day)), as: officer)
    }
  }

  func approve(_ agreement: Value) throws {
    try work(agreement)
    try run("approve-year", .record(["agreement": agreement]), as: deputy)
  }

  /// The institute objects to what became of its agreement, and the director upholds it.
  func overturn(_ agreement: Value, by clerk: Principal? = nil) throws {
    let appeal = Value.record(["agreement": agreement, "grounds": "گزارش کامل است", "channel": "letter"])
    let objection = try run("appeal-outcome", appeal, as: clerk ?? officer)["code"] ?? .null
    try store.run("objections.decide", .record(["objection": objection, "isUpheld": true, "answer": "بررسی دوباره"]), as: director)
  }

  func on(_ year: Int, _ month: Int, _ day: Int) throws { store.day = try JalaliDay(year, month, day) }

  func show(_ agreement: Value) throws -> Value {
    try store.ask("healthbases.agreement", .record(["agreement": agreement]), as: officer)
  }

  func night(_ year: Int, _ month: Int, _ day: Int) throws {
    let date = try JalaliDay(year, month, day)
    store.day = date
    try store.night(date)
  }

  func row(_ agreement: Value) throws -> Value? {
    try show(agreement)["agreement"]
  }

  func outcomes() throws -> [Value] { try store.ask("healthbases.outcomes", as: officer)["items"]?.items ?? [] }

  func proof(_ year: Int64, as principal: Principal? = nil) throws -> Value {
    try store.ask("healthbases.renewals", .record(["year": .int(year)]), as: principal ?? officer)
  }
}
