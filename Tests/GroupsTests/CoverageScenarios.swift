import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Groups

extension Village {
  /// Who groups covered on one of the days at least, by membership or attendance.
  func covered(_ days: ClosedRange<JalaliDay>, as principal: Principal? = nil) throws -> [Int64] {
    try store.snapshot(as: principal ?? officer) {
      Set(try $0.peopleCoveredByGroups(in: Province(parsing: "IR-27"), during: days).values.joined().map(\.person.raw)).sorted()
    }
  }

  func covered(in year: Int) throws -> [Int64] { try covered(JalaliDay.firstDay(ofYear: year)...JalaliDay.lastDay(ofYear: year)) }

  func covered(on day: JalaliDay) throws -> [Int64] { try covered(day...day) }

  func places(in year: Int) throws -> [Int64] {
    try store.snapshot(as: officer) {
      try $0.placesOfGroups(
        in: Province(parsing: "IR-27"), during: JalaliDay.firstDay(ofYear: year)...JalaliDay.lastDay(ofYear: year)
      ).map(\.raw)
    }
  }

  func meet(on day: String, attendance: [Int64]) throws {
    try run(
      "record-activity",
      ["day": .text(day), "kind": "meeting", "report": "…", "attendance": .list(attendance.map(Value.int))], as: facilitator)
  }
}

@Suite struct `Who groups cover` {
  private let village: Village

  init() throws { village = try Village() }

  @Test func `leaving, death and a dissolution are seen in three successive years`() throws {
    try village.formed()
    village.store.day = try JalaliDay(1405, 12, 29)
    func leave(_ person: Int64, _ cause: Value) throws {
      try village.run("end-membership", ["person": .int(person), "cause": cause, "reason": "…"], as: village.facilitator)
    }
    try leave(2, "resigned")
    village.store.day = try JalaliDay(1406, 1, 1)
    try leave(1, "died")
    village.store.day = try JalaliDay(1406, 5, 1)
    try village.meet(on: "1406/05/01", attendance: [3, 30])
    village.store.day = try JalaliDay(1407, 1, 1)
    try village.run("dissolve", ["reason": "خواست اعضا"], as: village.deputy)

    #expect(try (1404...1408).map { try village.covered(in: $0).count } == [0, 7, 7, 5, 0])
    #expect(try village.covered(in: 1405) == [1, 2, 3, 4, 5, 6, 7])
    // The one who died on the first day of the year counts in it, and so does a guest of one meeting.
    #expect(try village.covered(in: 1406) == [1, 3, 4, 5, 6, 7, 30])
    #expect(try village.covered(in: 1407) == [3, 4, 5, 6, 7])
    #expect(try village.covered(on: JalaliDay(1405, 12, 29)).count == 7)
    #expect(try village.covered(on: JalaliDay(1406, 1, 1)).count == 6)
    #expect(try village.covered(on: JalaliDay(1406, 12, 29)) == [3, 4, 5, 6, 7])
    #expect(try village.covered(on: JalaliDay(1407, 1, 2)).isEmpty)
    #expect(try village.covered(.earliest...JalaliDay(1408, 12, 29)).count == 8)
    #expect(try (1404...1408).map { try village.places(in: $0) } == [[], [1], [1], [1], []])
  }

  @Test func `members of a suspended group count by their own attendance only`() throws {
    try village.formed()
    village.store.day = try JalaliDay(1405, 6, 1)
    try village.run("suspend", ["reason": "اختلاف"], as: village.officer)
    village.store.day = try JalaliDay(1407, 3, 1)
    #expect(try village.places(in: 1406).isEmpty)
    try village.run("resume", ["reason": "رفع شد"], as: village.officer)
    try village.meet(on: "1406/05/01", attendance: [3])

    #expect(try (1405...1408).map { try village.covered(in: $0).count } == [7, 1, 7, 7])
    // Both its own days still count.
    let (suspended, resumed) = (try JalaliDay(1405, 6, 1), try JalaliDay(1407, 3, 1))
    #expect(try village.covered(on: suspended).count == 7 && village.covered(on: resumed).count == 7)
    #expect(try village.covered(on: suspended.adding(days: 1)).isEmpty && village.covered(on: resumed.adding(days: -1)).isEmpty)
    #expect(try village.covered(suspended.adding(days: 1)...resumed).count == 7)
    #expect(try village.places(in: 1406) == [1])
  }

  @Test func `what is dissolved while it stands still was not resumed`() throws {
    try village.formed()
    try village.run("suspend", ["reason": "اختلاف"], as: village.officer)
    village.store.day = try JalaliDay(1406, 2, 1)
    try village.run("dissolve", ["reason": "خواست اعضا"], as: village.deputy)
    #expect(try (1405...1407).map { try village.covered(in: $0).count } == [7, 0, 0])
  }

  @Test func `a group that is suspended twice stands still twice`() throws {
    try village.formed()
    for (month, command) in [(3, "suspend"), (4, "resume"), (4, "suspend"), (6, "resume")] {
      village.store.day = try JalaliDay(1405, month, 1)
      try village.run(command, ["reason": "…"], as: village.officer)
    }
    let day = try JalaliDay(1405, 4, 1)
    #expect(try village.covered(day.adding(days: -5)...day.adding(days: -1)).isEmpty)
    #expect(try village.covered(on: day).count == 7)
    #expect(try village.covered(day.adding(days: 1)...day.adding(days: 9)).isEmpty)
  }

  @Test func `who comes by a merger into a group that ends the same day is a member of it on no day`() throws {
    try village.formed()
    try village.forming("همسایگان", group: 2)
    try village.run("admit-member", ["person": 20], as: village.facilitator, group: 2)
    let day = try JalaliDay(1405, 2, 10)
    village.store.day = day
    try village.run("merge", ["into": 2, "reason": "محلهٔ مشترک"], as: village.deputy)
    try village.run("dissolve", ["reason": "خواست اعضا"], as: village.deputy, group: 2)
    #expect(try village.covered(on: day) == [1, 2, 3, 4, 5, 6, 7, 20])
    #expect(try village.covered(on: day.adding(days: 1)).isEmpty)
  }

  @Test func `who comes by a merger into a group that ends a day later was a member of it for that day`() throws {
    try village.formed()
    try village.forming("همسایگان", group: 2)
    try village.run("admit-member", ["person": 20], as: village.facilitator, group: 2)
    let day = try JalaliDay(1405, 2, 10)
    village.store.day = day
    try village.run("merge", ["into": 2, "reason": "محلهٔ مشترک"], as: village.deputy)
    village.store.day = day.adding(days: 1)
    try village.run("dissolve", ["reason": "خواست اعضا"], as: village.deputy, group: 2)
    #expect(try village.covered(on: day.adding(days: 1)) == [1, 2, 3, 4, 5, 6, 7, 20])
    #expect(try village.covered(on: day.adding(days: 2)).isEmpty)
  }

  @Test func `members and guests are covered in the county of their group`() throws {
    try village.forming()
    try village.run("admit-member", ["person": 1], as: village.facilitator)
    try village.meet(on: "1405/02/01", attendance: [1, 30])
    let day = village.store.day
    let reached = try village.store.snapshot(as: village.officer) {
      try $0.peopleCoveredByGroups(in: Province(parsing: "IR-27"), during: day...day)
    }
    #expect(reached[.membership] == [CoveredPerson(person: ID(1), county: ID(1))])
    #expect(reached[.attendance] == [1, 30].map { CoveredPerson(person: ID($0), county: ID(1)) })
  }

  @Test func `a group that was never founded makes no place active`() throws {
    try village.forming()
    try village.run("admit-member", ["person": 1], as: village.facilitator)
    #expect(try village.covered(in: 1405) == [1])
    #expect(try village.places(in: 1405).isEmpty)
  }
}
