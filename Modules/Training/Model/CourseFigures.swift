import Contracts
import Feature

/// What is counted from the rows of a course.
enum CourseFigures {
  /// Half days with an attendance record.
  static func halfDaysMarked(of course: ID<CourseEntity>, in snapshot: borrowing Snapshot) throws -> Int {
    try snapshot.count(
      "SELECT count(*) FROM (SELECT DISTINCT day, half FROM training_presence WHERE course = ?)", course)
  }

  static func halfDaysPresent(of enrolment: ID<EnrolmentEntity>, in snapshot: borrowing Snapshot) throws -> Int {
    try snapshot.count(
      "SELECT count(*) FROM training_presence WHERE enrolment = ? AND is_present = 1", enrolment)
  }

  /// The enrolment of a person that was not withdrawn.
  ///
  /// - Throws: `Refusal.notFound` when there is none.
  static func enrolment(
    of person: Ref<PersonEntity>, in course: Course, _ snapshot: borrowing Snapshot
  ) throws -> Enrolment {
    let facts = try snapshot.person(person)
    let found = try snapshot.first(
      Enrolment.self, "course = ? AND person = ? AND state <> 'withdrawn'", course.id, facts.id)
    guard let found else { throw Refusal.notFound(EnrolmentEntity.self) }
    return found
  }
}
