import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
@testable import Training
import Values

@Suite struct `Enrolling people` {
  let academy: Academy

  init() throws {
    academy = try Academy()
    try academy.schedule(capacity: 2)
  }

  @Test func `beyond the capacity there is an ordered reserve list, and the first moves up`() throws {
    #expect(try academy.enrol(1)["seat"] == 1)
    #expect(try academy.enrol(2)["seat"] == 2)
    #expect(try academy.enrol(3)["reserve"] == 1)
    #expect(try academy.enrol(4)["reserve"] == 2)
    func withdraw(_ person: Int64) throws -> Value {
      try academy.store.run(
        "training.withdraw", .record(["course": academy.course, "person": .int(person), "reason": "بیماری"]),
        as: academy.teacher)
    }
    let outcome = try withdraw(1)
    #expect(outcome["withdrawn"]?["state"] == "withdrawn")
    #expect(outcome["movedUp"]?["person"] == 3)
    #expect(outcome["movedUp"]?["seat"] == 1)
    #expect(try withdraw(4)["movedUp"] == .null)
    #expect(refusal { _ = try withdraw(4) } == ["not-found"])
    // Who left may come back, behind everybody else.
    #expect(try academy.enrol(1)["reserve"] == 1)
    let seated = try academy.store.ask(
      "training.enrolments", .record(["course": academy.course, "state": "seated"]), as: academy.deputy)
    #expect(seated["items"]?.items.compactMap { $0["person"]?.integer }.sorted() == [2, 3])
  }

  @Test func `nobody is enrolled twice`() throws {
    try academy.enrol(1)
    #expect(refusal { try academy.enrol(1) } == ["conflict.exists"])
  }

  @Test func `members of self-help groups bring nothing, members of NGOs their proof`() throws {
    try academy.enrol(1, "selfHelpMember")
    #expect(refusal { try academy.enrol(5, "ngoMember") } == ["training.membership-missing"])
    #expect(refusingRule { try academy.enrol(5, "ngoMember") } == "training.who-may-attend")
    #expect(refusal { try academy.enrol(5, "ngoMember", document: 60) } == ["training.membership-missing"])
    #expect(
      refusal { try academy.enrol(6, "ngoMember", document: 60) }
        == ["training.membership-not-sighted", "training.membership-expired"])
    #expect(try academy.enrol(5, "ngoMember", document: "DC-27-1405-0050")["document"] == 50)
  }

  @Test func `people of another province are not found`() throws {
    #expect(refusal { try academy.enrol(150) } == ["not-found"])
    let foreign = Principal.test(.countyOfficer, in: "IR-12", number: 8)
    #expect(
      refusal {
        try academy.store.run(
          "training.enrol", .record(["course": academy.course, "person": 150, "kind": "dehyar"]), as: foreign)
      } == ["not-found"])
  }

  @Test func `enrolment ends when the least share is out of reach`() throws {
    try academy.enrol(1)
    try academy.begin()
    academy.store.day = try JalaliDay(1405, 2, 12)
    for day in Int64(1)...2 {
      let date = Value.text("1405/02/0\(day)")
      for half in ["morning", "afternoon"] { try academy.mark(day, half, present: [1], heldOn: date) }
    }
    // 20 of 24 are 83.3 %; after the fifth half day 19 are left, 79.2 %.
    #expect(try academy.enrol(2)["seat"] == 2)
    try academy.mark(3, "morning", present: [1, 2], heldOn: "1405/02/03")
    #expect(refusal { try academy.enrol(3) } == ["training.share-out-of-reach"])
    #expect(refusingRule { try academy.enrol(3) } == "training.late-enrolment")
  }

  @Test func `nobody moves up to a seat with which the least share is out of reach`() throws {
    for person in Int64(1)...3 { try academy.enrol(person) }
    try academy.begin()
    academy.store.day = try JalaliDay(1405, 2, 12)
    for day in Int64(1)...3 {
      let date = Value.text("1405/02/0\(day)")
      for half in ["morning", "afternoon"] { try academy.mark(day, half, present: [1, 2], heldOn: date) }
    }
    let outcome = try academy.store.run(
      "training.withdraw", .record(["course": academy.course, "person": 1, "reason": "بیماری"]), as: academy.teacher)
    #expect(outcome["withdrawn"]?["state"] == "withdrawn" && outcome["movedUp"] == .null)
  }

  @Test func `nobody is enrolled in two open courses with days in common`() throws {
    let same = try academy.scheduleAnother(from: "1405/02/12", to: "1405/02/14")
    let later = try academy.scheduleAnother(from: "1405/02/13", to: "1405/02/14")
    func enrol(_ course: String) throws -> Value {
      try academy.store.run(
        "training.enrol", .record(["course": .text(course), "person": 1, "kind": "localFacilitator"]), as: academy.teacher)
    }
    try academy.enrol(1)
    #expect(refusal { _ = try enrol(same) } == ["training.enrolled-elsewhere"])
    #expect(refusingRule { _ = try enrol(same) } == "training.one-seat")
    #expect(try enrol(later)["seat"] == 1)
    try academy.store.run("training.withdraw", .record(["course": .text(later), "person": 1, "reason": "رفت"]), as: academy.teacher)
    try academy.store.run("training.withdraw", .record(["course": academy.course, "person": 1, "reason": "رفت"]), as: academy.teacher)
    #expect(try enrol(same)["seat"] == 1)
  }

  @Test func `only dehyars and behvarzes are confirmed from outside, by a letter of the past`() throws {
    try academy.enrol(1)
    try academy.enrol(2, "behvarz")
    #expect(refusal { try academy.confirm(1) } == ["training.confirmation-not-needed"])
    #expect(refusingRule { try academy.confirm(1) } == "training.outside-confirmation")
    #expect(
      refusal { try academy.confirm(2, letter: " ", date: "1405/02/02") }
        == ["training.letter-number", "training.letter-in-future"])
    #expect(try academy.confirm(2)["confirmationLetter"] == "۱۲/۳۴")
  }
}
