import Contracts
import Feature

/// Plans a course by a curriculum (S3, first step).
struct ScheduleCourse: Action {
  var template: Ref<TemplateEntity>
  var place: String
  var firstDay: JalaliDay
  var lastDay: JalaliDay
  var capacity: Int

  static let spec = Spec(
    "training.schedule", "برنامه‌ریزی دوره", "Schedule a course", .post, "/training/courses", permission: .trainingWrite,
    fields: [
      "template": ("برنامهٔ آموزشی", "the curriculum"), "place": ("مکان برگزاری", "where it is given"),
      "firstDay": ("روز نخست", "first day"), "lastDay": ("روز پایان", "last day"),
      "capacity": ("ظرفیت (نفر)", "number of seats"),
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
    return try work.insert(
      Course(
        province: plan.province, template: plan.id, kind: plan.kind, days: plan.days, place: PersianText.stored(place),
        firstDay: firstDay, lastDay: lastDay, capacity: capacity, state: .planned))
  }
}
