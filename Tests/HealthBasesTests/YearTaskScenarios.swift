import Contracts
@testable import HealthBases
import Jalali
import Engine
import Feature
import TestKit
import Testing
import Values

@Suite struct `A year to decide as a task` {
  let road: BaseRoad

  init() throws { road = try BaseRoad() }

  private func clocks(_ other: BaseRoad? = nil) throws -> [JalaliDay] {
    try (other ?? road).deadlines.lastDays(of: "healthbases.approve-year", in: (other ?? road).store)
  }

  private func years() throws -> [UndecidedYear] { try road.store.snapshot { try $0.all(UndecidedYear.self, "1 = 1 ORDER BY id") } }

  /// The agreements that the deputy's tasks name for a decision.
  private func tasks(_ other: BaseRoad? = nil) throws -> [String] {
    let asked = other ?? road
    let tasks = try asked.store.ask("cases.tasks", .record(["step": "healthbases.approve-year"]), as: asked.deputy)["items"]?.items ?? []
    return tasks.compactMap { $0["about"]?.string }.sorted()
  }

  /// Those of the deputy's list, with the last day of each.
  private func listed() throws -> [String: JalaliDay] {
    let lines = try road.store.ask("healthbases.years-to-decide", as: road.deputy)["years"]?.items ?? []
    return Dictionary(
      uniqueKeysWithValues: try lines.map { ($0["agreement"]?.string ?? "", try JalaliDay(value: $0["decideUntil"] ?? .null)) })
  }

  private func input(_ agreement: Value) -> Value { .record(["agreement": agreement, "reason": "بررسی"]) }

  @Test func `begins on 1 Bahman, once, and has the last day of the window`() throws {
    _ = try road.agree()
    let other = try BaseRoad(in: "IR-12", sharing: road)
    _ = try road.agree(at: 2)
    try road.night(1405, 10, 30)
    #expect(try clocks() == [] && tasks() == [])
    try road.night(1405, 11, 1)
    let last = try JalaliDay(1406, 2, 14)
    #expect(try clocks() == [last, last])
    #expect(try tasks() == ["AG-27-1405-0001", "AG-27-1405-0002"])
    #expect(try listed() == ["AG-27-1405-0001": last, "AG-27-1405-0002": last])
    #expect(try tasks(other) == [])
    try road.store.transaction(as: road.deputy) { work in
      try AskDecisions.settle(1, in: work)
      try AskDecisions.settle(1, in: work)
    }
    try road.night(1405, 11, 2)
    #expect(try clocks().count == 2 && years().count == 2)
  }

  @Test func `begins on 1 Bahman of a leap year too, and where the store was closed with the next night`() throws {
    let leap = try BaseRoad(from: JalaliDay(1403, 2, 1))
    _ = try leap.agree()
    try leap.night(1403, 10, 30)
    #expect(try clocks(leap) == [])
    try leap.night(1403, 11, 1)
    #expect(try clocks(leap) == [JalaliDay(1404, 2, 14)])

    _ = try road.agree()
    try road.night(1405, 10, 28)
    try road.night(1405, 11, 5)
    #expect(try clocks() == [JalaliDay(1406, 2, 14)] && years().count == 1)
  }

  @Test func `ends with the decision, whichever it is, and a revision does not open it again`() throws {
    let (yes, no) = (try road.agree(), try road.agree(at: 2))
    try road.work(yes)
    try road.night(1405, 11, 1)
    try road.run("approve-year", .record(["agreement": yes]), as: road.deputy)
    #expect(try tasks() == ["AG-27-1405-0002"] && clocks().count == 1)
    try road.run("disapprove-year", input(no), as: road.deputy)
    #expect(try tasks() == [] && clocks() == [])
    try road.run("revise-decision", .record(["agreement": yes, "decision": "disapproved", "reason": "ناقص"]), as: road.deputy)
    try road.night(1405, 11, 2)
    #expect(try clocks() == [] && years().map(\.state) == [.decided, .decided])
    #expect(try years().map(\.closedOn) == Array(repeating: try JalaliDay(1405, 11, 1), count: 2))
  }

  @Test func `goes on through the window, and is past when the year lapses, also for an objection that is upheld`() throws {
    _ = try road.agree()
    try road.night(1405, 11, 1)
    try road.night(1406, 1, 1)
    #expect(try clocks() == [JalaliDay(1406, 2, 14)] && tasks() == ["AG-27-1405-0001"])
    try road.night(1406, 2, 14)
    #expect(try clocks().count == 1 && listed().count == 1)
    try road.night(1406, 2, 15)
    #expect(try clocks() == [] && tasks() == [] && listed().isEmpty)
    #expect(try years().map(\.state) == [.past])
    try road.overturn(1)
    try road.night(1406, 2, 16)
    #expect(try clocks() == [] && years().map(\.state) == [.past])
  }

  @Test func `ends with a decision in the window`() throws {
    try road.work(try road.agree())
    try road.night(1406, 1, 1)
    try road.on(1406, 1, 20)
    #expect(try clocks() == [JalaliDay(1406, 2, 14)])
    try road.run("approve-year", .record(["agreement": 1]), as: road.deputy)
    #expect(try clocks() == [] && tasks() == [])
    try road.night(1406, 1, 21)
    #expect(try road.outcomes().map { $0["kind"] } == ["renewed"])
    #expect(try years().map(\.state) == [.decided])
  }

  @Test func `ends with the termination`() throws {
    _ = try road.agree()
    try road.night(1405, 11, 1)
    func found(_ capacity: Value) -> Value { .record(["agreement": 1, "capacity": capacity]) }
    try road.run("propose-termination", .record(["agreement": 1, "capacity": "official", "reason": "بی‌کار"]), as: road.officer)
    try road.run("confirm-termination", found("deputy"), as: road.deputy)
    try road.run("confirm-termination", found("director"), as: road.director)
    try road.on(1405, 11, 20)
    try road.run("terminate", input(1), as: road.director)
    #expect(try clocks() == [] && tasks() == [] && years().map(\.state) == [.past])
    try road.night(1405, 11, 21)
    #expect(try years().count == 1)
  }

  @Test func `follows the window where nights ran later or it was made shorter`() throws {
    _ = try road.agree()
    try road.night(1405, 12, 28)
    // Missed until 01/05: 45 days count from the day before.
    try road.night(1406, 1, 5)
    let last = try JalaliDay(1406, 2, 18)
    #expect(try clocks() == [last] && listed() == ["AG-27-1405-0001": last])
    #expect(try road.outcomes().map { $0["openUntil"] } == [.day(last)])
    try road.store.transaction(as: road.deputy) { work in
      try work.askDecision(on: try work.require(Agreement.self, .row(1)), until: last.adding(days: -3))
    }
    #expect(try clocks() == [last.adding(days: -3)] && years().count == 1)
  }
}
