import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Training

@Suite struct `The days of a course` {
  let academy: Academy

  init() throws {
    academy = try Academy()
    try academy.schedule(capacity: 4)
    try academy.enrol(1)
    try academy.enrol(2)
    try academy.begin()
    academy.store.day = try JalaliDay(1405, 2, 12)
  }

  private func mark(_ day: Int64, _ half: String, on date: Int, present: [Int64] = [1]) throws {
    try academy.mark(day, half, present: present, heldOn: .text("1405/02/\(date < 10 ? "0" : "")\(date)"))
  }

  private func dates() throws -> [[Value]] {
    let rows = try academy.store.ask("training.attendance", .record(["course": academy.course]), as: academy.deputy)["items"]?.items ?? []
    return rows.filter { $0["person"] == 1 }.map { [$0["day"] ?? .null, $0["half"] ?? .null, .text(heldOn($0))] }
  }

  private func heldOn(_ row: Value) -> String {
    if case .day(let day)? = row["heldOn"] { return day.text }
    return row["heldOn"]?.string ?? ""
  }

  @Test func `are not held all on one date`() throws {
    try mark(1, "morning", on: 12)
    try mark(1, "afternoon", on: 12)
    for day in Int64(2)...12 {
      #expect(refusal { try mark(day, "morning", on: 12) } == ["training.day-order"])
      #expect(refusingRule { try mark(day, "morning", on: 12) } == "training.attendance-record")
    }
  }

  @Test func `come one after the other, in whatever order they are typed`() throws {
    try mark(3, "morning", on: 5)
    #expect(refusal { try mark(2, "morning", on: 6) } == ["training.day-order"])
    #expect(refusal { try mark(4, "morning", on: 4) } == ["training.day-order"])
    try mark(2, "morning", on: 4)
    try mark(4, "morning", on: 6)
  }

  @Test func `have one date for both halves, which a correction moves as long as the order holds`() throws {
    try mark(1, "morning", on: 2)
    #expect(refusal { try mark(1, "afternoon", on: 3) } == ["training.other-half-date"])
    // Nothing said is what is recorded.
    #expect(try academy.mark(1, "afternoon", present: [1])["absent"] == 1)
    try mark(2, "morning", on: 4)
    #expect(refusal { try mark(1, "morning", on: 4) } == ["training.day-order"])
    try academy.mark(1, "morning", present: [1], heldOn: "1405/02/01", reason: "تاریخ اشتباه بود")
    #expect(try dates() == [[1, "morning", "1405/02/01"], [1, "afternoon", "1405/02/01"], [2, "morning", "1405/02/04"]])
    #expect(refusal { try mark(1, "afternoon", on: 3) } == ["training.reason-for-moving"])
    #expect(try dates().prefix(2).map { $0[2] } == ["1405/02/01", "1405/02/01"], "what is refused moves nothing")
    try academy.mark(1, "afternoon", present: [1], heldOn: "1405/02/03", reason: "تاریخ اشتباه بود")
    #expect(try dates().prefix(2).map { $0[2] } == ["1405/02/03", "1405/02/03"])
  }

  @Test func `that were lost are made up for at the end`() throws {
    try mark(1, "morning", on: 1)
    try mark(2, "morning", on: 4)
    func move(to last: String, from first: Value = .null) throws {
      try academy.store.run(
        "training.reschedule",
        .record(["course": academy.course, "firstDay": first, "lastDay": .text(last), "reason": "برف"]), as: academy.expert)
    }
    #expect(refusal { try move(to: "1405/02/13") } == ["training.no-room-for-days"])
    #expect(refusal { try move(to: "1405/02/20", from: "1405/02/02") } == ["training.held-before"])
    let other = try academy.scheduleAnother(from: "1405/02/13", to: "1405/02/14")
    func enrolThere() throws {
      try academy.store.run(
        "training.enrol", .record(["course": .text(other), "person": 2, "kind": "localFacilitator"]), as: academy.teacher)
    }
    try enrolThere()
    #expect(refusal { try move(to: "1405/02/14") } == ["training.enrolled-elsewhere"])
    try academy.store.run(
      "training.withdraw", .record(["course": .text(other), "person": 2, "reason": "برف"]), as: academy.teacher)
    try move(to: "1405/02/14")
    #expect(refusal { try enrolThere() } == ["training.enrolled-elsewhere"])
    academy.store.day = try JalaliDay(1405, 2, 14)
    try mark(12, "morning", on: 14)
  }

  @Test func `are moved with the marks of who left`() throws {
    try mark(1, "morning", on: 1, present: [1, 2])
    try academy.store.run("training.withdraw", .record(["course": academy.course, "person": 2, "reason": "رفت"]), as: academy.teacher)
    #expect(refusal { try mark(1, "morning", on: 2) } == ["training.reason-for-moving"])
    let again = try academy.mark(1, "morning", present: [1], heldOn: "1405/02/02", reason: "تاریخ اشتباه بود")
    #expect(again["moved"] == 1, "what goes with the date is told")
    let rows = try academy.store.ask("training.attendance", .record(["course": academy.course]), as: academy.deputy)["items"]?.items ?? []
    #expect(rows.map(heldOn) == ["1405/02/02", "1405/02/02"])
  }

  @Test func `are no absence of somebody who came later, and part of the whole`() throws {
    for day in Int64(1)...2 {
      try mark(day, "morning", on: Int(day), present: [1, 2])
      try mark(day, "afternoon", on: Int(day))
    }
    try academy.enrol(3)
    #expect(refusal { try mark(2, "afternoon", on: 2, present: [1, 3]) } == ["training.not-yet-enrolled"])
    let again = try academy.mark(2, "afternoon", present: [1, 2])
    #expect(again["present"] == 2 && again["absent"] == 0 && again["notYetEnrolled"] == 1)
    try mark(4, "morning", on: 4, present: [1, 3])
    // Typed after a later one, held before it.
    let first = try academy.mark(3, "morning", present: [3], heldOn: "1405/02/03")
    #expect(first["present"] == 1 && first["absent"] == 2 && first["notYetEnrolled"] == 0)
    let told = try academy.store.ask("training.participation", .record(["course": academy.course]), as: academy.deputy)
    #expect(told["halfDaysMarked"] == 6 && told["minimumShare"] == 80)
    let line = try #require(told["participants"]?.items.last)
    #expect(line["person"] == 3 && line["present"] == 2 && line["absent"] == 0 && line["notYetEnrolled"] == 4 && line["canReach"] == true)
    let other = try #require(told["participants"]?.items[1])
    #expect(other["person"] == 2 && other["present"] == 3 && other["absent"] == 3 && other["notYetEnrolled"] == 0)
  }
}

@Suite struct `A seat at a half day` {
  @Test func `is one over all courses`() throws {
    let academy = try Academy()
    try academy.schedule(capacity: 4)
    try academy.enrol(1)
    try academy.begin()
    academy.store.day = try JalaliDay(1405, 2, 13)
    try academy.mark(1, "morning", present: [1], heldOn: "1405/02/01")
    try academy.mark(1, "afternoon", present: [], heldOn: "1405/02/01")
    // Closed courses keep nobody from enrolling: the half days do.
    try academy.store.run("training.withdraw", .record(["course": academy.course, "person": 1, "reason": "رفت"]), as: academy.teacher)
    let other = try academy.scheduleAnother(from: "1405/02/01", to: "1405/02/12")
    func run(_ command: String, _ input: KeyValuePairs<String, Value>) throws {
      let members = [Value.Member("course", .text(other))] + input.map { Value.Member($0.key, $0.value) }
      try academy.store.run(command, .object(members), as: command == "training.advance" ? academy.expert : academy.teacher)
    }
    try run("training.enrol", ["person": 1, "kind": "localFacilitator"])
    try run("training.advance", ["to": "invited"])
    try run("training.advance", ["to": "ready", "requisites": "سالن"])
    try run("training.advance", ["to": "delivering"])
    func mark(_ half: String, on date: String, present: [Value] = [1]) throws {
      try run("training.mark-attendance", ["day": 1, "half": .text(half), "heldOn": .text(date), "present": .list(present)])
    }
    #expect(refusal { try mark("morning", on: "1405/02/01") } == ["training.present-elsewhere"])
    #expect(refusingRule { try mark("morning", on: "1405/02/01") } == "training.one-seat")
    try mark("morning", on: "1405/02/01", present: [])
    try mark("afternoon", on: "1405/02/01")
  }
}
