import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

/// Separate hands for what belongs to a group, not only for the group itself.
@Suite struct `The eyes that declare a group mature` {
  private let village: Village
  /// Assesses and may declare.
  private let both = Principal.test(.preventionOfficer, .preventionDeputy, number: 8)

  init() throws {
    village = try Village()
    try village.active()
    try village.assess(80, as: village.county)
    village.store.day = try JalaliDay(1405, 2, 9)
    try village.assess(75, as: both)
    try village.ripen()
  }

  private func actions(_ principal: Principal) throws -> [String] {
    (try village.store.ask("cases.tasks", as: principal)["items"]?.items ?? []).flatMap { task in
      (task["actions"]?.items ?? []).compactMap { $0["code"]?.string }
    }
  }

  private func declaring(_ principal: Principal) throws -> Value? {
    try village.store.ask("cases.show", .record(["code": "GR-27-1405-0001"]), as: principal)["next"]?.items
      .first { $0["action"]?["code"] == "groups.declare-mature" }
  }

  @Test func `must not have assessed it: it is no task of theirs, and of others it is`() throws {
    #expect(try !actions(both).contains("groups.declare-mature"))
    #expect(try actions(village.deputy).contains("groups.declare-mature"))
  }

  @Test func `the thing says which step stands in the way, when it was and who may instead`() throws {
    let point = try #require(try declaring(both)?["against"]?.items.first)
    #expect(point["code"] == "registry.same-hands")
    let said = try #require(point["en"]?.string)
    #expect(
      said.hasPrefix("You took the step “Assess a group's maturity” on the maturity assessment of this on 1405/02/09 (entry "), "\(said)")
    #expect(said.hasSuffix("Ask somebody who may in Golestan: deputy for prevention."), "\(said)")
    #expect(point["fa"]?.string?.contains("«ارزیابی بالندگی گروه»") == true && point["fa"]?.string?.contains("معاون پیشگیری") == true)
    #expect(try declaring(village.deputy)?["against"] == .list([]))
  }

  @Test func `nor does the round itself offer what the group refuses, to declare or to assess again`() throws {
    func offered(_ principal: Principal) throws -> [String] {
      let tasks = try village.store.ask("cases.tasks", as: principal)["items"]?.items ?? []
      return tasks.filter { $0["object"] == "groups.round/1" }.flatMap { task in
        (task["actions"]?.items ?? []).compactMap { $0["code"]?.string }
      }
    }
    #expect(try offered(both).isEmpty && offered(village.county).isEmpty)
    #expect(try offered(village.deputy) == ["groups.declare-mature"])
    let round = try village.store.ask("cases.tasks", as: village.deputy)["items"]?.items.first { $0["object"] == "groups.round/1" }
    #expect(round?["about"] == "GR-27-1405-0001", "what is typed is the group")
    let other = try Village()
    try other.active()
    try other.assess(80, as: other.county)
    func waiting(_ principal: Principal) throws -> Bool {
      (try other.store.ask("cases.tasks", as: principal)["items"]?.items ?? []).contains { $0["object"] == "groups.round/1" }
    }
    #expect(try !waiting(other.county) && waiting(other.officer), "who assessed does not assess twice; another does")
    let shown = try other.store.ask("cases.show", .record(["code": "RD-1"]), as: other.county)
    let point = shown["next"]?.items.first { $0["action"]?["code"] == "groups.assess-maturity" }?["against"]?.items.first
    #expect(point?["code"] == "groups.assessed-twice" && point?["rule"] == "groups.maturity-assessment", "\(String(describing: point))")
  }

  @Test func `and the refusal names the same step`() throws {
    do {
      try village.run("declare-mature", [:], as: both)
      Issue.record("nothing was refused")
    } catch let refusal as Refusal {
      #expect(refusal.next.first?.texts.en.contains("on the maturity assessment of this on 1405/02/09") == true, "\(refusal.next)")
      #expect(refusal.next.last?.line == "groups declare-mature group=1")
    }
  }

  @Test func `whoever drew up the plan is barred as well`() throws {
    let planner = Principal.test(.facilitator, .preventionDeputy, number: 3)
    #expect(try !actions(planner).contains("groups.declare-mature"))
    let said = try #require(try declaring(planner)?["against"]?.items.first?["en"]?.string)
    #expect(said.contains("“Adopt an action plan”"), "\(said)")
  }

  @Test func `a task waits since its state began, not since somebody wrote in it`() throws {
    let other = try Village()
    try other.request()
    other.store.day = try JalaliDay(1405, 2, 9)
    try other.run("confirm-identity", [:], as: other.county)
    let task = try other.store.ask("cases.tasks", as: other.officer)["items"]?.items.first
    let began = try JalaliDay(1405, 2, 1)
    #expect(task?["object"] == "groups.group/1" && task?["since"] == .day(began), "\(String(describing: task))")
  }
}
