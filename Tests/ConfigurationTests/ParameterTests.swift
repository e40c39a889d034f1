import Contracts
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Setting parameters` {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.turn()
  }

  private func line(_ parameter: Value, in province: Value = .null, on day: Value = .null) throws -> Value? {
    let input = Value.record(["rule": "probe.size", "province": province, "on": day])
    let answer = try desk.store.ask("configuration.explain", input, as: desk.nation)
    return answer["parameters"]?.items.first { $0["parameter"] == parameter }
  }

  @Test func `a required parameter refuses until it is set, and by name`() throws {
    let unset = try desk.refusal { try desk.add() }
    #expect(unset.rule == "probe.size" && unset.codes == ["parameter.unset"])
    #expect(try line("largest")?["origin"] == "unset" && line("largest")?["value"] == .null)
    try desk.set("largest", "10")
    try desk.add()
    #expect(try desk.refusal { try desk.add(11) }.codes == ["probe.large"])
  }

  @Test func `explain shows where each value comes from`() throws {
    try desk.set("largest", "10")
    try desk.set("largest", "8", in: "IR-27", from: "1405/02/03", source: "مصوبهٔ استان")
    #expect(try line("smallest")?["origin"] == "standard" && line("smallest")?["value"] == "3")
    #expect(try line("largest", in: "IR-27")?["origin"] == "nation" && line("largest", in: "IR-27")?["value"] == "10")
    let own = try line("largest", in: "IR-27", on: "1405/02/03")
    #expect(own?["origin"] == "province" && own?["value"] == "8" && own?["source"] == "مصوبهٔ استان")
    #expect(try own?["from"] == .day(.init(1405, 2, 3)))
    #expect(try line("largest", in: "IR-12", on: "1405/02/03")?["origin"] == "nation")
    let rules = try desk.store.ask("configuration.rules", .record(["province": "IR-27"]), as: desk.golestan)["items"]?.items
    #expect(rules?.filter { $0["rule"] == "probe.size" }.map { $0["parameter"] } == ["largest", "smallest", "unit"])
    let unknown = #expect(throws: Refusal.self) {
      try desk.store.ask("configuration.explain", .record(["rule": "probe.nothing"]), as: desk.golestan)
    }
    #expect(unknown?.kind == .notFound)
    let elsewhere = #expect(throws: Refusal.self) {
      try desk.store.ask("configuration.explain", .record(["rule": "probe.size", "province": "IR-12"]), as: desk.golestan)
    }
    #expect(elsewhere?.kind == .notFound)
  }

  @Test func `the province's value counts there, from its day on`() throws {
    try desk.set("largest", "10")
    try desk.set("largest", "20", in: "IR-27", from: "1405/02/03")
    #expect(try desk.refusal { try desk.add(15) }.codes == ["probe.large"])
    desk.store.day = try .init(1405, 2, 3)
    try desk.add(15)
    #expect(try desk.refusal { try desk.add(15, as: desk.kurdistan) }.codes == ["probe.large"])
  }

  @Test func `a value is succeeded by a later one only`() throws {
    try desk.set("largest", "10", from: "1405/02/10")
    for day: Value in ["1405/02/10", "1405/02/09"] {
      let refused = try desk.refusal { try desk.set("largest", "11", from: day) }
      #expect(refused.rule == "configuration.parameter-change" && refused.codes == ["configuration.not-later"])
    }
    try desk.set("largest", "11", from: "1405/02/11")
    try desk.set("largest", "9", in: "IR-27", from: "1405/02/01")
  }

  @Test func `a locked national value stands above provinces until it is succeeded by an open one`() throws {
    try desk.set("largest", "20", in: "IR-27")
    try desk.set("largest", "10", locked: true)
    #expect(try desk.refusal { try desk.add(15) }.codes == ["probe.large"])
    #expect(try desk.refusal { try desk.set("largest", "30", in: "IR-27", from: "1405/02/02") }.codes == ["configuration.locked"])
    desk.store.day = try .init(1405, 2, 3)
    try desk.set("largest", "12")
    try desk.set("largest", "30", in: "IR-27")
    try desk.add(25)
    #expect(try desk.refusal { try desk.add(15, as: desk.kurdistan) }.codes == ["probe.large"])
  }

  @Test func `a value rests on a source`() throws {
    for source: Value in ["", "  "] {
      #expect(try desk.refusal { try desk.set("largest", "10", source: source) }.codes == ["configuration.source-missing"])
    }
  }

  @Test func `a value that the rule cannot work with is refused, also while another is unset`() throws {
    for value: Value in ["ten", "\"ten\"", "1.5", "null", "[1]", "", "99999999999999999999"] {
      let codes = try desk.refusal { try desk.set("smallest", value) }.codes
      #expect(codes.count == 1 && codes.first?.hasPrefix("/value") == true, "\(value): \(codes)")
    }
    #expect(try desk.refusal { try desk.set("unit", "\"mile\"") }.codes.first?.hasPrefix("/value") == true)
    try desk.set("largest", "10")
    #expect(try desk.refusal { try desk.set("smallest", "true") }.codes.first?.hasPrefix("/value") == true)
    try desk.set("unit", "\"foot\"")
    try desk.set("smallest", "4")
    #expect(try desk.refusal { try desk.add(3) }.codes == ["probe.small"])
  }

  @Test func `rules and parameters that do not exist are refused at their fields`() throws {
    #expect(try desk.refusal { try desk.set("largest", "1", rule: "probe.nothing") }.codes == ["/ruleconfiguration.rule"])
    #expect(try desk.refusal { try desk.set("widest", "1") }.codes == ["/parameterconfiguration.parameter"])
  }

  @Test func `a province sets nothing and sees what is in force`() throws {
    try desk.set("largest", "10")
    let input = Value.record(["rule": "probe.size", "parameter": "largest", "value": "99", "province": "IR-27", "source": "س"])
    let refusal = #expect(throws: Refusal.self) {
      try desk.store.run("configuration.set-parameter", input, as: .test(.provincialAdmin, in: "IR-27", number: 4))
    }
    #expect(refusal?.kind == .forbidden)
    let list = try desk.store.ask("configuration.settings", .record(["rule": "probe.size"]), as: desk.golestan)["items"]?.items
    #expect(list?.map { $0["value"] } == ["10"])
    #expect(try desk.store.ask("configuration.switches", as: desk.golestan)["items"]?.items.map { $0["module"] } == ["probe"])
  }
}
