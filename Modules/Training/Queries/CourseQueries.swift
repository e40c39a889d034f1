import Contracts
import Feature

struct ListTemplates: ListQuery {
  var province: Province?
  var kind: CourseKind?

  struct Item: Codable, Sendable {
    var id: ID<TemplateEntity>
    var code: String
    var province: Province
    var kind: CourseKind
    var title: String
    var version: Int
    var days: Int
  }

  static let spec = Spec(
    "training.templates", "برنامه‌های آموزشی", "Curricula", "/training/templates", permission: .trainingRead,
    fields: ["province": ("استان", "province"), "kind": ("نوع دوره", "kind of course")])

  func selection() -> Selection {
    Selection(from: "training_template t").filter("t.province = ?", province).filter("t.kind = ?", kind)
  }
}

struct ListCourses: ListQuery {
  var province: Province?
  var kind: CourseKind?
  var state: CourseState?

  struct Item: Codable, Sendable {
    var id: ID<CourseEntity>
    var code: String
    var province: Province
    var kind: CourseKind
    var place: String
    var firstDay: JalaliDay
    var lastDay: JalaliDay
    var capacity: Int
    var seated: Int
    var state: CourseState
  }

  static let spec = Spec(
    "training.courses", "دوره‌های آموزشی", "Courses", "/training/courses", permission: .trainingRead,
    fields: ["province": ("استان", "province"), "kind": ("نوع دوره", "kind of course"), "state": ("وضعیت", "state")], verb: "list")

  func selection() -> Selection {
    Selection(from: "training_course t")
      .filter("t.province = ?", province)
      .filter("t.kind = ?", kind)
      .filter("t.state = ?", state)
      .column(
        "seated", "(SELECT count(*) FROM training_enrolment e WHERE e.course = t.id AND e.seat IS NOT NULL)")
  }
}

/// A course with its curriculum and how far it is.
struct ShowCourse: Query {
  var course: Ref<CourseEntity>

  struct Output: Codable, Sendable {
    var course: Course
    var curriculum: CourseTemplate
    var seated: Int
    var onReserve: Int
    var completed: Int
    var halfDaysMarked: Int
    var halfDays: Int
    var provider: Provider
    /// To whom and where the cost goes; nil where the office teaches.
    var payee: String?
    var iban: IBAN?
    /// nil when the course is closed.
    var nextStep: CourseState?
    var sentences: [Texts]
  }

  static let spec = Spec(
    "training.course", "یک دوره", "One course", "/training/courses/{course}", permission: .trainingRead,
    fields: ["course": ("دوره", "the course")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Course.self, course)
    let curriculum = try snapshot.require(CourseTemplate.self, row.template)
    let seated = try snapshot.count("SELECT count(*) FROM training_enrolment WHERE course = ? AND seat IS NOT NULL", row.id)
    let onReserve = try snapshot.count("SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'reserve'", row.id)
    let completed = try snapshot.count("SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'completed'", row.id)
    let marked = try CourseFigures.halfDaysMarked(of: row.id, in: snapshot)
    let provision = try Provision.of(row.id, in: snapshot)
    let next = CourseLifecycle.transitions.first { $0.from.contains(row.state) }?.to.first
    return Output(
      course: row, curriculum: curriculum, seated: seated, onReserve: onReserve, completed: completed, halfDaysMarked: marked,
      halfDays: row.halfDays, provider: provision?.provider ?? .office, payee: provision?.payee, iban: provision?.iban,
      nextStep: next,
      sentences: Output.sentences(
        row, title: curriculum.title, seated: seated, onReserve: onReserve, completed: completed, halfDaysMarked: marked,
        nextStep: next))
  }
}
