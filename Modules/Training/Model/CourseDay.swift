import Contracts
import Feature

enum CourseDayEntity: Entity {
  static let object = "training.course-day"
  static let prefix: String? = "CD"
  static let texts = Texts("روز دوره", "day of a course")
}

/// The date of a day of a course, from the first attendance on; both halves have it.
struct CourseDay: ProvincialRecord {
  typealias Of = CourseDayEntity
  static let table = Table("training_course_day", reach: .province, isShared: true)

  var id = ID<CourseDayEntity>(0)
  var rev = 0
  var province: Province
  var course: ID<CourseEntity>
  /// From 1.
  var day: Int
  var heldOn: JalaliDay
}
