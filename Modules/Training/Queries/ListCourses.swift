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
