import Contracts
import Engine
import Feature
import Store
import TestKit
import Testing
import Values

@testable import Monitoring

@Suite struct `What the database refuses by itself` {
  let store: TestStore
  let officer = Principal.test(.preventionOfficer)

  init() throws {
    store = try .measured()
    try store.run("monitoring.measure", .record(["province": "IR-27", "year": 1405]), as: officer)
  }

  /// Writes a row again, past every rule.
  private func copy(_ state: MeasurementState, _ revision: Int) throws {
    try store.transaction(as: officer) { work in
      var row = try work.require(Measurement.self, .row(1))
      row.code = ""
      row.revision = revision
      try work.insert(row, standing: state)
    }
  }

  @Test func `two measurements of one revision`() throws {
    let refusal = #expect(throws: Refusal.self) { try copy(.measured, 1) }
    #expect(refusal?.code == "conflict.exists")
    try copy(.measured, 2)
  }

  @Test func `an approval without its day`() throws {
    #expect(throws: StoreFault.self) { try copy(.approved, 2) }
  }

  @Test(arguments: [3, nil]) func `one county counted twice into a measurement`(row: Int64?) throws {
    func put(_ county: Int64?) throws {
      try store.transaction(as: officer) { work in
        let measurement = try work.require(Measurement.self, .row(1))
        try work.insert(CountedCounty(CountedCounty.Facts(county: county.map { ID($0) }, people: 1), of: measurement))
      }
    }
    try store.path.alter("DELETE FROM monitoring_county")
    try put(row)
    #expect(refusal { try put(row) } == ["conflict.exists"])
    try put(4)
  }

  @Test func `a county in which nobody and nothing was reached`() throws {
    #expect(throws: StoreFault.self) {
      try store.transaction(as: officer) { work in
        try work.insert(CountedCounty(CountedCounty.Facts(county: ID(9)), of: try work.require(Measurement.self, .row(1))))
      }
    }
  }

  @Test func `one record counted twice into a figure`() throws {
    let refusal = #expect(throws: Refusal.self) {
      try store.transaction(as: officer) { try $0.insert(try $0.require(Evidence.self, .row(1))) }
    }
    #expect(refusal?.code == "conflict.exists")
  }
}
