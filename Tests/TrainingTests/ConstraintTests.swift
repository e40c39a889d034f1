import Contracts
import Persian
import Engine
import Feature
import Store
import TestKit
import Testing
@testable import Training
import Values

/// Writes enrolments and settlements as they come, past every rule.
struct ProbeModule: FeatureModule {
  static let module = Module("probe", "آزمونه", "Probe", after: ["training"], availability: .always, actions: actions)
  static var actions: [any Action.Type] { [PutEnrolment.self, PutSettlement.self] }
}

struct PutEnrolment: Action {
  var person: Int64
  var capacity: Int
  var seat: Int?
  var reserve: Int?

  static let spec = Spec("probe.enrolment", "نام‌نویسی", "Enrol", .post, "/probe/enrolments", permission: .trainingWrite)

  func perform(in work: borrowing Transaction) throws -> Enrolment {
    let course = try work.require(Course.self, .row(1))
    return try work.insert(
      Enrolment(
        province: course.province, course: course.id, person: ID(person), kind: .localFacilitator, capacity: capacity,
        seat: seat, reserve: reserve, state: .seated))
  }
}

struct PutSettlement: Action {
  var person: Int64

  static let spec = Spec("probe.settlement", "تسویه", "Settle", .post, "/probe/settlements", permission: .trainingWrite)

  func perform(in work: borrowing Transaction) throws -> CourseSettlement {
    let course = try work.require(Course.self, .row(1))
    return try work.insert(
      CourseSettlement(
        province: course.province, course: course.id, enrolment: ID(1), person: ID(person), kind: course.kind,
        year: 1405, amount: .init(6_000_000), settledOn: work.day))
  }
}

@Suite struct `What the database refuses by itself` {
  let academy: Academy

  init() throws {
    academy = try Academy(with: [ProbeModule.self])
    try academy.schedule(capacity: 2)
    try academy.enrol(1)
  }

  private func put(_ person: Int64, capacity: Int64 = 2, seat: Value = .null, reserve: Value = .null) throws {
    try academy.store.run(
      "probe.enrolment",
      .record(["person": .int(person), "capacity": .int(capacity), "seat": seat, "reserve": reserve]),
      as: academy.deputy)
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
      try academy.store.run("probe.settlement", .record(["person": .int(person)]), as: academy.deputy)
    }
    try settle(1)
    try settle(2)
    #expect(refusal { try settle(1) } == ["conflict.exists"])
  }
}
