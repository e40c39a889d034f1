import Contracts
import Feature

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
