import Contracts
import Feature

/// Records a participant's evaluation (S3, fifth step).
struct EvaluatePerson: Action {
  var course: Ref<CourseEntity>
  var person: Ref<PersonEntity>
  var score: Int

  static let spec = Spec(
    "training.evaluate", "ثبت ارزشیابی", "Record an evaluation", .post, "/training/courses/{course}/evaluations",
    permission: .trainingAttendance,
    fields: [
      "course": ("دوره", "the course"), "person": ("شخص", "the person"), "score": ("نمره، ۰ تا ۱۰۰", "score, 0 to 100"),
    ])

  func perform(in work: borrowing Transaction) throws -> Enrolment {
    guard (0...100).contains(score) else {
      throw Refusal.input(
        "/score", "training.score-range", Texts("نمره باید میان ۰ و ۱۰۰ باشد.", "A score must lie between 0 and 100."))
    }
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .evaluate, state: row.state), in: row.province)
    var enrolment = try CourseFigures.enrolment(of: person, in: row, work.snapshot)
    guard enrolment.state == .seated else {
      throw Refusal.conflict(
        "training.not-seated", Texts("این شخص در فهرست ذخیره است.", "This person is on the reserve list."))
    }
    enrolment.score = score
    return try work.update(enrolment)
  }
}
