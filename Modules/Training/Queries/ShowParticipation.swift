import Contracts
import Feature

/// How each participant of a course stands: present, absent, not yet enrolled, and whether the least share is within reach.
struct ShowParticipation: Query {
  var course: Ref<CourseEntity>

  struct Line: Codable, Sendable {
    var person: ID<PersonEntity>
    var state: EnrolmentState
    var seat: Int?
    var present: Int
    var absent: Int
    /// Half days that were marked before this person had a seat: no absence, and part of the whole all the same.
    var notYetEnrolled: Int
    /// Whether the least share was reached, or still can be.
    var canReach: Bool
  }

  struct Output: Codable, Sendable {
    var course: ID<CourseEntity>
    var halfDays: Int
    var halfDaysMarked: Int
    /// Percent of all half days of the course.
    var minimumShare: Int
    var participants: [Line]
  }

  static let spec = Spec(
    "training.participation", "حضور شرکت‌کنندگان یک دوره", "Participation in a course", "/training/courses/{course}/participation",
    permission: .trainingRead, fields: ["course": ("دوره", "the course")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Course.self, course)
    let share = try snapshot.parameters(of: Completion.self, in: row.province).minimumShare
    let marked = try CourseFigures.halfDaysMarked(of: row.id, in: snapshot)
    var lines: [Line] = []
    for enrolment in try snapshot.all(Enrolment.self, "course = ? AND seat IS NOT NULL ORDER BY seat", row.id) {
      let present = try CourseFigures.halfDaysPresent(of: enrolment.id, in: snapshot)
      let known = try snapshot.count("SELECT count(*) FROM training_presence WHERE enrolment = ?", enrolment.id)
      lines.append(
        Line(
          person: enrolment.person, state: enrolment.state, seat: enrolment.seat, present: present, absent: known - present,
          notYetEnrolled: marked - known,
          canReach: Share(present + row.halfDays - marked, of: row.halfDays).reaches(share, per: 100)))
    }
    return Output(course: row.id, halfDays: row.halfDays, halfDaysMarked: marked, minimumShare: share, participants: lines)
  }
}
