import Contracts
import Feature

/// A course with its curriculum and how far it is.
struct ShowCourse: Query {
  var course: Ref<CourseEntity>

  struct Output: Codable, Sendable {
    var course: Course
    var curriculum: CourseTemplate
    var seated: Int
    var onReserve: Int
    var completed: Int
    var halfDaysMarked: Int
    var halfDays: Int
    /// nil when the course is closed.
    var nextStep: CourseState?
  }

  static let spec = Spec(
    "training.course", "یک دوره", "One course", "/training/courses/{course}", permission: .trainingRead,
    fields: ["course": ("دوره", "the course")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Course.self, course)
    return Output(
      course: row, curriculum: try snapshot.require(CourseTemplate.self, row.template),
      seated: try snapshot.count(
        "SELECT count(*) FROM training_enrolment WHERE course = ? AND seat IS NOT NULL", row.id),
      onReserve: try snapshot.count(
        "SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'reserve'", row.id),
      completed: try snapshot.count(
        "SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'completed'", row.id),
      halfDaysMarked: try CourseFigures.halfDaysMarked(of: row.id, in: snapshot), halfDays: row.halfDays,
      nextStep: CourseLifecycle.transitions.first { $0.from.contains(row.state) }?.to.first)
  }
}
