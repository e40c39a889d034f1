public import Contracts
public import Registry
public import Values

/// Issues the certificate of somebody who completed the course.
public struct CertifyPerson: Action {
  public var course: Ref<CourseEntity>
  public var person: Ref<PersonEntity>

  public static let spec = Spec(
    "training.certify", "صدور گواهی دوره", "Issue a certificate", .post, "/training/courses/{course}/certificates",
    permission: .trainingCertify, fields: ["course": ("دوره", "the course"), "person": ("شخص", "the person")])

  public func perform(in work: borrowing UnitOfWork) throws -> Certificate {
    let row = try work.require(Course.self, course)
    try work.require(WorkAtStep.self, .init(work: .certify, state: row.state), in: row.province)
    var enrolment = try CourseFigures.enrolment(of: person, in: row, work.look)
    try work.require(
      Completion.self,
      .init(
        isSeated: enrolment.seat != nil,
        halfDaysPresent: try CourseFigures.halfDaysPresent(of: enrolment.id, in: work.look), halfDays: row.halfDays,
        score: enrolment.score, isConfirmed: enrolment.isConfirmed),
      in: row.province)
    let certificate = try work.insert(
      Certificate(
        province: row.province, course: row.id, enrolment: enrolment.id, person: enrolment.person, kind: row.kind,
        issuedOn: work.day))
    if enrolment.completedOn == nil {
      enrolment.state = .completed
      enrolment.completedOn = work.day
      try work.update(enrolment)
    }
    return certificate
  }
}
