import Contracts
import Engine
import Feature
import Jalali
@testable import Objections
@testable import Regions
import Synchronization
import TestKit
import Testing
import Values

/// A decision against a neighbourhood, for tests: it stands until it is overturned.
final class ClosureStandIn: StandIn, ContestedDecisions {
  let object = "regions.neighbourhood"
  private let told = Mutex<(isStanding: Bool, steps: [String])>((true, []))
  let party: ContestedDecision.Party

  init(_ party: ContestedDecision.Party) { self.party = party }
  convenience init() { self.init(.citizen) }

  var declaration: Module {
    Module("closures", "بستن آزمون", "closures of the test", provisions: [.contributes((any ContestedDecisions).self, self)])
  }
  var steps: [String] { told.withLock { $0.steps } }

  func undo() { told.withLock { $0.isStanding = false } }

  func decisions(against row: Int64, in snapshot: borrowing Snapshot) throws -> [ContestedDecision] {
    guard told.withLock({ $0.isStanding }) else { return [] }
    return [
      .init(
        name: "regions.neighbourhood/\(row)", texts: Texts("بستن محله", "closing of the place"), takenOn: try JalaliDay(1405, 2, 1),
        party: party, superiors: [.preventionDeputy, .provincialDirector])
    ]
  }
  func requireOtherHands(than decision: ContestedDecision, in row: Int64, work: borrowing Transaction) throws {}
  func stay(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    told.withLock { $0.steps.append("stay") }
  }
  func confirm(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    told.withLock { $0.steps.append("confirm") }
  }
  func overturn(_ decision: ContestedDecision, of row: Int64, work: borrowing Transaction) throws {
    told.withLock {
      $0.steps.append("overturn")
      $0.isStanding = false
    }
  }
}

@Suite struct `The objections desk` {
  let closure: ClosureStandIn
  let deadlines = DeadlinesStandIn()
  let store: TestStore
  let officer = Principal.test(.preventionOfficer, in: "IR-27", number: 2)
  let deputy = Principal.test(.preventionDeputy, in: "IR-27", number: 3)
  let director = Principal.test(.provincialDirector, in: "IR-27", number: 4)
  let kurdistan = Principal.test(.preventionOfficer, .preventionDeputy, .provincialDirector, in: "IR-12", number: 5)

  init() throws { (closure, store) = try Self.make(.citizen, deadlines) }

  private static func make(_ party: ContestedDecision.Party, _ deadlines: DeadlinesStandIn) throws -> (ClosureStandIn, TestStore) {
    let closure = ClosureStandIn(party)
    let store = try TestStore(
      [RegionsModule.self, ObjectionsModule.self], standingIn: [deadlines, closure, TestConfiguration()], on: JalaliDay(1405, 2, 10))
    try store.run(
      "regions.add-neighbourhood", .record(["province": "IR-27", "name": "اوزینه", "setting": "urban"]),
      as: .test(.preventionOfficer, in: "IR-27", number: 9))
    return (closure, store)
  }

  @discardableResult
  private func handOver(_ day: Value = .null, as principal: Principal? = nil) throws -> Value {
    try store.run(
      "objections.hand-over",
      .record([
        "object": "NB-27-1405-0001", "handedOverOn": day, "manner": "inPerson", "recipient": "مریم رضایی", "proof": "شناسنامه",
      ]), as: principal ?? officer)
  }

  @discardableResult
  private func raise(_ day: Value = .null, _ grounds: Value = "نادرست است", as principal: Principal? = nil) throws -> Value {
    try store.run(
      "objections.raise",
      .record(["object": "NB-27-1405-0001", "grounds": grounds, "channel": "counter", "objectedOn": day]), as: principal ?? officer)
  }

  @discardableResult
  private func decide(_ isUpheld: Bool, _ row: Int64 = 1, as principal: Principal? = nil) throws -> Value {
    try store.run(
      "objections.decide", .record(["objection": .int(row), "isUpheld": .bool(isUpheld), "answer": "بررسی شد"]),
      as: principal ?? deputy)
  }

  private func standing() throws -> Value {
    try store.ask("objections.decision", .record(["object": "NB-27-1405-0001"]), as: officer)
  }

  @Test func `the time to object begins with the hand-over`() throws {
    store.day = try JalaliDay(1405, 9, 1)
    #expect(try standing()["lastDay"] == .null)
    // Seven months later nobody has been told: it is not too late.
    let made = try raise()
    #expect(try made["code"] == "OB-27-1405-0001" && made["due"] == .day(JalaliDay(1405, 10, 1)))
    #expect(try standing()["objection"] == "OB-27-1405-0001")
  }

  @Test func `handed over, it is raised until the thirtieth day and not a day later`() throws {
    #expect(refusal { try handOver("1405/01/31") } == ["objections.hand-over-before-decision"])
    #expect(refusal { try handOver("1405/02/11") } == ["objections.hand-over-to-come"])
    try handOver("1405/02/10")
    #expect(try standing()["lastDay"] == .day(try JalaliDay(1405, 3, 9)))
    #expect(refusal { try handOver("1405/02/10") } == ["objections.handed-over-already"])
    store.day = try JalaliDay(1405, 3, 20)
    #expect(refusal { try raise() } == ["objections.late"])
    #expect(refusal { try raise("1405/03/10") } == ["objections.late"])
    #expect(refusal { try raise("1405/03/21") } == ["objections.to-come", "objections.late"])
    #expect(refusal { try raise("1405/01/31") } == ["objections.before-decision", "objections.long-ago"])
    #expect(refusal { try raise("1405/03/09", " ") } == ["field.required"])
    try raise("1405/03/09")
    #expect(refusal { try raise("1405/03/09") } == ["objections.objected-already"])
  }

  @Test func `a hand-over is entered soon, so that nobody loses days by it, and corrected until somebody objected`() throws {
    store.day = try JalaliDay(1405, 3, 1)
    #expect(refusal { try handOver("1405/02/11") } == ["objections.hand-over-long-ago"])
    try handOver("1405/02/12")
    let correction: (Value) -> Value = { .record(["handOver": 1, "handedOverOn": $0, "reason": "رسید نامه"]) }
    try store.run("objections.correct-hand-over", correction("1405/02/20"), as: officer)
    #expect(try standing()["handedOverOn"] == .day(try JalaliDay(1405, 2, 20)))
    let early = refusal { try store.run("objections.correct-hand-over", correction("1405/01/20"), as: officer) }
    #expect(early == ["objections.hand-over-before-decision", "objections.hand-over-long-ago"])
    #expect(refusal { try store.run("objections.correct-hand-over", correction("1405/02/20"), as: kurdistan) } == ["not-found"])
    try raise()
    #expect(
      refusal { try store.run("objections.correct-hand-over", correction("1405/02/21"), as: officer) } == ["objections.objected-already"])
  }

  @Test func `the superior answers once, and never whoever entered it`() throws {
    let both = Principal.test(.preventionOfficer, .provincialDirector, in: "IR-27", number: 8)
    try raise(as: both)
    #expect(refusal { try decide(true, as: both) } == ["registry.same-hands"])
    #expect(refusal { try decide(true, as: officer) } == ["permission.missing"])
    #expect(refusal { try decide(true, as: kurdistan) } == ["not-found"])
    #expect(refusal { try decide(true, as: .test(.nationalAdmin, in: nil, number: 9)) } == ["objections.not-the-superior"])
    try decide(true, as: director)
    #expect(closure.steps == ["stay", "overturn"])
    #expect(refusal { try decide(false) } == ["objections.not-a-step"])
    #expect(refusal { try raise() } == ["objections.nothing-decided"])
  }

  @Test func `a deputy of another province who is officer here is no superior here`() throws {
    try raise()
    let mixed = Principal(
      id: "u20", staff: 20, name: "…",
      grants: [
        .init(role: Role.preventionOfficer.id, scope: .province("IR-27")), .init(role: Role.preventionDeputy.id, scope: .province("IR-12")),
      ], session: "s")
    #expect(refusal { try decide(true, as: mixed) } == ["not-found"])
  }

  @Test func `rejected it stands, and withdrawn there may be another while there is time`() throws {
    try raise()
    try store.run("objections.withdraw", .record(["objection": 1, "reason": "اشتباه ثبت شد"]), as: officer)
    #expect(closure.steps == ["stay", "confirm"])
    #expect(refusal { try decide(true) } == ["objections.not-a-step"])
    try raise()
    try decide(false, 2)
    #expect(closure.steps == ["stay", "confirm", "stay", "confirm"])
    #expect(refusal { try raise() } == ["objections.objected-already"])
    let list = try store.ask("objections.list", .record(["object": "NB-27-1405-0001"]), as: officer)["items"]?.items ?? []
    #expect(list.map { $0["state"] } == ["rejected", "withdrawn"])
    #expect(try store.ask("objections.list", .record([:]), as: kurdistan)["items"]?.items.isEmpty == true)
  }

  @Test func `what was undone meanwhile is answered all the same by the superior, and nothing more happens`() throws {
    try raise()
    closure.undo()
    #expect(refusal { try decide(true, as: .test(.nationalAdmin, in: nil, number: 9)) } == ["objections.not-the-superior"])
    // The thing itself stands for the decision here, and number 9 made it.
    let author = Principal.test(.preventionOfficer, .provincialDirector, in: "IR-27", number: 9)
    #expect(refusal { try decide(true, as: author) } == ["registry.same-hands"])
    try decide(true)
    #expect(closure.steps == ["stay"])
  }

  @Test func `nobody who took the decision makes an objection to it vanish`() throws {
    try raise()
    let author = Principal.test(.preventionOfficer, in: "IR-27", number: 9)
    let input = Value.record(["objection": 1, "reason": "اشتباه ثبت شد"])
    #expect(refusal { try store.run("objections.withdraw", input, as: author) } == ["registry.same-hands"])
  }

  @Test func `who answers reads what is said and what was answered`() throws {
    try raise()
    try decide(false)
    let seen = try store.ask("objections.show", .record(["objection": 1]), as: deputy)
    #expect(seen["said"] == "نادرست است" && seen["answered"] == "بررسی شد")
    // Whoever may not answer reads as much as of anybody's data.
    let auditor = try store.ask("objections.show", .record(["objection": 1]), as: .test(.auditor, in: "IR-27", number: 12))
    #expect(auditor["said"] == .null && auditor["objection"]?["grounds"] != "نادرست است")
    let facilitator = #expect(throws: Refusal.self) {
      try store.ask("objections.show", .record(["objection": 1]), as: .test(.facilitator, in: "IR-27", number: 13))
    }
    #expect(facilitator?.kind == .notFound)
  }

  @Test func `an objection is entered soon after its day, so that no late one comes into time`() throws {
    store.day = try JalaliDay(1405, 4, 1)
    #expect(refusal { try raise("1405/03/10") } == ["objections.long-ago"])
    try raise("1405/03/12")
  }

  @Test func `an institute's time is said by the national office`() throws {
    let (_, other) = try Self.make(.institute, DeadlinesStandIn())
    let input = Value.record(["object": "NB-27-1405-0001", "grounds": "نادرست است", "channel": "letter"])
    #expect(refusal { try other.run("objections.raise", input, as: officer) } == ["parameter.unset"])
    #expect(try other.ask("objections.decision", .record(["object": "NB-27-1405-0001"]), as: officer)["lastDay"] == .null)
  }

  @Test func `nothing is decided against what no module speaks of, nor against what does not exist`() throws {
    #expect(refusal { try store.ask("objections.decision", .record(["object": "CO-1"]), as: officer) } != [])
    #expect(refusal { try store.ask("objections.decision", .record(["object": "x/y"]), as: officer) } == ["object.unreadable"])
    #expect(refusal { try store.ask("objections.decision", .record(["object": "NB-27-1405-0009"]), as: officer) } == ["not-found"])
    #expect(refusal { try raise(as: kurdistan) } == ["not-found"])
  }
}
