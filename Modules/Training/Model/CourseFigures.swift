import Contracts
import Feature

/// What is counted from the rows of a course.
enum CourseFigures {
  /// Half days with an attendance record.
  static func halfDaysMarked(of course: ID<CourseEntity>, in snapshot: borrowing Snapshot) throws -> Int {
    try snapshot.count(
      "SELECT count(*) FROM (SELECT DISTINCT day, half FROM training_presence WHERE course = ?)", course)
  }

  static func halfDaysPresent(of enrolment: ID<EnrolmentEntity>, in snapshot: borrowing Snapshot) throws -> Int {
    try snapshot.count(
      "SELECT count(*) FROM training_presence WHERE enrolment = ? AND is_present = 1", enrolment)
  }

  /// Open courses in which this person is enrolled and which have days in common with this one.
  static func overlapping(_ course: Course, _ person: ID<PersonEntity>, _ snapshot: borrowing Snapshot) throws -> [String] {
    try snapshot.rows(
      """
      SELECT c.code FROM training_enrolment e JOIN training_course c ON c.id = e.course
      WHERE e.person = ? AND e.state <> 'withdrawn' AND c.id <> ? AND c.state <> 'closed' AND c.first_day <= ? AND c.last_day >= ?
      ORDER BY c.code
      """, person, course.id, course.lastDay, course.firstDay
    ).compactMap { $0.first?.string }
  }

  /// What somebody who comes now has missed.
  static func lateness(in course: Course, _ snapshot: borrowing Snapshot) throws -> LateEnrolment.Facts {
    LateEnrolment.Facts(
      halfDays: course.halfDays, halfDaysMarked: try halfDaysMarked(of: course.id, in: snapshot),
      minimumShare: try snapshot.parameters(of: Completion.self, in: course.province).minimumShare)
  }

  /// The enrolment of a person that was not withdrawn.
  ///
  /// - Throws: `Refusal.notFound` when there is none.
  static func enrolment(
    of person: Ref<PersonEntity>, in course: Course, _ snapshot: borrowing Snapshot
  ) throws -> Enrolment {
    let facts = try snapshot.person(person)
    let found = try snapshot.first(
      Enrolment.self, "course = ? AND person = ? AND state <> 'withdrawn'", course.id, facts.id)
    guard let found else { throw Refusal.notFound(EnrolmentEntity.self) }
    return found
  }
}

extension ShowPlan.Output {
  /// How many of the local facilitators planned hold the workshop's certificate, and how many others besides.
  static func sentence(_ year: Int, facilitators: Int, others: Int, planned: Int) -> Texts {
    let done = FigureText.count(facilitators)
    let all = FigureText.counted(planned, "تسهیلگر محلی", "local facilitator", "local facilitators")
    let besides = FigureText.counted(others, "نفر", "other", "others")
    return Texts(
      "برنامهٔ سال \(PersianText.persianDigits(year)): \(done.fa) از \(all.fa) گواهی کارگاه دارند؛ \(besides.fa) دیگر نیز.",
      "Plan of \(year): \(done.en) of \(all.en) hold the workshop's certificate, and \(besides.en) besides.")
  }
}

extension ShowPlan.Excess {
  /// By how many the lines of the provinces exceed the nation, each number for itself.
  func sentence(ofLines lines: Int) -> Texts {
    let provinces = FigureText.counted(lines, "استان", "province", "provinces")
    let (done, planned, besides) = (FigureText.count(completed), FigureText.count(facilitators), FigureText.count(others))
    return Texts(
      "جمع \(provinces.fa) بیش از کشور است: \(done.fa) گذرانده، \(planned.fa) تسهیلگر محلی، \(besides.fa) دیگر؛ هر شخص در کشور یک بار شمرده می‌شود.",
      "The lines of \(provinces.en) exceed the nation by \(done.en) who completed, \(planned.en) local facilitators and \(besides.en) others: in the nation everybody counts once."
    )
  }
}

extension ShowCourse.Output {
  /// What the course is, how full it is, how far it has come and what is next.
  static func sentences(
    _ course: Course, title: String, seated: Int, onReserve: Int, completed: Int, halfDaysMarked: Int, nextStep: CourseState?
  ) -> [Texts] {
    let seats = FigureText.counted(course.capacity, "جا", "seat", "seats")
    let (taken, waiting, done) = (FigureText.count(seated), people(onReserve), people(completed))
    let (marked, all) = (FigureText.count(halfDaysMarked), FigureText.counted(course.halfDays, "نیم‌روز", "half-day", "half-days"))
    return [
      Texts(
        "\(course.code): «\(title)» در \(course.place)، از \(course.firstDay.textFa) تا \(course.lastDay.textFa)؛ \(course.state.texts.fa).",
        "\(course.code): “\(title)” at \(course.place), \(course.firstDay.text) to \(course.lastDay.text); \(course.state.texts.en)."),
      Texts(
        "\(taken.fa) از \(seats.fa) پر است؛ \(waiting.fa) در فهرست ذخیره؛ \(done.fa) دوره را گذرانده‌اند.",
        "\(taken.en) of \(seats.en) taken; \(waiting.en) on the reserve list; \(done.en) completed the course."),
      Texts(
        "حضور \(marked.fa) از \(all.fa) ثبت شده است.", "Attendance is marked for \(marked.en) of \(all.en)."),
      nextStep.map { Texts("گام بعد: \($0.texts.fa).", "Next step: \($0.texts.en).") }
        ?? Texts("دوره گام دیگری ندارد.", "The course has no further step."),
    ]
  }

  private static func people(_ number: Int) -> Texts { FigureText.counted(number, "نفر", "person", "people") }
}
