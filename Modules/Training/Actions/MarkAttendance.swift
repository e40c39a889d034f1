import Contracts
import Feature

/// Records who was there in one half day; marking it again corrects the record.
struct MarkAttendance: Action {
  var course: Ref<CourseEntity>
  var day: Int
  var half: HalfDay
  var heldOn: JalaliDay?
  var present: [Ref<PersonEntity>]
  /// Asked for where marks besides these move to another date, and only there.
  var reason: String?

  struct Output: Codable, Sendable {
    var day: Int
    var half: HalfDay
    var present: Int
    var absent: Int
    /// Seated people who were not enrolled yet at that half day.
    var notYetEnrolled: Int
    var heldOn: JalaliDay
    /// Marks besides these that the new date took with it: a day of a course is moved as a whole.
    var moved: Int
  }

  static let spec = Spec(
    "training.mark-attendance", "ثبت حضور و غیاب", "Mark attendance", .post, "/training/courses/{course}/attendance",
    permission: .trainingAttendance,
    fields: [
      "course": ("دوره", "the course"), "day": ("روز چندم دوره", "day of the course, from 1"),
      "half": ("پیش یا پس از ظهر", "morning or afternoon"),
      "heldOn": ("تاریخ؛ پیش‌فرض همان که ثبت شده، یا امروز", "date; the one recorded or today when left out"),
      "present": ("حاضران", "those present"),
      "reason": ("علت، اگر با این تاریخ ثبت‌های دیگر همان روز جابه‌جا شود", "why, where the date moves other marks of that day"),
    ],
    matrix: Matrix(row: "person", called: ["شخص", "کد ملی", "national ID"], columns: ["day", "half", "heldOn"], cell: .listed("present")))

  func perform(in work: borrowing Transaction) throws -> Output {
    work.setReason(reason)
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .markAttendance, state: row.state), in: row.province)
    guard present.count <= row.capacity else {
      throw Refusal.input(
        "/present", "training.too-many", Texts("شمار افراد بیش از ظرفیت دوره است.", "There are more people than the course has seats."))
    }
    var people: Set<ID<PersonEntity>> = []
    for person in present { people.insert(try work.person(person).id) }
    let seated = try work.all(Enrolment.self, "course = ? AND state = 'seated' ORDER BY seat", row.id)
    let marks = try HalfDayMarks(day, half, of: row, seated: seated, in: work.snapshot)
    let date = heldOn ?? marks.heldOn ?? work.day
    let there = seated.filter { people.contains($0.person) }
    try work.require(
      AttendanceRecord.self,
      .init(
        day: day, days: row.days, heldOn: date, firstDay: row.firstDay, lastDay: row.lastDay, strangers: people.count - there.count,
        before: marks.before, after: marks.after, otherHalf: marks.otherHalf,
        notYetEnrolled: there.filter { marks.notYetEnrolled.contains($0.id) }.count),
      in: row.province)
    let carried = marks.carried(to: date, besides: seated)
    try requireOneSeat(half, people.union(carried.own), other: carried.other, on: date, row, work)
    try setDate(date, of: row, work)
    for enrolment in seated where !marks.notYetEnrolled.contains(enrolment.id) {
      try mark(enrolment, of: row, on: date, isPresent: people.contains(enrolment.person), work)
    }
    let elsewhen = try work.all(Presence.self, "course = ? AND day = ? AND held_on <> ?", row.id, day, date)
    if !elsewhen.isEmpty, (reason ?? "").isEmpty { throw Self.unexplained(elsewhen.count) }
    for var mark in elsewhen {
      mark.heldOn = date
      try work.update(mark)
    }
    let late = marks.notYetEnrolled.count
    return Output(
      day: day, half: half, present: people.count, absent: seated.count - people.count - late, notYetEnrolled: late, heldOn: date,
      moved: elsewhen.count)
  }

  private static func unexplained(_ moved: Int) -> Refusal {
    Refusal.input(
      "/reason", "training.reason-for-moving",
      Texts(
        "با این تاریخ، \(moved) ثبت دیگر همین روز دوره نیز جابه‌جا می‌شود؛ علت را بنویسید، یا تاریخ را همان که ثبت شده بگذارید.",
        "This date moves \(moved) other marks of the same day of the course: say why in “reason”, or keep the date on record."))
  }

  private func requireOneSeat(
    _ half: HalfDay, _ people: Set<ID<PersonEntity>>, other: Set<ID<PersonEntity>>, on date: JalaliDay, _ course: Course,
    _ work: borrowing Transaction
  ) throws {
    let places =
      try HalfDayMarks.elsewhere(people, on: date, half, besides: course, in: work.snapshot)
      + HalfDayMarks.elsewhere(other, on: date, half == .morning ? .afternoon : .morning, besides: course, in: work.snapshot)
    try work.require(OneSeat.self, .init(presentElsewhere: places, enrolledElsewhere: []), in: course.province)
  }

  private func setDate(_ date: JalaliDay, of course: Course, _ work: borrowing Transaction) throws {
    if var known = try work.first(CourseDay.self, "course = ? AND day = ?", course.id, day) {
      known.heldOn = date
      try work.update(known)
    } else {
      try work.insert(CourseDay(province: course.province, course: course.id, day: day, heldOn: date))
    }
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
