@testable import Configuration
import Contracts
import Engine
import Feature
import TestKit
import Values

/// The configuration desk over the two probe modules; Golestan and Kurdistan use them.
struct Desk {
  let store: TestStore
  let nation = Principal.test(.nationalAdmin, in: nil, number: 1)
  let golestan = Principal.test(.preventionOfficer, in: "IR-27", number: 2)
  let kurdistan = Principal.test(.preventionOfficer, in: "IR-12", number: 3)

  init() throws { store = try TestStore([AccountsStandIn.self, ConfigurationModule.self, ProbeModule.self, UpperModule.self]) }

  func turn(
    _ module: Value = "probe", on isOn: Value = true, in province: Value = .null, from: Value = .null
  ) throws {
    try store.run(
      "configuration.switch-module",
      .record(["module": module, "province": province, "from": from, "isOn": isOn, "source": "بخشنامه"]), as: nation)
  }

  func set(
    _ parameter: Value, _ value: Value, in province: Value = .null, from: Value = .null, source: Value = "بخشنامه",
    locked: Value = .null, rule: Value = "probe.size"
  ) throws {
    try store.run(
      "configuration.set-parameter",
      .record([
        "rule": rule, "parameter": parameter, "value": value, "province": province, "from": from, "source": source,
        "isLocked": locked,
      ]), as: nation)
  }

  func add(_ size: Value = 5, as principal: Principal? = nil) throws {
    let place: Value = principal?.province == "IR-12" ? "IR-12" : "IR-27"
    try store.run("probe.add", .record(["province": place, "size": size]), as: principal ?? golestan)
  }

  /// The rule that refuses, and the codes of its objections with their pointers.
  func refusal(_ body: () throws -> Void) throws -> (rule: Value?, codes: [String]) {
    guard let refusal = try refused(body) else { return (nil, []) }
    let codes = refusal.faults.map { $0.pointer + $0.code }
    return (refusal.rule?["id"], codes.isEmpty || refusal.code == "parameter.unset" ? [refusal.code] : codes)
  }
}
