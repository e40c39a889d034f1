import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Values

/// A store with bases on their way, and the people of one province.
struct BaseRoad {
  static let modules: [any FeatureModule.Type] = [
    PeopleStandIn.self, RegionsStandIn.self, DocumentsStandIn.self, DeadlinesStandIn.self, InstitutesStandIn.self,
    HealthBasesModule.self, SettingsStandIn.self,
  ]
  static let commitments = [
    "needsAssessment", "assets", "harmsMap", "participatoryPlanning", "collectiveAction", "advocacy",
  ]
  let store: TestStore
  let officer: Principal
  let deputy: Principal
  let director: Principal
  let province: String
  /// Added to rows of places and people.
  let offset: Int64

  init(in province: String = "IR-27", sharing store: TestStore? = nil, _ more: [any FeatureModule.Type] = []) throws {
    self.store = try store ?? TestStore(BaseRoad.modules + more, on: try JalaliDay(1405, 2, 1))
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
    do {
      try run(action, input, as: principal)
      return []
    } catch let refusal as Refusal {
      return refusal.faults.isEmpty || refusal.kind == .conflict ? [refusal.code] : refusal.faults.map(\.code)
    } catch {
      return ["\(error)"]
    }
  }

  /// - Returns: the institute's row.
  func institute(until: Value = "1410/01/01") throws -> Value {
    try store.run("institutes.put", .record(["province": .text(province), "validUntil": until]), as: officer)["id"] ?? 0
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
  func agree(until: Value = "1410/01/01", at place: Int64 = 1) throws -> Value {
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

  func approve(_ agreement: Value) throws {
    for commitment in BaseRoad.commitments {
      try run("record-activity", activity(agreement, commitment), as: officer)
    }
    try run("approve-year", .record(["agreement": agreement]), as: deputy)
  }

  func night(_ year: Int, _ month: Int, _ day: Int) throws {
    let date = try JalaliDay(year, month, day)
    store.day = date
    try store.night(date)
  }

  func row(_ agreement: Value) throws -> Value? {
    try store.ask("healthbases.agreement", .record(["agreement": agreement]), as: officer)["agreement"]
  }

  func outcomes() throws -> [Value] { try store.ask("healthbases.outcomes", as: officer)["items"]?.items ?? [] }

  func proof(_ year: Int64, as principal: Principal? = nil) throws -> Value {
    try store.ask("healthbases.renewals", .record(["year": .int(year)]), as: principal ?? officer)
  }
}
