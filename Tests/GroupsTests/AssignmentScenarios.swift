import Contracts
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Groups

@Suite struct `A facilitator` {
  private let village: Village
  private let other = Principal.test(.facilitator, number: 30)

  init() throws {
    village = try Village()
    try village.forming()
  }

  private func refusal(_ work: () throws -> Void) -> Refusal? {
    do { try work() } catch let refusal as Refusal { return refusal } catch {}
    return nil
  }

  private func admit(_ person: Int64, as principal: Principal, group: Int64 = 1) throws {
    try village.run("admit-member", ["person": .int(person)], as: principal, group: group)
  }

  private func groups(as principal: Principal) throws -> [Value] {
    try village.store.ask("groups.groups", .record([:]), as: principal)["items"]?.items.compactMap { $0["id"] } ?? []
  }

  private func assign(_ staff: Int64, since: Value = .null, until: Value = .null, group: Int64 = 1) throws {
    try village.run(
      "assign-facilitator", ["facilitator": .int(staff), "since": since, "until": until], as: village.county, group: group)
  }

  @Test func `writes into assigned groups, and finds no other`() throws {
    try admit(1, as: village.facilitator)
    #expect(refusal { try admit(2, as: other) }?.kind == .notFound)
    #expect(
      refusal { try village.run("record-activity", ["day": "1405/02/01", "kind": "meeting", "report": "x"], as: other) }?.kind != nil)
    #expect(try groups(as: village.facilitator) == [1] && groups(as: other) == [])
    try assign(30)
    try admit(2, as: other)
    #expect(try groups(as: other) == [1])
    // A second group beside it is nobody's yet but the first one's.
    try village.request("همراهان")
    #expect(try groups(as: other) == [1] && groups(as: village.facilitator) == [1, 2])
  }

  @Test func `finds a group on the days of the assignment, both included`() throws {
    try assign(30, since: "1405/02/10", until: "1405/02/12")
    for (day, found) in [(9, false), (10, true), (12, true), (13, false)] {
      village.store.day = try JalaliDay(1405, 2, day)
      #expect(try groups(as: other).isEmpty == !found, "\(day)")
      let answer = refusal { try admit(Int64(day), as: other) }
      #expect(answer?.kind == (found ? nil : .notFound), "\(day)")
    }
  }

  @Test func `is there until the assignment's end, which is kept, corrected and told`() throws {
    let end = Value.record(["assignment": 1, "until": "1405/02/05", "reason": "جابه‌جایی"])
    try village.store.run("groups.end-assignment", end, as: village.county)
    #expect(refusal { try village.store.run("groups.end-assignment", end, as: village.county) }?.code == "groups.assignment-ended")
    village.store.day = try JalaliDay(1405, 2, 6)
    #expect(try groups(as: village.facilitator) == [])
    try village.store.run(
      "groups.correct-assignment", .record(["assignment": 1, "until": "1405/02/08", "reason": "اشتباه"]), as: village.officer)
    #expect(try groups(as: village.facilitator) == [1])
    try assign(3, since: "1405/02/20")
    let kept = try village.store.ask("groups.facilitators", .record(["group": 1]), as: village.officer)["items"]?.items ?? []
    #expect(kept.map { $0["until"] } == [.null, try JalaliDay(1405, 2, 8).value])
    let on = try village.store.ask("groups.facilitators", .record(["group": 1, "on": "1405/02/08"]), as: village.officer)
    #expect(on["items"]?.items.count == 1)
  }

  @Test func `is assigned once at a time, by the county or the officer of the province`() throws {
    #expect(refusal { try assign(3) }?.code == "groups.assigned-already")
    #expect(refusal { try assign(3, since: "1405/03/01", until: "1405/03/02") }?.code == "groups.assigned-already")
    #expect(refusal { try village.run("assign-facilitator", ["facilitator": 30], as: village.facilitator) }?.kind == .forbidden)
    #expect(refusal { try village.run("assign-facilitator", ["facilitator": 30], as: village.kurdistan) }?.kind == .notFound)
    #expect(refusal { try assign(30, since: "1405/01/01") }?.faults.map(\.code) == ["groups.assigned-before-request"])
  }

  @Test func `sees through one post what is assigned, through another the province`() throws {
    #expect(try groups(as: .test(.facilitator, .ngoOfficer, number: 31)) == [1])
    #expect(try groups(as: .test(.facilitator, number: 31)) == [])
  }
}
