import Contracts
import Feature
import TestKit
import Testing

/// The shed of Golestan in 1405, from the first of Ordibehesht on.
@Suite struct `Toolshed` {
  let store: TestStore
  let facilitator = Principal.test(.facilitator, number: 1)
  let officer = Principal.test(.preventionOfficer, number: 2)
  let neighbour = Principal.test(.facilitator, in: "IR-12", number: 3)
  let ladder = Value.text("TS-27-1405-0001")

  init() throws {
    // Group 1 is active, every other one is not.
    let groups = GroupsStandIn()
    groups.groups.set { try .standard($0, $0 == 1 ? .active : .forming) }
    store = try TestStore([ToolshedModule.self], standingIn: [groups], on: try JalaliDay(1405, 2, 1))
    try store.run("toolshed.register", .record(["province": "IR-27", "name": "نردبان"]), as: facilitator)
  }

  @discardableResult
  private func lend(to group: Int64 = 1, until day: Value = "1405/02/10", dryRun: Bool = false) throws -> Value {
    try store.run(
      "toolshed.lend", .record(["tool": ladder, "group": .int(group), "until": day]), as: facilitator, dryRun: dryRun)
  }

  private func tools(as principal: Principal) throws -> [Value] {
    try store.ask("toolshed.list", as: principal)["items"]?.items ?? []
  }

  @Test func `a tool goes to a group and comes back`() throws {
    let lent = try lend()
    #expect(lent["state"] == "lent" && lent["borrower"] == 1 && lent["code"] == ladder)
    let back = try store.run("toolshed.take-back", .record(["tool": ladder]), as: facilitator)
    #expect(back["state"] == "available" && back["borrower"] == .null)
    #expect(back["rev"] == 3)
  }

  @Test func `a refusal names the rule and everything it objects to`() throws {
    let refusal = try #require(throws: Refusal.self) { try lend(to: 2, until: "1405/03/30") }
    #expect(refusal.rule?["id"] == "toolshed.loan-term")
    #expect(refusal.faults.map(\.code) == ["toolshed.group-not-active", "toolshed.loan-too-long"])
    #expect(try tools(as: facilitator).map { $0["state"] } == ["available"])
  }

  @Test func `what is lent is not lent again`() throws {
    try lend()
    let refusal = try #require(throws: Refusal.self) { try lend() }
    #expect(refusal.rule?["id"] == "toolshed.tool-step")
    #expect(refusal.faults.map(\.code) == ["toolshed.not-a-step"])
  }

  @Test func `a dry run keeps nothing`() throws {
    try lend(dryRun: true)
    #expect(try tools(as: facilitator).map { $0["state"] } == ["available"])
  }

  @Test func `another province has another shed`() throws {
    #expect(try tools(as: neighbour).isEmpty)
    let refusal = try #require(throws: Refusal.self) {
      try store.run("toolshed.take-back", .record(["tool": ladder]), as: neighbour)
    }
    #expect(refusal.kind == .notFound)
  }

  @Test func `a tool is retired by the officer, and only while it is in the shed`() throws {
    let retirement = Value.record(["tool": ladder, "reason": "شکسته است"])
    let notHis = try #require(throws: Refusal.self) { try store.run("toolshed.retire", retirement, as: facilitator) }
    #expect(notHis.kind == .forbidden)
    try lend()
    #expect(throws: Refusal.self) { try store.run("toolshed.retire", retirement, as: officer) }
    try store.run("toolshed.take-back", .record(["tool": ladder]), as: facilitator)
    #expect(try store.run("toolshed.retire", retirement, as: officer)["state"] == "retired")
  }

  @Test func `the rule by itself`() throws {
    let today = try JalaliDay(1405, 2, 1)
    func objections(_ group: GroupState, _ days: Int) -> [LoanTerm.Objection] {
      LoanTerm.objections(to: .init(group: group, until: today.adding(days: days)), under: .init(longest: 14), on: today)
    }
    #expect(objections(.active, 0).isEmpty && objections(.active, 14).isEmpty)
    #expect(objections(.active, -1) == [.endsBeforeToday])
    #expect(objections(.mature, 15) == [.notActive(.mature), .tooLong(latest: today.adding(days: 14))])
  }
}
