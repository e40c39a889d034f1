public import Jalali
public import Persian
public import Registry
import Values

public struct ListTemplates: ListQuery {
  public var province: Province?
  public var kind: CourseKind?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var kind: CourseKind
    public var title: String
    public var version: Int
    public var days: Int
  }

  public static let spec = Spec(
    "training.templates", "برنامه‌های آموزشی", "Curricula", "/training/templates", permission: .trainingRead,
    fields: ["province": ("استان", "province"), "kind": ("نوع دوره", "kind of course")])

  public func selection() -> Selection {
    Selection(from: "training_template t").filter("t.province = ?", province).filter("t.kind = ?", kind)
  }
}

public struct ListCourses: ListQuery {
  public var province: Province?
  public var kind: CourseKind?
  public var state: CourseState?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var province: Province
    public var kind: CourseKind
    public var place: String
    public var firstDay: JalaliDay
    public var lastDay: JalaliDay
    public var capacity: Int
    public var seated: Int
    public var state: CourseState
  }

  public static let spec = Spec(
    "training.courses", "دوره‌های آموزشی", "Courses", "/training/courses", permission: .trainingRead,
    fields: ["province": ("استان", "province"), "kind": ("نوع دوره", "kind of course"), "state": ("وضعیت", "state")])

  public func selection() -> Selection {
    Selection(from: "training_course t")
      .filter("t.province = ?", province)
      .filter("t.kind = ?", kind)
      .filter("t.state = ?", state)
      .column(
        "seated", "(SELECT count(*) FROM training_enrolment e WHERE e.course = t.id AND e.seat IS NOT NULL)")
  }
}
