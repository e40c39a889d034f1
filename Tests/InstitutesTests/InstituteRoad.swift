import Contracts
@testable import Institutes
import Jalali
import Engine
import Feature
import TestKit
import Values

/// A store with an institute on its way, and the people who take it there.
struct InstituteRoad {
  static let modules: [any FeatureModule.Type] = [
    PeopleStandIn.self, GroupsStandIn.self, DocumentsStandIn.self, EnquiriesStandIn.self, DeadlinesStandIn.self,
    InstitutesModule.self, SettingsStandIn.self,
  ]
  let store: TestStore
  let officer = Principal.test(.ngoOfficer, in: "IR-27", number: 1)
  let deputy = Principal.test(.preventionDeputy, in: "IR-27", number: 2)
  let director = Principal.test(.provincialDirector, in: "IR-27", number: 3)
  let kurdistan = Principal.test(.ngoOfficer, .preventionDeputy, .provincialDirector, in: "IR-12", number: 4)

  init(_ more: [any FeatureModule.Type] = []) throws {
    store = try TestStore(InstituteRoad.modules + more, on: try JalaliDay(1405, 2, 1))
  }

  @discardableResult
  func run(_ action: String, _ input: Value = .record(["institute": 1]), as principal: Principal) throws -> Value {
    try store.run("institutes.\(action)", input, as: principal)
  }

  /// The codes of the objections, or of the refusal itself.
  func codes(_ action: String, _ input: Value = .record(["institute": 1]), as principal: Principal) -> [String] {
    do {
      try run(action, input, as: principal)
      return []
    } catch let refusal as Refusal {
      return refusal.faults.isEmpty || refusal.kind == .conflict ? [refusal.code] : refusal.faults.map(\.code)
    } catch {
      return ["\(error)"]
    }
  }

  func open(_ name: Value = "خانه‌سلامت") throws {
    try run(
      "open-file", .record(["name": name, "requestNumber": "۱۲/۳۴", "fromGroup": 7, "foundersFromGroup": true]),
      as: officer)
  }

  func document(_ kinds: String..., sighted: Bool = true, until: Value = .null) throws {
    for kind in kinds {
      try store.run(
        "documents.put",
        .record([
          "object": "institutes.institute/1", "kind": .text(kind), "isSighted": .bool(sighted), "validUntil": until,
        ]),
        as: officer)
    }
  }

  func answer(_ agency: String, _ favourable: Bool? = true, until: Value = .null) throws {
    try store.run(
      "enquiries.put",
      .record([
        "object": "institutes.institute/1", "agency": .text(agency),
        "isFavourable": favourable.map(Value.bool) ?? .null,
        "validUntil": until,
      ]), as: officer)
  }

  func approve() throws {
    try open()
    try document("registrationRequest", "statute")
    try answer("police")
    try answer("registryOffice")
    try run("approve-file", as: deputy)
  }

  func agree() throws {
    try approve()
    try document(
      "applicationForm", "identityBooklet", "nationalCard", "photographs", "noCriminalRecord", "noAddiction", "degree")
    try run("agree-in-principle", as: director)
  }

  func license() throws {
    try agree()
    try document("placesOffice", "technicalOffice", "healthOffice", "siteOpinion", "trainingCertificate")
    try run("license", .record(["institute": 1, "scope": "سلامت اجتماعی"]), as: director)
  }

  func state() throws -> String? {
    try store.ask("institutes.institute", .record(["institute": 1]), as: officer)["institute"]?["state"]?.string
  }
}
