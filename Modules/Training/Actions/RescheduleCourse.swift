import Contracts
import Feature

/// Moves the days of a course that is not over, so that a day that was lost can be made up for.
struct RescheduleCourse: Action {
  var course: Ref<CourseEntity>
  var firstDay: JalaliDay?
  var lastDay: JalaliDay
  var reason: String

  static let spec = Spec(
    "training.reschedule", "جابه‌جایی روزهای دوره", "Reschedule a course", .post, "/training/courses/{course}/days",
    permission: .trainingWrite, weight: .serious,
    fields: [
      "course": ("دوره", "the course"), "firstDay": ("روز نخست؛ اگر نیاید همان", "first day; as it is when left out"),
      "lastDay": ("روز پایان", "last day"), "reason": ("علت", "why"),
    ])

  func perform(in work: borrowing Transaction) throws -> Course {
    work.setReason(reason)
    var row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .reschedule, state: row.state), in: row.province)
    let first = firstDay ?? row.firstDay
    guard lastDay >= first else {
      throw Refusal.input(
        "/lastDay", "training.last-day", Texts("روز پایان پیش از روز نخست است.", "The last day lies before the first."))
    }
    try work.require(
      CoursePlan.self,
      .init(
        firstDay: first, lastDay: lastDay, days: row.days, capacity: row.capacity, isNewestVersion: true,
        keepsFirstDay: first == row.firstDay), in: row.province)
    let last = try work.first(Presence.self, "course = ? ORDER BY day DESC", row.id)
    try work.require(
      DaysMoved.self,
      .init(
        firstDay: first, lastDay: lastDay, firstHeld: try work.first(Presence.self, "course = ? ORDER BY held_on", row.id)?.heldOn,
        lastHeld: last?.heldOn, daysLeft: row.days - (last?.day ?? 0)), in: row.province)
    (row.firstDay, row.lastDay) = (first, lastDay)
    var elsewhere: Set<String> = []
    for enrolment in try work.all(Enrolment.self, "course = ? AND state <> 'withdrawn'", row.id) {
      elsewhere.formUnion(try CourseFigures.overlapping(row, enrolment.person, work.snapshot))
    }
    try work.require(OneSeat.self, .init(presentElsewhere: [], enrolledElsewhere: elsewhere.sorted()), in: row.province)
    return try work.update(row)
  }
}
