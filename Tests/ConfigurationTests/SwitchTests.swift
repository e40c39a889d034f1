import Contracts
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `Switching modules` {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.set("largest", "10")
  }

  private func off(as principal: Principal? = nil) throws -> Bool {
    try desk.refusal { try desk.add(as: principal) }.codes == ["module.off"]
  }

  @Test func `what nobody switched on is off and takes no rows`() throws {
    #expect(try off())
    try desk.turn()
    try desk.add()
  }

  @Test func `a switch counts from its day on`() throws {
    try desk.turn(from: "1405/02/03")
    try desk.turn(on: false, from: "1405/02/05")
    var open: [Int] = []
    for day in 1...6 {
      desk.store.day = try .init(1405, 2, day)
      if try !off() { open.append(day) }
    }
    #expect(open == [3, 4])
  }

  @Test func `the province's own word stands above the nation's, also when it is older`() throws {
    try desk.turn(on: false, in: "IR-27")
    desk.store.day = try .init(1405, 2, 2)
    try desk.turn()
    #expect(try off())
    try desk.add(as: desk.kurdistan)
    try desk.turn(in: "IR-27")
    try desk.add()
  }

  @Test func `a module goes on after those it stands on, and off before them`() throws {
    let missing = try desk.refusal { try desk.turn("upper") }
    #expect(missing.rule == "configuration.module-dependencies" && missing.codes == ["configuration.module-missing"])
    try desk.turn()
    try desk.turn("upper")
    let needed = try desk.refusal { try desk.turn(on: false, from: "1405/02/02") }
    #expect(needed.rule == "configuration.module-dependencies" && needed.codes == ["configuration.module-needed"])
    try desk.turn("upper", on: false, from: "1405/02/02")
    try desk.turn(on: false, from: "1405/02/02")
  }

  @Test func `desks and unknown modules have no switch`() throws {
    for module: Value in ["configuration", "nothing"] {
      #expect(try desk.refusal { try desk.turn(module) }.codes == ["/moduleconfiguration.module"])
    }
  }

  @Test func `a second word of the same day stands instead of the first, one before a later word is refused`() throws {
    try desk.turn()
    try desk.turn(on: false)
    #expect(try off())
    try desk.turn(from: "1405/02/05")
    #expect(try desk.refusal { try desk.turn(from: "1405/02/04") }.codes == ["configuration.not-later"])
    #expect(try desk.refusal { try desk.turn(on: false, from: "1405/02/05") }.codes == ["configuration.not-later"])
  }

  @Test func `a province switches nothing`() throws {
    let input = Value.record(["module": "probe", "isOn": true, "source": "خودم"])
    for principal in [desk.golestan, .test(.provincialAdmin, in: "IR-27", number: 4)] {
      let refusal = #expect(throws: Refusal.self) { try desk.store.run("configuration.switch-module", input, as: principal) }
      #expect(refusal?.kind == .forbidden)
    }
  }
}
