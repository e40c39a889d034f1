import Contracts
import Feature

/// Issues the certificate of somebody who completed the course.
struct CertifyPerson: Action {
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
