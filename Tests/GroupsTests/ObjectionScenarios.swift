import Contracts
@testable import Groups
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@Suite struct `Objections to what is decided against a group` {
  let village: Village
  let director = Principal.test(.provincialDirector, number: 30)
  init() throws { village = try Village() }

  private func refuse() throws {
    try village.request()
    try village.run("refuse-request", ["reason": "محله گروه دارد"], as: village.officer)
  }

  @discardableResult
  private func object(as principal: Principal? = nil) throws -> Value {
    try village.run("object", ["grounds": "گروه دیگر منحل شده است", "channel": "counter"], as: principal ?? village.county)
  }

  @discardableResult
  private func decide(_ isUpheld: Bool, as principal: Principal? = nil) throws -> Value {
    try village.store.run(
      "objections.decide", .record(["objection": 1, "isUpheld": .bool(isUpheld), "answer": "گروه پیشین دیگر نیست"]),
      as: principal ?? village.deputy)
  }

  private func lastDay(_ kind: String, _ object: String) throws -> JalaliDay? {
    try village.store.snapshot(as: village.officer) { try $0.lastDay(kind, for: object) }
  }

  private func members(on day: JalaliDay) throws -> Int {
    try village.store.snapshot(as: village.officer) { snapshot in
      try snapshot.count("SELECT count(*) FROM groups_membership WHERE since <= ?1 AND (until IS NULL OR until >= ?1)", day)
    }
  }

  @Test func `a refusal is to be handed over, and objected to once`() throws {
    try refuse()
    #expect(try lastDay("objections.hand-over", "groups.refusal/1") == JalaliDay(1405, 2, 11))
    let made = try object()
    #expect(made["code"] == "OB-27-1405-0001" && made["decision"] == "groups.refusal/1")
    #expect(try lastDay("objections.hand-over", "groups.refusal/1") == nil)
    #expect(try lastDay("objections.decide", "objections.objection/1") == JalaliDay(1405, 2, 31))
    #expect(refusal { try object() } == ["objections.objected-already"])
    #expect(refusal { try object(as: village.kurdistan) } == ["not-found"])
  }

  @Test func `only what was decided is objected to`() throws {
    try village.request()
    #expect(refusal { try object() } == ["objections.nothing-decided"])
  }

  @Test func `upheld, the request is accepted, and who refused is not asked again`() throws {
    try refuse()
    try object()
    #expect(refusal { try decide(true) } == ["groups.identity-not-confirmed"])
    try village.run("confirm-identity", [:], as: village.county)
    #expect(try decide(true)["state"] == "upheld")
    #expect(try village.state == "forming" && lastDay("objections.decide", "objections.objection/1") == nil)
    let sheet = try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)
    #expect(sheet["instituteExpectedBy"] == .day(try JalaliDay(1405, 8, 1)))
    #expect(refusal { try decide(false) } == ["objections.not-a-step"])
  }

  @Test func `rejected, it stays refused, and the name is free for another request`() throws {
    try refuse()
    try object()
    try decide(false)
    #expect(try village.state == "refused")
    #expect(refusal { try object() } == ["objections.objected-already"])
    try village.request()
  }

  @Test func `where the deputy prepared the refusal the director decides`() throws {
    let both = Principal.test(.preventionOfficer, .preventionDeputy, number: 8)
    try village.request()
    try village.run("refuse-request", ["reason": "…"], as: both)
    try object()
    #expect(refusal { try decide(false, as: both) } == ["registry.same-hands"])
    #expect(try decide(false, as: director)["state"] == "rejected")
  }

  @Test func `an upheld objection to a suspension lets the group go on`() throws {
    try village.formed()
    try village.run("suspend", ["reason": "گزارش نرسید"], as: village.officer)
    #expect(try object()["decision"] == "groups.suspension/1")
    try decide(true)
    #expect(try village.state == "formed")
    let open = try village.store.snapshot(as: village.officer) {
      try $0.count("SELECT count(*) FROM groups_suspension WHERE resumed_on IS NULL")
    }
    #expect(open == 0)
  }

  @Test func `resumed by the officer, nobody waits for the hand-over`() throws {
    try village.formed()
    try village.run("suspend", ["reason": "گزارش نرسید"], as: village.officer)
    #expect(try lastDay("objections.hand-over", "groups.suspension/1") != nil)
    try village.run("resume", ["reason": "گزارش رسید"], as: village.officer)
    #expect(try lastDay("objections.hand-over", "groups.suspension/1") == nil)
    #expect(refusal { try object() } == ["objections.nothing-decided"])
  }

  @Test func `an objection stays a dissolution, and upheld nothing was dissolved`() throws {
    try village.formed()
    try village.run("appoint", ["person": 1, "office": "head"], as: village.facilitator)
    let before = try members(on: village.store.day)
    try village.run("dissolve", ["reason": "بی‌فعالیت"], as: village.deputy)
    let end = village.store.day
    village.store.day = end.adding(days: 5)
    #expect(try village.state == "dissolved" && members(on: village.store.day) == 0)
    try object()
    #expect(try village.state == "formed" && members(on: end.adding(days: 1)) == before && members(on: end) == before)
    let offices = try village.store.ask("groups.offices", .record(["group": 1]), as: village.officer)["items"]?.items ?? []
    #expect(offices.filter { $0["until"] == .null }.map { $0["office"] } == ["head"])
    // It stays with the one who decides on the objection.
    #expect(refusal { try village.run("dissolve", ["reason": "دوباره"], as: village.deputy) } == ["groups.dissolution-stayed"])
    #expect(refusal { try decide(true) } == ["objections.not-the-superior"])
    try decide(true, as: director)
    #expect(try village.state == "formed")
    try village.run("dissolve", ["reason": "دوباره"], as: village.deputy)
    #expect(try object()["decision"] == "groups.dissolution/2")
  }

  @Test func `rejected, a stayed dissolution is carried out from that day`() throws {
    try village.formed()
    let before = try members(on: village.store.day)
    try village.run("dissolve", ["reason": "بی‌فعالیت"], as: village.deputy)
    village.store.day = village.store.day.adding(days: 5)
    try object()
    village.store.day = village.store.day.adding(days: 5)
    try decide(false, as: director)
    #expect(try village.state == "dissolved" && members(on: village.store.day) == before)
    #expect(try members(on: village.store.day.adding(days: 1)) == 0)
    #expect(refusal { try object() } == ["objections.objected-already"])
  }

  @Test func `a suspended group that is dissolved has two decisions, each objected to by itself`() throws {
    try village.formed()
    try village.run("suspend", ["reason": "گزارش نرسید"], as: village.officer)
    #expect(try object()["decision"] == "groups.suspension/1")
    try village.run("dissolve", ["reason": "بی‌فعالیت"], as: village.deputy)
    #expect(try object()["decision"] == "groups.dissolution/1" && village.state == "suspended")
    try decide(true)
    #expect(try village.state == "formed", "the suspension is undone while the dissolution is stayed")
  }

  @Test func `a suspension under a stayed dissolution is what is to be handed over`() throws {
    try village.formed()
    try village.run("dissolve", ["reason": "بی‌فعالیت"], as: village.deputy)
    try object()
    try village.run("suspend", ["reason": "گزارش نرسید"], as: village.officer)
    #expect(try lastDay("objections.hand-over", "groups.suspension/1") != nil)
    #expect(try lastDay("objections.hand-over", "groups.dissolution/1") == nil)
    let handedOver = try village.store.run(
      "objections.hand-over",
      .record(["object": "groups.group/1", "manner": "inPerson", "recipient": "سرگروه", "proof": "شناسنامه"]), as: village.county)
    #expect(handedOver["decision"] == "groups.suspension/1")
    #expect(try object()["decision"] == "groups.suspension/1")
  }

  @Test func `objected to and rejected on its day, a dissolution ends the members on that day and not on the next`() throws {
    try village.formed()
    let before = try members(on: village.store.day)
    try village.run("dissolve", ["reason": "بی‌فعالیت"], as: village.deputy)
    try object()
    try decide(false, as: director)
    #expect(try members(on: village.store.day) == before && members(on: village.store.day.adding(days: 1)) == 0)
  }

  @Test func `a name that was taken meanwhile is told with the group that has it`() throws {
    try refuse()
    try village.run("confirm-identity", [:], as: village.county)
    try village.request()
    try object()
    #expect(refusal { try decide(true) } == ["groups.name-taken"])
  }
}
