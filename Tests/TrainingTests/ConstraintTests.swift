import Contracts
import Persian
import Engine
import Feature
import Store
import TestKit
import Testing
@testable import Training
import Values

@Suite struct `What the database refuses by itself` {
  let academy: Academy

  init() throws {
    academy = try Academy()
    try academy.schedule(capacity: 2)
    try academy.enrol(1)
  }

  /// Writes an enrolment as it comes, past every rule.
  private func put(_ person: Int64, capacity: Int = 2, seat: Int? = nil, reserve: Int? = nil) throws {
    try academy.store.transaction(as: academy.deputy) { work in
      let course = try work.require(Course.self, .row(1))
      try work.insert(
        Enrolment(
          province: course.province, course: course.id, person: ID(person), kind: .localFacilitator, capacity: capacity,
          seat: seat, reserve: reserve, state: .seated))
    }
  }

  @Test func `a seat beyond the capacity`() throws {
    #expect(throws: StoreFault.self) { try put(2, seat: 3) }
    #expect(throws: StoreFault.self) { try put(2, seat: 0) }
    try put(2, seat: 2)
  }

  @Test func `a capacity that is not the course's`() throws {
    #expect(throws: StoreFault.self) { try put(2, capacity: 3, seat: 3) }
  }

  @Test func `one seat for two people`() throws {
    #expect(refusal { try put(2, seat: 1) } == ["conflict.exists"])
  }

  @Test func `a participant who has no seat or also stands on the reserve list`() throws {
    #expect(throws: StoreFault.self) { try put(2) }
    #expect(throws: StoreFault.self) { try put(2, seat: 2, reserve: 1) }
  }

  /// Settles and charges, past every rule.
  private func settle(_ person: Int64, enrolment: Int64, ordinal: Int = 1) throws {
    try academy.store.transaction(as: academy.deputy) { work in
      let course = try work.require(Course.self, .row(1))
      let row = try work.insert(
        CourseSettlement(
          province: course.province, course: course.id, enrolment: ID(enrolment), person: ID(person), kind: course.kind, year: 1405,
          amount: .init(6_000_000), settledOn: work.day))
      try work.insert(
        Charge(
          province: row.province, settlement: row.id, enrolment: row.enrolment, person: row.person, kind: row.kind, year: row.year,
          ordinal: ordinal, payment: .charge, provider: .office))
    }
  }

  @Test func `a second settlement of one number in a person's year, or of one enrolment, until the first is taken back`() throws {
    try academy.enrol(2)
    try academy.enrol(3)
    try settle(1, enrolment: 1)
    try settle(2, enrolment: 2)
    #expect(refusal { try settle(1, enrolment: 3) } == ["conflict.exists"])
    #expect(refusal { try settle(1, enrolment: 1, ordinal: 2) } == ["conflict.exists"])
    #expect(throws: StoreFault.self) { try settle(1, enrolment: 1, ordinal: 5) }
    try academy.store.transaction(as: academy.deputy) { work in
      var charge = try work.require(Charge.self, ID(1))
      charge.reversedOn = work.day
      charge.reversedAmount = .init(6_000_000)
      try work.update(charge)
    }
    try settle(1, enrolment: 1)
  }

  @Test func `two dates of one day of a course, and two days on one date`() throws {
    func date(_ day: Int, _ held: Int) throws {
      try academy.store.transaction(as: academy.deputy) { work in
        let course = try work.require(Course.self, .row(1))
        try work.insert(
          CourseDay(province: course.province, course: course.id, day: day, heldOn: course.firstDay.adding(days: held)))
      }
    }
    try date(1, 0)
    #expect(refusal { try date(1, 1) } == ["conflict.exists"])
    #expect(refusal { try date(2, 0) } == ["conflict.exists"])
    try date(2, 1)
  }

  /// A presence of the first person, past every rule and every action.
  private func sit(in course: Int, day: Int, _ half: String = "morning", on held: Int, isPresent: Bool = true) throws {
    try academy.store.path.alter(
      """
      INSERT INTO training_presence(rev, province, course, enrolment, person, day, half, held_on, is_present)
      VALUES(1, 'IR-27', \(course), 1, 1, \(day), '\(half)', \(held), \(isPresent ? 1 : 0))
      """)
  }

  @Test func `a second presence of one person at one half day in another course, written or moved there`() throws {
    try academy.scheduleAnother(days: 2, from: "1405/02/01", to: "1405/02/02")
    try sit(in: 1, day: 1, on: 20_000)
    let fault = #expect(throws: StoreFault.self) { try sit(in: 2, day: 2, on: 20_000) }
    #expect(fault?.kind == .constraint)
    // The other half, another day, absent, or the same course.
    try sit(in: 2, day: 2, "afternoon", on: 20_000)
    try sit(in: 2, day: 3, on: 20_001)
    try sit(in: 2, day: 4, on: 20_000, isPresent: false)
    try sit(in: 1, day: 5, on: 20_000)
    for change in ["held_on = 20000 WHERE day = 3", "half = 'morning' WHERE day = 2", "is_present = 1 WHERE day = 4"] {
      #expect(throws: StoreFault.self) { try academy.store.path.alter("UPDATE training_presence SET \(change)") }
    }
    try academy.store.path.alter("UPDATE training_presence SET held_on = 20002, rev = rev + 1 WHERE day = 3")
  }

  @Test func `a store that holds such a pair from before takes the step, keeps and corrects the pair, and takes no third`() throws {
    try academy.scheduleAnother(days: 2, from: "1405/02/01", to: "1405/02/02")
    for name in ["training_presence_one_seat", "training_presence_moved_seat"] { try academy.store.path.alter("DROP TRIGGER \(name)") }
    try sit(in: 1, day: 1, on: 20_000)
    try sit(in: 2, day: 2, on: 20_000)
    for step in TrainingSchema.oneSeat.sql { try academy.store.path.alter(step) }
    #expect(throws: StoreFault.self) { try sit(in: 2, day: 3, on: 20_000) }
    try academy.store.path.alter("UPDATE training_presence SET rev = 2, is_present = is_present, held_on = held_on")
    #expect(try academy.store.path.rows("SELECT id FROM training_presence WHERE is_present = 1").count == 2)
    try academy.store.path.alter("UPDATE training_presence SET is_present = 0 WHERE day = 2")
    #expect(throws: StoreFault.self) { try academy.store.path.alter("UPDATE training_presence SET is_present = 1 WHERE day = 2") }
  }

  @Test func `a course that somebody else gives without an account, and one of the office with one`() throws {
    func name(_ provider: Provider, _ payee: String?, _ iban: String?) throws {
      try academy.store.transaction(as: academy.deputy) { work in
        let course = try work.require(Course.self, .row(1))
        try work.insert(
          Provision(
            province: course.province, course: course.id, provider: provider, payee: payee, iban: try iban.map { try IBAN(parsing: $0) }))
      }
    }
    #expect(throws: StoreFault.self) { try name(.clinic, nil, nil) }
    #expect(throws: StoreFault.self) { try name(.clinic, "کلینیک", nil) }
    #expect(throws: StoreFault.self) { try name(.office, "کلینیک", "IR580540105180021273113007") }
    try name(.clinic, "کلینیک", "IR580540105180021273113007")
  }
}
