public import Values

/// Attendance is taken twice a day.
public enum HalfDay: String, Choice {
  case morning, afternoon

  public var texts: Texts {
    switch self {
    case .morning: Texts("پیش از ظهر", "morning")
    case .afternoon: Texts("پس از ظهر", "afternoon")
    }
  }
}

/// One half day of a curriculum.
public struct TemplateSession: Codable, Sendable, Hashable {
  /// Day of the course, from 1.
  public var day: Int
  public var half: HalfDay
  public var title: String
}
