/// A day of the Iranian week, which begins on Saturday.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable, Codable {
  /// From 0 to 6, as the week goes.
  case saturday, sunday, monday, tuesday, wednesday, thursday, friday

  /// The first of January 1970, day number 0, was a Thursday.
  init(dayNumber: Int) {
    let place = (dayNumber + 5) % 7
    self = Self.allCases[place < 0 ? place + 7 : place]
  }

  /// Its name in Persian.
  public var fa: String {
    switch self {
    case .saturday: "شنبه"
    case .sunday: "یکشنبه"
    case .monday: "دوشنبه"
    case .tuesday: "سه‌شنبه"
    case .wednesday: "چهارشنبه"
    case .thursday: "پنجشنبه"
    case .friday: "جمعه"
    }
  }

  /// Its name in English.
  public var en: String {
    switch self {
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    }
  }

  public static func < (left: Weekday, right: Weekday) -> Bool {
    left.rawValue < right.rawValue
  }
}
