public import Contracts
import Jalali
import Persian
public import Registry
public import Values

/// A course with its curriculum and how far it is.
public struct ShowCourse: Query {
  public var course: Ref<CourseEntity>

  public struct Sheet: Codable, Sendable {
    public var course: Course
    public var curriculum: CourseTemplate
    public var seated: Int
    public var onReserve: Int
    public var completed: Int
    public var halfDaysMarked: Int
    public var halfDays: Int
    /// nil when the course is closed.
    public var nextStep: CourseState?
  }

  public static let spec = Spec(
    "training.course", "یک دوره", "One course", "/training/courses/{course}", permission: .trainingRead,
    fields: ["course": ("دوره", "the course")])

  public func answer(in look: borrowing Look) throws -> Sheet {
    let row = try look.require(Course.self, course)
    return Sheet(
      course: row, curriculum: try look.require(CourseTemplate.self, row.template),
      seated: try look.count(
        "SELECT count(*) FROM training_enrolment WHERE course = ? AND seat IS NOT NULL", row.id),
      onReserve: try look.count(
        "SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'reserve'", row.id),
      completed: try look.count(
        "SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'completed'", row.id),
      halfDaysMarked: try CourseFigures.halfDaysMarked(of: row.id, in: look), halfDays: row.halfDays,
      nextStep: row.state.next)
  }
}
