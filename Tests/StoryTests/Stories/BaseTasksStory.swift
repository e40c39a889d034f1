import Contracts
import Engine
import Feature
import Jalali
import Ledger
import Testing
import Values

@testable import Host

/// What a base asks of people with a last day stands among their tasks, with that day.
@Suite struct BaseTasksStory {
  private func tasks(_ role: Role, _ step: String, in store: StoryStore, of province: String = "IR-27") throws -> [Value] {
    let principal = Principal(
      id: "u970", staff: 970, name: "officer", grants: [.init(role: role.id, scope: .province(province))], session: "story")
    return try Caller(store.runtime, principal: principal, channel: "story")
      .perform("cases.tasks", .record(["step": .text(step)]))["items"]?.items ?? []
  }

  @Test func `both parties' signatures and the decision on the year`() throws {
    let walked = try WalkedRoad.golestan.get()
    let store = try StoryStore(copying: walked.store)
    let renewed = "AG-27-1405-0001"
    let window = Value.day(try JalaliDay(1406, 2, 14))
    for (role, step) in [(Role.provincialDirector, "healthbases.sign-renewal"), (.ngoOfficer, "healthbases.record-institute-signature")] {
      let found = try tasks(role, step, in: store)
      #expect(found.map { $0["about"]?.string } == [renewed], "\(step)")
      #expect(found.first?["lastDay"] == .day(try JalaliDay(1405, 1, 31)), "\(step)")
      #expect(try tasks(role, step, in: store, of: "IR-12") == [], "\(step)")
    }
    #expect(try tasks(.preventionDeputy, "healthbases.approve-year", in: store) == [])
    try store.pass(to: try JalaliDay(1405, 11, 1))
    let years = try tasks(.preventionDeputy, "healthbases.approve-year", in: store)
    #expect(years.map { $0["about"]?.string } == [renewed])
    #expect(years.first?["lastDay"] == window)
    #expect(
      years.first?["actions"]?.items.compactMap { $0["code"]?.string } == ["healthbases.approve-year", "healthbases.disapprove-year"])
    #expect(try tasks(.preventionDeputy, "healthbases.approve-year", in: store, of: "IR-12") == [])
    // Nobody signed; the director still may.
    #expect(try tasks(.provincialDirector, "healthbases.sign-renewal", in: store).map { $0["about"]?.string } == [renewed])
    // Held, with the same last day; then the window closes without a decision: the clock is missed, and nobody is asked any more.
    try store.pass(to: try JalaliDay(1406, 1, 1))
    #expect(try tasks(.preventionDeputy, "healthbases.approve-year", in: store).map { $0["lastDay"] } == [window])
    try store.pass(to: try JalaliDay(1406, 2, 15))
    #expect(try tasks(.preventionDeputy, "healthbases.approve-year", in: store) == [])
    #expect(try tasks(.provincialDirector, "healthbases.sign-renewal", in: store) == [])
    let admin = try store.admin()
    let clock = try admin.rows("deadlines.list").first { $0["kind"] == "healthbases.approve-year" && $0["due"] == window }
    #expect(clock?["state"] == "missed")
    #expect(try store.verify().conclusion == .proven)
  }
}
