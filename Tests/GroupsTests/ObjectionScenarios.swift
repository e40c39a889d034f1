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

  /// The last day for the hand-over of a decision; nil where nobody waits for it.
  private func handOver(of decision: Value) throws -> JalaliDay? {
    let waiting = try village.store.ask("objections.pending-hand-overs", .record([:]), as: village.officer)["items"]?.items ?? []
    guard let row = waiting.first(where: { $0["decision"] == decision }), case .int(let id)? = row["id"] else { return nil }
    let last = try lastDay("objections.hand-over", "objections.pending-hand-over/\(id)")
    #expect(last.map(Value.day) == row["due"])
    return last
  }

  private func tasks(_ step: Value, as principal: Principal) throws -> [Value] {
    try village.store.ask("cases.tasks", .record(["step": step]), as: principal)["items"]?.items ?? []
  }

  private func members(on day: JalaliDay) throws -> Int {
    try village.store.snapshot(as: village.officer) { snapshot in
      try snapshot.count("SELECT count(*) FROM groups_membership WHERE since <= ?1 AND (until IS NULL OR until >= ?1)", day)
    }
  }

  @Test func `a refusal is to be handed over, and objected to once`() throws {
    try refuse()
    #expect(try handOver(of: "groups.refusal/1") == JalaliDay(1405, 2, 11))
    let made = try object()
    #expect(made["code"] == "OB-27-1405-0001" && made["decision"] == "groups.refusal/1")
    #expect(try handOver(of: "groups.refusal/1") == nil)
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
    #expect(try handOver(of: "groups.suspension/1") != nil)
    try village.run("resume", ["reason": "گزارش رسید"], as: village.officer)
    #expect(try handOver(of: "groups.suspension/1") == nil)
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
    #expect(try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)["nextSteps"] == .list([]))
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
    #expect(try handOver(of: "groups.suspension/1") != nil)
    #expect(try handOver(of: "groups.dissolution/1") == nil)
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

  @Test func `a name that was taken meanwhile is told apart by a number, so that an objection is never without a way`() throws {
    try refuse()
    try village.run("confirm-identity", [:], as: village.county)
    try village.request()
    try object()
    try decide(true)
    let group = try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)["group"]
    #expect(group?["state"] == "forming" && group?["name"] == "یاران ۲")
    let other = try village.store.ask("groups.group", .record(["group": 2]), as: village.officer)["group"]
    #expect(other?["name"] == "یاران")
  }

  @Test func `whoever has to hand a decision over sees it among the tasks until it is done`() throws {
    try refuse()
    let task = try tasks("objections.hand-over", as: village.county).first
    #expect(task?["about"] == "GR-27-1405-0001" && task?["kind"]?["code"] == "objections.pending-hand-over")
    #expect(try tasks("objections.hand-over", as: village.deputy).isEmpty && tasks("objections.hand-over", as: village.kurdistan).isEmpty)
    try village.store.run(
      "objections.hand-over",
      .record(["object": "GR-27-1405-0001", "manner": "inPerson", "recipient": "متقاضی", "proof": "شناسنامه"]), as: village.county)
    #expect(try tasks("objections.hand-over", as: village.county).isEmpty && handOver(of: "groups.refusal/1") == nil)
    let done = try village.store.ask("objections.pending-hand-overs", .record(["state": "handedOver"]), as: village.officer)
    #expect(done["items"]?.items.count == 1)
  }

  @Test func `an objection waits for those who stand above whoever took that very decision, and for nobody else`() throws {
    let nation = Principal.test(.nationalAdmin, in: nil, number: 31)
    let waiting: (Principal) throws -> [Value?] = { try tasks("objections.decide", as: $0).map { $0["code"] } }
    try refuse()
    try object()
    #expect(try waiting(village.deputy) == ["OB-27-1405-0001"] && waiting(director) == ["OB-27-1405-0001"] && waiting(nation) == [])
    try decide(false)
    try village.request("همدلان")
    for (command, principal) in [("confirm-identity", village.county), ("accept-request", village.officer)] {
      try village.run(command, [:], as: principal, group: 2)
    }
    try village.run("dissolve", ["reason": "بی‌فعالیت"], as: village.deputy, group: 2)
    try village.run("object", ["grounds": "کار می‌کند", "channel": "counter"], as: village.county, group: 2)
    #expect(try waiting(village.deputy) == [] && waiting(director) == ["OB-27-1405-0002"] && waiting(nation) == ["OB-27-1405-0002"])
  }

  @Test func `the desk of institutes enters an objection for a group as it does for anybody`() throws {
    try refuse()
    #expect(try object(as: .test(.ngoOfficer, number: 32))["code"] == "OB-27-1405-0001")
  }

  @Test func `an upheld objection to a regression leaves the group as mature as it was, since the day on which it was`() throws {
    try village.mature()
    let before = try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)["group"]
    village.store.day = village.store.day.adding(days: 3)
    try village.run("regress", ["to": "formed", "reason": "دو دور زیر نصاب"], as: village.officer)
    #expect(try handOver(of: "groups.regression/1") != nil)
    #expect(try object()["decision"] == "groups.regression/1" && village.state == "formed")
    // Trained again meanwhile, it is still behind where it stood.
    try village.run("declare-trained", [:], as: village.officer)
    try decide(true)
    let after = try village.store.ask("groups.group", .record(["group": 1]), as: village.officer)["group"]
    #expect(after?["state"] == "mature" && after?["maturedOn"] == before?["maturedOn"] && after?["trainedOn"] == before?["trainedOn"])
    #expect(refusal { try object() } == ["objections.nothing-decided"])
  }

  @Test func `rejected, a regression stands, and a suspended group goes on where an upheld one puts it`() throws {
    try village.mature()
    try village.run("regress", ["to": "active", "reason": "دو دور زیر نصاب"], as: village.officer)
    try object()
    try decide(false)
    #expect(try village.state == "active")
    #expect(refusal { try object() } == ["objections.objected-already"])
    try village.run("regress", ["to": "trained", "reason": "برنامه رها شد"], as: village.officer)
    #expect(try object()["decision"] == "groups.regression/2")
    try village.run("suspend", ["reason": "گزارش نرسید"], as: village.officer)
    try village.store.run(
      "objections.decide", .record(["objection": 2, "isUpheld": true, "answer": "برنامه برقرار است"]), as: village.deputy)
    #expect(try village.state == "suspended")
    try village.run("resume", ["reason": "گزارش رسید"], as: village.officer)
    #expect(try village.state == "active")
  }

  /// The group is merged into another, of which its first member is a member already.
  private func merge() throws {
    try village.formed()
    try village.forming("همدلان", group: 2)
    for person in Int64(7)...9 { try village.run("admit-member", ["person": .int(person)], as: village.facilitator, group: 2) }
    try village.run("appoint", ["person": 1, "office": "head"], as: village.facilitator)
    try village.run("merge", ["into": 2, "reason": "دو گروه یک محله"], as: village.deputy)
  }

  private func members(of group: Int64, on day: JalaliDay) throws -> Int {
    try village.store.snapshot(as: village.officer) { snapshot in
      try snapshot.count(
        "SELECT count(*) FROM groups_membership WHERE group_id = ?2 AND since <= ?1 AND (until IS NULL OR until >= ?1)", day, group)
    }
  }

  @Test func `an upheld objection to a merger parts the groups again, without a day on which somebody was no member`() throws {
    try merge()
    let day = village.store.day
    #expect(try handOver(of: "groups.merger/1") != nil && members(of: 2, on: day.adding(days: 1)) == 9)
    village.store.day = day.adding(days: 5)
    #expect(try object()["decision"] == "groups.merger/1")
    #expect(refusal { try decide(true) } == ["objections.not-the-superior"])
    try decide(true, as: director)
    #expect(try village.state == "formed" && members(of: 1, on: day) == 7 && members(of: 1, on: day.adding(days: 1)) == 7)
    #expect(try members(of: 2, on: village.store.day.adding(days: 1)) == 3)
    let offices = try village.store.ask("groups.offices", .record(["group": 1]), as: village.officer)["items"]?.items ?? []
    #expect(offices.filter { $0["until"] == .null }.map { $0["office"] } == ["head"])
    #expect(refusal { try object() } == ["objections.nothing-decided"])
  }

  @Test func `rejected, a merger stands`() throws {
    try merge()
    try object()
    try decide(false, as: director)
    #expect(try village.state == "merged" && members(of: 2, on: village.store.day.adding(days: 1)) == 9)
    #expect(refusal { try object() } == ["objections.objected-already"])
  }
}
