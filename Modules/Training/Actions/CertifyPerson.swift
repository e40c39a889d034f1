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
    let number = try TrainingText.stored(letterNumber, at: "/letterNumber", most: TrainingText.line)
    try work.require(
      OutsideConfirmation.self, .init(kind: enrolment.kind, letterNumber: number, letterDate: letterDate),
      in: row.province)
    enrolment.confirmationLetter = number
    enrolment.confirmationDate = letterDate
    return try work.update(enrolment)
  }
}

/// Issues the certificate of somebody who completed the course. It confirms what others recorded: whoever issued it may settle.
struct CertifyPerson: ConfirmingAction {
  var course: Ref<CourseEntity>
  var person: Ref<PersonEntity>

  static let spec = Spec(
    "training.certify", "صدور گواهی دوره", "Issue a certificate", .post, "/training/courses/{course}/certificates",
    permission: .trainingCertify, fields: ["course": ("دوره", "the course"), "person": ("شخص", "the person")])

  func perform(in work: borrowing Transaction) throws -> Certificate {
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .certify, state: row.state), in: row.province)
    var enrolment = try CourseFigures.enrolment(of: person, in: row, work.snapshot)
    try work.require(
      Completion.self,
      .init(
        isSeated: enrolment.seat != nil,
        halfDaysPresent: try CourseFigures.halfDaysPresent(of: enrolment.id, in: work.snapshot), halfDays: row.halfDays,
        score: enrolment.score, isConfirmed: enrolment.isConfirmed),
      in: row.province)
    let certificate = try work.insert(
      Certificate(
        province: row.province, course: row.id, enrolment: enrolment.id, person: enrolment.person, kind: row.kind,
        issuedOn: work.day))
    if enrolment.completedOn == nil {
      try enrolment.follow(.complete)
      enrolment.completedOn = work.day
      try work.update(enrolment)
    }
    return certificate
  }
}
