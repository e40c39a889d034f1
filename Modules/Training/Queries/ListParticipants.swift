import Contracts
import Feature

struct ListEnrolments: ListQuery {
  var course: Ref<CourseEntity>?
  var state: EnrolmentState?

  struct Item: Codable, Sendable {
    var id: ID<EnrolmentEntity>
    var course: Code<CourseEntity>
    var person: ID<PersonEntity>
    var kind: ParticipantKind
    var state: EnrolmentState
    var seat: Int?
    var reserve: Int?
    var confirmationLetter: String?
    var score: Int?
    var completedOn: JalaliDay?
  }

  static let spec = Spec(
    "training.enrolments", "نام‌نویسی‌ها", "Enrolments", "/training/enrolments", permission: .trainingRead,
    fields: ["course": ("دوره", "the course"), "state": ("وضعیت", "state")])

  func selection() -> Selection {
    Selection(from: "training_enrolment t JOIN training_course c ON c.id = t.course")
      .refer(course, "c.id = ?")
      .filter("t.state = ?", state)
      .column("course", "c.code")
  }
}

struct ListAttendance: ListQuery {
  var course: Ref<CourseEntity>?
  var day: Int?
  var half: HalfDay?

  struct Item: Codable, Sendable {
    var id: ID<PresenceEntity>
    var course: Code<CourseEntity>
    var day: Int
    var half: HalfDay
    var heldOn: JalaliDay
    var person: ID<PersonEntity>
    var isPresent: Bool
  }

  static let spec = Spec(
    "training.attendance", "حضور و غیاب", "Attendance", "/training/attendance", permission: .trainingRead,
    fields: [
      "course": ("دوره", "the course"), "day": ("روز دوره", "day of the course"), "half": ("نیم‌روز", "half day"),
    ])

  func selection() -> Selection {
    Selection(from: "training_presence t JOIN training_course c ON c.id = t.course")
      .refer(course, "c.id = ?")
      .filter("t.day = ?", day)
      .filter("t.half = ?", half)
      .column("course", "c.code")
  }
}
