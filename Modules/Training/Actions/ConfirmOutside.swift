import Contracts
import Feature

/// Records the letter by which the outside body confirms a dehyar or behvarz (S3).
struct ConfirmOutside: Action {
  var course: Ref<CourseEntity>
  var person: Ref<PersonEntity>
  var letterNumber: String
  var letterDate: JalaliDay

  static let spec = Spec(
    "training.confirm-outside", "ثبت تأیید دستگاه بیرونی", "Record an outside confirmation", .post,
    "/training/courses/{course}/confirmations", permission: .trainingEnrol,
    fields: [
      "course": ("دوره", "the course"), "person": ("دهیار یا بهورز", "the dehyar or behvarz"),
      "letterNumber": ("شمارهٔ نامه", "number of the letter"), "letterDate": ("تاریخ نامه", "date of the letter"),
    ])

  func perform(in work: borrowing Transaction) throws -> Enrolment {
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .confirmOutside, state: row.state), in: row.province)
    var enrolment = try CourseFigures.enrolment(of: person, in: row, work.snapshot)
    let number = PersianText.stored(letterNumber)
    try work.require(
      OutsideConfirmation.self, .init(kind: enrolment.kind, letterNumber: number, letterDate: letterDate),
      in: row.province)
    enrolment.confirmationLetter = number
    enrolment.confirmationDate = letterDate
    return try work.update(enrolment)
  }
}
