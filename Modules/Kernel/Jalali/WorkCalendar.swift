public import Persian

/// Which days offices are open: the weekend, the holidays that were entered, and the years they were entered for.
///
/// Weekend and holidays differ by province and period, so a calendar is a value the caller builds from its tables;
/// `official` is the start.
public struct WorkCalendar: Sendable, Hashable {
  /// Weekdays on which offices are closed.
  public let weekend: Set<Weekday>
  /// The years whose holidays are complete as far as known; a day outside them is only judged by its weekday.
  public let loadedYears: ClosedRange<Int>
  private let byDay: [JalaliDay: Holiday]

  /// Thursday and Friday off, the national holidays of 1403-1406.
  public static let official = WorkCalendar(
    known: [.thursday, .friday], Holiday.known, loadedYears: Holiday.knownYears)

  /// Of two holidays on one day the later in the list stands.
  /// - Throws: `calendar.no-working-day` if all seven weekdays are off.
  public init(
    weekend: Set<Weekday> = [.thursday, .friday], holidays: [Holiday], loadedYears: ClosedRange<Int>
  ) throws(FormatFault) {
    guard weekend.count < 7 else {
      throw FormatFault(
        code: "calendar.no-working-day", fa: "همهٔ روزهای هفته تعطیل‌اند؛ دست‌کم یک روز باید کاری باشد",
        en: "Every weekday is off: at least one must be a working day")
    }
    self.init(known: weekend, holidays, loadedYears: loadedYears)
  }

  private init(known weekend: Set<Weekday>, _ holidays: [Holiday], loadedYears: ClosedRange<Int>) {
    self.weekend = weekend
    self.loadedYears = loadedYears
    byDay = Dictionary(holidays.map { ($0.day, $0) }, uniquingKeysWith: { _, later in later })
  }

  /// In the order of days.
  public var holidays: [Holiday] { byDay.values.sorted { $0.day < $1.day } }

  /// The holiday on that day, by which a person is told why; nil for none, also on a weekend.
  public func holiday(on day: JalaliDay) -> Holiday? { byDay[day] }

  /// Whether offices are open on that day, as far as holidays were entered (see `knows`).
  public func isWorking(_ day: JalaliDay) -> Bool {
    !weekend.contains(day.weekday) && byDay[day] == nil
  }

  /// Whether the holidays of the day's year were entered.
  public func knows(_ day: JalaliDay) -> Bool { loadedYears.contains(day.year) }

  /// The day itself if offices are open, else the first open day after it; the last day of 1600 if there is none.
  public func nextWorkingDay(onOrAfter day: JalaliDay) -> JalaliDay {
    var candidate = day
    while !isWorking(candidate), candidate < .latest { candidate = candidate.adding(days: 1) }
    return candidate
  }
}

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
