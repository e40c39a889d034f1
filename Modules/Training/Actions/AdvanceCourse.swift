public import Contracts
import Persian
public import Registry
public import Values

/// Takes a course one step further (S3, steps 2 to 5, and the end).
public struct AdvanceCourse: Action {
  public var course: Ref<CourseEntity>
  public var to: CourseState
  public var requisites: String?

  public static let spec = Spec(
    "training.advance", "گام بعدی دوره", "Take a course a step further", .post, "/training/courses/{course}/steps",
    permission: .trainingWrite,
    fields: [
      "course": ("دوره", "the course"), "to": ("گامی که به آن می‌رسد", "the step it reaches"),
      "requisites": ("مکان و تدارکات، برای گام «آماده»", "place and supplies, for the step `ready`"),
    ])

  public func perform(in work: borrowing UnitOfWork) throws -> Course {
    var row = try work.require(Course.self, course)
    if let requisites {
      guard to == .ready else {
        throw Refusal.input(
          "/requisites", "training.requisites",
          Texts("ملزومات تنها با گام «آماده» نوشته می‌شود.", "Requisites are written with the step `ready` only."))
      }
      row.requisites = PersianText.stored(requisites)
    }
    let seated = try work.count(
      "SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'seated'", row.id)
    let withoutScore = try work.count(
      "SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'seated' AND score IS NULL", row.id)
    try work.require(
      CourseStep.self,
      .init(
        from: row.state, to: to, firstDay: row.firstDay, seated: seated,
        hasRequisites: row.requisites?.isEmpty == false,
        halfDaysMarked: try CourseFigures.halfDaysMarked(of: row.id, in: work.look), halfDays: row.halfDays,
        withoutScore: withoutScore),
      in: row.province)
    row.state = to
    return try work.update(row)
  }
}
