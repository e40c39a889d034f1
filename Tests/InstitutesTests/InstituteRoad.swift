import Contracts
@testable import Institutes
import Objections
import Jalali
import Engine
import Feature
import TestKit
import Values

/// A store with an institute on its way, and the people who take it there.
struct InstituteRoad {
  let store: TestStore
  let groups = GroupsStandIn()
  let documents = DocumentsStandIn()
  let enquiries = EnquiriesStandIn()
  let deadlines = DeadlinesStandIn()
  let configuration = TestConfiguration()
  let officer = Principal.test(.ngoOfficer, in: "IR-27", number: 1)
  let deputy = Principal.test(.preventionDeputy, in: "IR-27", number: 2)
  let director = Principal.test(.provincialDirector, in: "IR-27", number: 3)
  let kurdistan = Principal.test(.ngoOfficer, .preventionDeputy, .provincialDirector, in: "IR-12", number: 4)

  /// Group 7 is mature, no other is. Golestan has its numbers; Kurdistan's have not been set.
  init(_ more: [any StandIn] = []) throws {
    groups.groups.set { try .standard($0, $0 == 7 ? .mature : .active) }
    try configuration.set("institutes.founding-board", "minimumFounders", 3, in: "IR-27")
    try configuration.set("institutes.licence-term", "years", 2, in: "IR-27")
    store = try TestStore(
      [ObjectionsModule.self, InstitutesModule.self], standingIn: [groups, documents, enquiries, deadlines, configuration] + more,
      on: try JalaliDay(1405, 2, 1))
  }

  @discardableResult
  func run(_ action: String, _ input: Value = .record(["institute": 1]), as principal: Principal) throws -> Value {
    try store.run("institutes.\(action)", input, as: principal)
  }

  /// The codes of the objections, or of the refusal itself.
  func codes(_ action: String, _ input: Value = .record(["institute": 1]), as principal: Principal) -> [String] {
    refusal { try run(action, input, as: principal) }
  }

  func open(_ name: Value = "خانه‌سلامت") throws {
    try run(
      "open-file", .record(["name": name, "requestNumber": "۱۲/۳۴", "fromGroup": 7, "foundersFromGroup": true]),
      as: officer)
  }

  func document(_ kinds: String..., sighted: Bool = true, until: JalaliDay? = nil) throws {
    for kind in kinds { try documents.file(kind, for: "institutes.institute/1", isSighted: sighted, validUntil: until) }
  }

  func answer(_ agency: Agency, _ favourable: Bool? = true, until: JalaliDay? = nil) throws {
    try enquiries.send(to: agency, for: "institutes.institute/1", isFavourable: favourable, validUntil: until)
  }

  func approve() throws {
    try open()
    try document("registrationRequest", "statute")
    try answer(.police)
    try answer(.registryOffice)
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
