import Contracts
import Feature

/// Records who was there in one half day; marking it again corrects the record.
struct MarkAttendance: Action {
  var course: Ref<CourseEntity>
  var day: Int
  var half: HalfDay
  var heldOn: JalaliDay?
  var present: [Ref<PersonEntity>]

  struct Output: Codable, Sendable {
    var day: Int
    var half: HalfDay
    var present: Int
    var absent: Int
  }

  static let spec = Spec(
    "training.mark-attendance", "ثبت حضور و غیاب", "Mark attendance", .post, "/training/courses/{course}/attendance",
    permission: .trainingAttendance,
    fields: [
      "course": ("دوره", "the course"), "day": ("روز چندم دوره", "day of the course, from 1"),
      "half": ("پیش یا پس از ظهر", "morning or afternoon"),
      "heldOn": ("تاریخ؛ پیش‌فرض امروز", "date; today when left out"),
      "present": ("حاضران", "those present"),
    ],
    matrix: Matrix(row: "person", called: ["شخص", "کد ملی", "national ID"], columns: ["day", "half", "heldOn"], cell: .listed("present")))

  func perform(in work: borrowing Transaction) throws -> Output {
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .markAttendance, state: row.state), in: row.province)
    guard present.count <= row.capacity else {
      throw Refusal.input(
        "/present", "training.too-many", Texts("شمار افراد بیش از ظرفیت دوره است.", "There are more people than the course has seats."))
    }
    var people: Set<ID<PersonEntity>> = []
    for person in present { people.insert(try work.person(person).id) }
    let seated = try work.all(Enrolment.self, "course = ? AND state = 'seated' ORDER BY seat", row.id)
    let date = heldOn ?? work.day
    try work.require(
      AttendanceRecord.self,
      .init(
        day: day, days: row.days, heldOn: date, firstDay: row.firstDay, lastDay: row.lastDay,
        strangers: people.subtracting(seated.map(\.person)).count),
      in: row.province)
    for enrolment in seated {
      try mark(enrolment, of: row, on: date, isPresent: people.contains(enrolment.person), work)
    }
    return Output(day: day, half: half, present: people.count, absent: seated.count - people.count)
  }

  private func mark(
    _ enrolment: Enrolment, of course: Course, on date: JalaliDay, isPresent: Bool, _ work: borrowing Transaction
  ) throws {
    if var known = try work.first(Presence.self, "enrolment = ? AND day = ? AND half = ?", enrolment.id, day, half) {
      known.heldOn = date
      known.isPresent = isPresent
      try work.update(known)
    } else {
      try work.insert(
        Presence(
          province: course.province, course: course.id, enrolment: enrolment.id, person: enrolment.person, day: day,
          half: half, heldOn: date, isPresent: isPresent))
    }
  }
}
