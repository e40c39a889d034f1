import Contracts
import Feature

/// Plans a course by a curriculum (S3, first step).
struct ScheduleCourse: Action {
  var template: Ref<TemplateEntity>
  var place: String
  var firstDay: JalaliDay
  var lastDay: JalaliDay
  var capacity: Int
  var provider: Provider?
  var payee: String?
  var iban: IBAN?

  static let spec = Spec(
    "training.schedule", "برنامه‌ریزی دوره", "Schedule a course", .post, "/training/courses", permission: .trainingWrite,
    fields: [
      "template": ("برنامهٔ آموزشی", "the curriculum"), "place": ("مکان برگزاری", "where it is given"),
      "firstDay": ("روز نخست", "first day"), "lastDay": ("روز پایان", "last day"),
      "capacity": ("ظرفیت (نفر)", "number of seats"),
      "provider": ("مجری دوره؛ پیش‌فرض خود اداره", "who gives it; the office itself when left out"),
      "payee": ("نام صاحب حساب مجری", "the provider's account holder"), "iban": ("شمارهٔ شبای مجری", "the provider's IBAN"),
    ])

  func perform(in work: borrowing Transaction) throws -> Course {
    let plan = try work.require(CourseTemplate.self, template)
    let newer = try work.count(
      "SELECT count(*) FROM training_template WHERE province = ? AND kind = ? AND title_key = ? AND version > ?",
      plan.province, plan.kind, plan.titleKey, plan.version)
    guard lastDay >= firstDay else {
      throw Refusal.input(
        "/lastDay", "training.last-day", Texts("روز پایان پیش از روز نخست است.", "The last day lies before the first."))
    }
    try work.require(
      CoursePlan.self,
      .init(
        firstDay: firstDay, lastDay: lastDay, days: plan.days, capacity: capacity, isNewestVersion: newer == 0),
      in: plan.province)
    let course = try work.insert(
      Course(
        province: plan.province, template: plan.id, kind: plan.kind, days: plan.days,
        place: try TrainingText.stored(place, at: "/place", most: TrainingText.line), firstDay: firstDay, lastDay: lastDay,
        capacity: capacity, state: .planned))
    if provider != nil || payee != nil || iban != nil {
      _ = try Provision.name(provider ?? .office, payee: payee, iban: iban, of: course, work)
    }
    return course
  }
}

/// Takes a course one step further (S3, steps 2 to 5, and the end).
struct AdvanceCourse: Action {
  var course: Ref<CourseEntity>
  var to: CourseState
  var requisites: String?

  static let spec = Spec(
    "training.advance", "گام بعدی دوره", "Take a course a step further", .post, "/training/courses/{course}/steps",
    permission: .trainingWrite,
    fields: [
      "course": ("دوره", "the course"), "to": ("گامی که به آن می‌رسد", "the step it reaches"),
      "requisites": ("مکان و تدارکات، برای گام «آماده»", "place and supplies, for the step `ready`"),
    ])

  func perform(in work: borrowing Transaction) throws -> Course {
    var row = try work.require(Course.self, course)
    if let requisites {
      guard to == .ready else {
        throw Refusal.input(
          "/requisites", "training.requisites",
          Texts("ملزومات تنها با گام «آماده» نوشته می‌شود.", "Requisites are written with the step `ready` only."))
      }
      row.requisites = try TrainingText.stored(requisites, at: "/requisites", most: TrainingText.paragraph)
    }
    let seated = try work.count(
      "SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'seated'", row.id)
    let withoutScore = try work.count(
      "SELECT count(*) FROM training_enrolment WHERE course = ? AND state = 'seated' AND score IS NULL", row.id)
    guard let move = CourseLifecycle.move(to: to) else {
      throw Refusal.input("/to", "training.not-next", Texts("هیچ گامی به «برنامه‌ریزی‌شده» نمی‌رسد.", "No step leads to `planned`."))
    }
    try work.move(&row, by: move)
    try work.require(
      StepReadiness.self,
      .init(
        to: to, firstDay: row.firstDay, seated: seated,
        hasRequisites: row.requisites?.isEmpty == false,
        halfDaysMarked: try CourseFigures.halfDaysMarked(of: row.id, in: work.snapshot), halfDays: row.halfDays,
        withoutScore: withoutScore),
      in: row.province)
    return try work.update(row)
  }
}
