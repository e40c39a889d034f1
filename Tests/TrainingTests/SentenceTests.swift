import Contracts
import Engine
import Feature
import Jalali
import TestKit
import Testing
import Values

@testable import Training

@Suite struct `A course and a plan in words` {
  private func plan(_ facilitators: Int, _ others: Int, _ planned: Int) -> Texts {
    ShowPlan.Output.sentence(1405, facilitators: facilitators, others: others, planned: planned)
  }

  @Test func `a plan says how many of the facilitators planned are certified, and how many others`() {
    #expect(
      plan(1_200, 73, 3_000)
        == Texts(
          "برنامهٔ سال ۱۴۰۵: ۱٬۲۰۰ از ۳٬۰۰۰ تسهیلگر محلی گواهی کارگاه دارند؛ ۷۳ نفر دیگر نیز.",
          "Plan of 1405: 1,200 of 3,000 local facilitators hold the workshop's certificate, and 73 others besides."))
    #expect(
      plan(0, 1, 1).en == "Plan of 1405: 0 of 1 local facilitator hold the workshop's certificate, and 1 other besides.")
  }

  private func course(_ capacity: Int, days: Int, _ state: CourseState) throws -> Course {
    Course(
      code: "CO-27-1405-0001", province: try Province(parsing: "IR-27"), template: ID(1), kind: .localFacilitatorWorkshop, days: days,
      place: "گرگان", firstDay: try JalaliDay(1405, 2, 1), lastDay: try JalaliDay(1405, 2, 12), capacity: capacity, state: state)
  }

  @Test func `a course says how full it is, how far it is and what comes next`() throws {
    let said = ShowCourse.Output.sentences(
      try course(20, days: 12, .delivering), title: "تسهیلگری", seated: 12, onReserve: 1, completed: 0, halfDaysMarked: 5,
      nextStep: .evaluated)
    #expect(
      said.map(\.fa) == [
        "CO-27-1405-0001: «تسهیلگری» در گرگان، از ۱۴۰۵/۰۲/۰۱ تا ۱۴۰۵/۰۲/۱۲؛ در حال برگزاری.",
        "۱۲ از ۲۰ جا پر است؛ ۱ نفر در فهرست ذخیره؛ ۰ نفر دوره را گذرانده‌اند.", "حضور ۵ از ۲۴ نیم‌روز ثبت شده است.",
        "گام بعد: ارزشیابی‌شده.",
      ])
    #expect(
      said.map(\.en) == [
        "CO-27-1405-0001: “تسهیلگری” at گرگان, 1405/02/01 to 1405/02/12; being delivered.",
        "12 of 20 seats taken; 1 person on the reserve list; 0 people completed the course.",
        "Attendance is marked for 5 of 24 half-days.", "Next step: evaluated.",
      ])
    let last = ShowCourse.Output.sentences(
      try course(1, days: 1, .closed), title: "ت", seated: 1, onReserve: 2, completed: 1, halfDaysMarked: 2, nextStep: nil)
    #expect(
      last.dropFirst().map(\.en) == [
        "1 of 1 seat taken; 2 people on the reserve list; 1 person completed the course.",
        "Attendance is marked for 2 of 2 half-days.", "The course has no further step.",
      ])
  }

  @Test func `the answers carry them beside the fields they are made of`() throws {
    let academy = try Academy()
    try academy.schedule(capacity: 2)
    for person in 1...3 as ClosedRange<Int64> { try academy.enrol(person) }
    let shown = try academy.store.ask("training.course", .record(["course": academy.course]), as: academy.deputy)
    #expect(shown["seated"] == 2 && shown["onReserve"] == 1 && shown["sentences"]?.items.count == 4)
    #expect(shown["sentences"]?.items[1]["en"] == "2 of 2 seats taken; 1 person on the reserve list; 0 people completed the course.")
    #expect(shown["sentences"]?.items[3]["fa"] == "گام بعد: دعوت‌شده.")
    let plan = try academy.store.ask("training.plan", .record(["year": 1405]), as: academy.deputy)
    #expect(
      plan["sentences"]?.items.first?["en"]
        == "Plan of 1405: 0 of 0 local facilitators hold the workshop's certificate, and 0 others besides.")
  }
}
