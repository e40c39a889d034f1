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

  @Test func `a second settlement of a person, kind and year`() throws {
    func settle(_ person: Int64) throws {
      try academy.store.transaction(as: academy.deputy) { work in
        let course = try work.require(Course.self, .row(1))
        try work.insert(
          CourseSettlement(
            province: course.province, course: course.id, enrolment: ID(1), person: ID(person), kind: course.kind,
            year: 1405, amount: .init(6_000_000), settledOn: work.day))
      }
    }
    try settle(1)
    try settle(2)
    #expect(refusal { try settle(1) } == ["conflict.exists"])
  }
}
