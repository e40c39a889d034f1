import Contracts
@testable import Groups
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@Suite struct `Objections to a refusal` {
  let village: Village
  init() throws {
    village = try Village()
    try village.request()
    try village.run("refuse-request", ["reason": "محله گروه دارد"], as: village.officer)
  }

  @discardableResult
  private func object(
    on day: Value = .null, handedOver: Value = .null, grounds: Value = "گروه دیگر منحل شده است", as principal: Principal? = nil
  ) throws -> Value {
    try village.run(
      "object", ["grounds": grounds, "channel": "counter", "objectedOn": day, "handedOverOn": handedOver], as: principal ?? village.county)
  }

  @discardableResult
  private func decide(_ isUpheld: Bool, as principal: Principal? = nil) throws -> Value {
    try village.store.run(
      "groups.decide-objection",
      .record(["objection": 1, "isUpheld": .bool(isUpheld), "decision": "گروه پیشین دیگر نیست"]), as: principal ?? village.deputy)
  }

  private func lastDay() throws -> JalaliDay? {
    try village.store.snapshot(as: village.officer) { try $0.lastDay(GroupObjection.clock, for: "groups.objection/1") }
  }

  @Test func `an objection is raised once, until thirty days after the hand-over`() throws {
    village.store.day = try JalaliDay(1405, 3, 31)
    #expect(refusal { try object() } == ["groups.objection-late"])
    #expect(
      refusal { try object(on: "1405/03/31", handedOver: "1405/01/31") } == ["groups.hand-over-before-refusal", "groups.objection-late"])
    #expect(refusal { try object(on: "1405/02/09", handedOver: "1405/02/10") } == ["groups.objection-before-hand-over"])
    #expect(refusal { try object(on: "1405/04/01", handedOver: "1405/03/10") } == ["groups.objection-to-come"])
    #expect(refusal { try object(handedOver: "1405/03/10", grounds: " ") } == ["field.required"])
    #expect(refusal { try object(on: "1405/03/10", handedOver: "1405/02/10") } == ["groups.objection-late"])
    let made = try object(on: "1405/03/09", handedOver: "1405/02/10")
    #expect(made["code"] == "OB-27-1405-0001" && made["state"] == "open")
    #expect(try lastDay() == JalaliDay(1405, 4, 8))
    #expect(refusal { try object(on: "1405/03/09", handedOver: "1405/02/10") } == ["groups.objected-already"])
    let list = try village.store.ask("groups.objections", .record(["group": 1]), as: village.officer)["items"]?.items ?? []
    #expect(list.map { $0["code"] } == ["OB-27-1405-0001"])
    #expect(refusal { try object(as: village.kurdistan) } == ["not-found"])
  }

  @Test func `only what was refused is objected to`() throws {
    try village.request("همراهان")
    let early = refusal {
      try village.run("object", ["grounds": "…", "channel": "letter"], as: village.county, group: 2)
    }
    #expect(early == ["groups.not-in-this-state"])
  }

  @Test func `upheld, the request is accepted, and who refused is not asked again`() throws {
    try object()
    #expect(refusal { try decide(true) } == ["groups.identity-not-confirmed"])
    try village.run("confirm-identity", [:], as: village.county)
    #expect(try decide(true)["state"] == "upheld")
    #expect(try village.state == "forming" && lastDay() == nil)
    let sheet = try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)
    #expect(sheet["instituteExpectedBy"] == .day(try JalaliDay(1405, 8, 1)))
    #expect(refusal { try decide(false) } == ["groups.not-an-objection-step"])
  }

  @Test func `rejected, it stays refused, and the name is free for another request`() throws {
    try object()
    try decide(false)
    #expect(try village.state == "refused" && lastDay() == nil)
    #expect(refusal { try object() } == ["groups.objected-already"])
    try village.request()
  }

  @Test func `who refused or entered the objection does not decide on it`() throws {
    let both = Principal.test(.preventionOfficer, .preventionDeputy, number: 8)
    try object(as: both)
    #expect(refusal { try decide(true, as: both) } == ["registry.same-hands"])
    #expect(refusal { try decide(true, as: village.officer) } == ["permission.missing"])
    let other = try Village()
    try other.request()
    try other.run("refuse-request", ["reason": "…"], as: both)
    try other.run("object", ["grounds": "…", "channel": "internet"], as: other.county)
    let own = refusal {
      try other.store.run("groups.decide-objection", .record(["objection": 1, "isUpheld": false, "decision": "…"]), as: both)
    }
    #expect(own == ["registry.same-hands"])
  }
}
