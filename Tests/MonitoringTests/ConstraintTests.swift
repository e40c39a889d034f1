import Contracts
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

@testable import Monitoring

/// Writes a row again as it is, past every rule.
struct ProbeModule: FeatureModule {
  static let module = Module("probe", "آزمونه", "Probe", after: ["monitoring"], availability: .always, actions: actions)
  static var actions: [any Action.Type] { [CopyMeasurement.self, CopyEvidence.self] }
}

struct CopyMeasurement: Action {
  var state: MeasurementState
  var revision: Int

  static let spec = Spec("probe.measurement", "نسخه", "Copy", .post, "/probe/measurements", permission: .monitoringMeasure)

  func perform(in work: borrowing Transaction) throws -> Measurement {
    var row = try work.require(Measurement.self, .row(1))
    row.code = ""
    row.state = state
    row.revision = revision
    return try work.insert(row)
  }
}

struct CopyEvidence: Action {
  static let spec = Spec("probe.evidence", "نسخه", "Copy", .post, "/probe/evidence", permission: .monitoringMeasure)

  func perform(in work: borrowing Transaction) throws -> Evidence {
    try work.insert(try work.require(Evidence.self, .row(1)))
  }
}

@Suite struct `What the database refuses by itself` {
  let store: TestStore
  let officer = Principal.test(.preventionOfficer)

  init() throws {
    store = try TestStore([
      MonitoringModule.self, RegionsStandIn.self, GroupsStandIn.self, TrainingStandIn.self, HealthBasesStandIn.self,
      InstitutesStandIn.self, ProbeModule.self,
    ])
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
  }

  private func copy(_ state: Value, _ revision: Value) throws {
    try store.run("probe.measurement", .record(["state": state, "revision": revision]), as: officer)
  }

  @Test func `two measurements of one revision`() throws {
    let refusal = #expect(throws: Refusal.self) { try copy("measured", 1) }
    #expect(refusal?.code == "conflict.exists")
    try copy("measured", 2)
  }

  @Test func `an approval without its day`() throws {
    #expect(throws: StoreFault.self) { try copy("approved", 2) }
  }

  @Test func `one record counted twice into a figure`() throws {
    let refusal = #expect(throws: Refusal.self) { try store.run("probe.evidence", as: officer) }
    #expect(refusal?.code == "conflict.exists")
  }
}
