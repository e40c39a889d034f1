public import Contracts
public import Jalali
public import Registry
public import Values

public struct ListEnrolments: ListQuery {
  public var course: Ref<CourseEntity>?
  public var state: EnrolmentState?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var course: String
    public var person: ID<PersonEntity>
    public var kind: ParticipantKind
    public var state: EnrolmentState
    public var seat: Int?
    public var reserve: Int?
    public var confirmationLetter: String?
    public var score: Int?
    public var completedOn: JalaliDay?
  }

  public static let spec = Spec(
    "training.enrolments", "نام‌نویسی‌ها", "Enrolments", "/training/enrolments", permission: .trainingRead,
    fields: ["course": ("دوره", "the course"), "state": ("وضعیت", "state")])

  public func selection() -> Selection {
    Selection(from: "training_enrolment t JOIN training_course c ON c.id = t.course")
      .refer(course, row: "c.id = ?", code: "c.code = ?")
      .filter("t.state = ?", state)
      .column("course", "c.code")
  }
}

public struct ListAttendance: ListQuery {
  public var course: Ref<CourseEntity>?
  public var day: Int?
  public var half: HalfDay?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var course: String
    public var day: Int
    public var half: HalfDay
    public var heldOn: JalaliDay
    public var person: ID<PersonEntity>
    public var isPresent: Bool
  }

  public static let spec = Spec(
    "training.attendance", "حضور و غیاب", "Attendance", "/training/attendance", permission: .trainingRead,
    fields: [
      "course": ("دوره", "the course"), "day": ("روز دوره", "day of the course"), "half": ("نیم‌روز", "half day"),
    ])

  public func selection() -> Selection {
    Selection(from: "training_presence t JOIN training_course c ON c.id = t.course")
      .refer(course, row: "c.id = ?", code: "c.code = ?")
      .filter("t.day = ?", day)
      .filter("t.half = ?", half)
      .column("course", "c.code")
  }
}
