import Contracts
import Feature

enum PresenceEntity: Entity {
  static let object = "training.presence"
  static let prefix: String? = "AT"
  static let texts = Texts("حضور و غیاب", "attendance")
}

/// Whether one participant was there in one half day.
struct Presence: ProvincialRecord {
  typealias Of = PresenceEntity
  static let table = Table("training_presence", reach: .province, seenWith: ["person"])

  var id = ID<PresenceEntity>(0)
  var rev = 0
  var province: Province
  var course: ID<CourseEntity>
  var enrolment: ID<EnrolmentEntity>
  var person: ID<PersonEntity>
  /// Day of the course, from 1.
  var day: Int
  var half: HalfDay
  var heldOn: JalaliDay
  var isPresent: Bool
}

/// Attendance is taken twice a day.
enum HalfDay: String, Choice {
  case morning, afternoon

  var texts: Texts {
    switch self {
    case .morning: Texts("پیش از ظهر", "morning")
    case .afternoon: Texts("پس از ظهر", "afternoon")
    }
  }
}

/// One half day of a curriculum.
struct TemplateSession: Codable, Sendable, Hashable {
  /// Day of the course, from 1.
  var day: Int
  var half: HalfDay
  var title: String
}
