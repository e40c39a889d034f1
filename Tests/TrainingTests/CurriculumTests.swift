import Contracts
import Jalali
import Engine
import Feature
import TestKit
import Testing
@testable import Training
import Values

@Suite struct `Curricula and courses` {
  let academy: Academy

  init() throws { academy = try Academy() }

  private func define(_ kind: String, days: Value = .null, sessions: Value = .null) throws -> Value {
    try academy.store.run(
      "training.define-template",
      .record(["province": "IR-27", "kind": .text(kind), "title": "آموزش", "days": days, "sessions": sessions]),
      as: academy.deputy)
  }

  @Test func `the standard workshop has twelve days of two sessions`() throws {
    let plan = try define("localFacilitatorWorkshop")
    #expect(plan["days"] == 12)
    #expect(plan["sessions"]?.items.count == 24)
    #expect(plan["code"] == "TM-27-1405-0001")
  }

  @Test func `a workshop of another length is refused with the document that says so`() throws {
    #expect(refusal { _ = try define("localFacilitatorWorkshop", days: 10) } == ["training.workshop-days"])
    #expect(refusingRule { _ = try define("localFacilitatorWorkshop", days: 10) } == "training.template-shape")
    #expect(refusal { _ = try define("generalEducation") } == ["training.days"])
    #expect(refusal { _ = try define("generalEducation", days: 61) } == ["training.course-length"])
    #expect(refusal { _ = try define("generalEducation", days: 0) } == ["training.course-length"])
    let morning = Value.record(["day": 1, "half": "morning", "title": "آشنایی"])
    #expect(
      refusal { _ = try define("generalEducation", days: 1, sessions: .list([morning])) } == ["training.half-days"])
  }

  @Test func `defining it again is the next version, and courses follow the newest`() throws {
    #expect(try define("groupFacilitation", days: 2)["version"] == 1)
    #expect(try define("groupFacilitation", days: 3)["version"] == 2)
    func schedule(_ template: Int64, _ lastDay: String, capacity: Int64 = 10) throws -> Value {
      try academy.store.run(
        "training.schedule",
        .record([
          "template": .int(template), "place": "گرگان", "firstDay": "1405/03/01", "lastDay": .text(lastDay),
          "capacity": .int(capacity),
        ]), as: academy.deputy)
    }
    #expect(refusal { _ = try schedule(1, "1405/03/03") } == ["training.old-version"])
    #expect(refusal { _ = try schedule(2, "1405/03/02") } == ["training.too-short"])
    #expect(refusingRule { _ = try schedule(2, "1405/03/02") } == "training.course-plan")
    #expect(refusal { _ = try schedule(2, "1405/02/02") } == ["training.last-day"])
    #expect(refusal { _ = try schedule(2, "1405/03/03", capacity: 0) } == ["training.capacity"])
    #expect(refusal { _ = try schedule(2, "1405/03/03", capacity: 41) } == ["training.capacity"])
    let course = try schedule(2, "1405/03/03")
    #expect(course["state"] == "planned")
    #expect(course["code"] == "CO-27-1405-0001")
  }

  @Test func `no step of the five is left out`() throws {
    try academy.schedule()
    #expect(refusal { try academy.advance(to: "ready") } == ["training.not-next"])
    #expect(refusingRule { try academy.advance(to: "ready") } == "training.course-step")
    #expect(refusal { try academy.advance(to: "invited") } == ["training.nobody-invited"])
    try academy.enrol(1)
    try academy.advance(to: "invited")
    #expect(refusal { try academy.advance(to: "ready") } == ["training.no-requisites"])
    try academy.advance(to: "ready", requisites: "سالن")
    #expect(refusal { try academy.advance(to: "delivering", requisites: "سالن") } == ["training.requisites"])
    try academy.advance(to: "delivering")
    #expect(
      refusal { try academy.advance(to: "evaluated") } == ["training.attendance-missing", "training.scores-missing"])
    try academy.hold { _ in [1] }
    try academy.evaluate(1, 70)
    try academy.advance(to: "evaluated")
    try academy.advance(to: "closed")
    #expect(refusal { try academy.advance(to: "planned") } == ["training.not-next"])
  }

  @Test func `a course does not begin before its first day`() throws {
    academy.store.day = try JalaliDay(1405, 1, 31)
    try academy.schedule()
    try academy.enrol(1)
    try academy.advance(to: "invited")
    try academy.advance(to: "ready", requisites: "سالن")
    #expect(refusal { try academy.advance(to: "delivering") } == ["training.too-early"])
  }

  @Test func `another province does not exist and a director runs no courses`() throws {
    try academy.schedule()
    let store = academy.store
    for list in ["training.templates", "training.courses"] {
      #expect(try store.ask(list, as: academy.deputy)["items"]?.items.count == 1)
      #expect(try store.ask(list, as: academy.foreigner)["items"] == .list([]))
    }
    #expect(
      refusal { _ = try store.ask("training.course", .record(["course": academy.course]), as: academy.foreigner) }
        == ["not-found"])
    #expect(
      refusal {
        try store.run("training.advance", .record(["course": academy.course, "to": "invited"]), as: academy.foreigner)
      } == ["not-found"])
    #expect(
      refusal {
        try store.run("training.advance", .record(["course": academy.course, "to": "invited"]), as: academy.director)
      } == ["permission.missing"])
    let sheet = try store.ask("training.course", .record(["course": academy.course]), as: academy.director)
    #expect(sheet["nextStep"] == "invited")
    #expect(sheet["halfDays"] == 24)
    #expect(sheet["curriculum"]?["version"] == 1)
  }
}
