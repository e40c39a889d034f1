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
    var sentences: [Texts]
  }

  static let spec = Spec(
    "training.course", "یک دوره", "One course", "/training/courses/{course}", permission: .trainingRead,
    fields: ["course": ("دوره", "the course")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Course.self, course)
    let curriculum = try snapshot.require(CourseTemplate.self, row.template)
    let seated = try snapshot.count("SELECT count(*) FROM training_enrolment WHERE course = ? AND seat IS NOT NULL", row.id)
    let onReserve = try snapshot.count("SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'reserve'", row.id)
    let completed = try snapshot.count("SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'completed'", row.id)
    let marked = try CourseFigures.halfDaysMarked(of: row.id, in: snapshot)
    let next = CourseLifecycle.transitions.first { $0.from.contains(row.state) }?.to.first
    return Output(
      course: row, curriculum: curriculum, seated: seated, onReserve: onReserve, completed: completed, halfDaysMarked: marked,
      halfDays: row.halfDays, nextStep: next,
      sentences: Output.sentences(
        row, title: curriculum.title, seated: seated, onReserve: onReserve, completed: completed, halfDaysMarked: marked,
        nextStep: next))
  }
}
