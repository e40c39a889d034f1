public import Persian

/// A civil day in Iran: no hour, no zone, only a count of days.
///
/// Every value lies in the Jalali years 1200 to 1600, where the 33-year rule holds; arithmetic that would leave
/// this range stops at its end, so no number from outside can make it overflow.
public struct JalaliDay: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01 (1348/10/11).
  public let number: Int

  /// 1200/01/01.
  public static let earliest = JalaliDay(unchecked: SolarHijri.firstDay(1200))
  /// The last day of 1600.
  public static let latest = JalaliDay(unchecked: SolarHijri.firstDay(1601) - 1)

  /// The day with this number; a number outside 1200-1600 becomes the nearest end of the range.
  public init(number: Int) {
    self.number = min(max(number, Self.earliest.number), Self.latest.number)
  }

  /// The day of a Jalali date.
  /// - Throws: `day.year-out-of-range`, `day.no-such-month`, or `day.no-such-date` (30 Esfand of a common year),
  ///   which names the last day of the month.
  public init(_ year: Int, _ month: Int, _ day: Int) throws(FormatFault) {
    guard SolarHijri.years.contains(year) else { throw .outOfRange }
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    guard day >= 1, day <= SolarHijri.daysInMonth(year, month) else { throw .noSuchDate(year, month, day) }
    number = SolarHijri.dayNumber(year, month, day)
  }

  /// For numbers known to lie in the range.
  init(unchecked number: Int) {
    self.number = number
  }

  public static func < (left: JalaliDay, right: JalaliDay) -> Bool {
    left.number < right.number
  }
}

extension JalaliDay {
  /// 1200 to 1600.
  public var year: Int { SolarHijri.year(of: number) }
  /// 1 for Farvardin to 12 for Esfand.
  public var month: Int { date.month }
  /// Of the month, from 1 on.
  public var day: Int { date.day }

  /// Year, month and day at once: cheaper than asking for each.
  public var date: (year: Int, month: Int, day: Int) {
    let year = SolarHijri.year(of: number)
    let place = SolarHijri.monthAndDay(number - SolarHijri.firstDay(year))
    return (year, place.month, place.day)
  }

  /// 1 for the first of Farvardin, 365 or 366 for the last of Esfand.
  public var dayOfYear: Int { number - SolarHijri.firstDay(year) + 1 }

  /// Which day of the week it is; holidays play no part.
  public var weekday: Weekday { Weekday(dayNumber: number) }

  /// Whether the year has 366 days (30 Esfand exists).
  public static func isLeap(_ year: Int) -> Bool {
    SolarHijri.isLeap(year)
  }

  /// 29, 30 or 31; zero where there is no such month.
  public static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    SolarHijri.daysInMonth(year, month)
  }

  /// The first of Farvardin; a year outside 1200-1600 is taken as the nearest in range.
  public static func firstDay(ofYear year: Int) -> JalaliDay {
    JalaliDay(unchecked: SolarHijri.firstDay(inRange(year)))
  }

  /// The 29th or 30th of Esfand; a year outside 1200-1600 is taken as the nearest in range.
  public static func lastDay(ofYear year: Int) -> JalaliDay {
    JalaliDay(unchecked: SolarHijri.firstDay(inRange(year) + 1) - 1)
  }

  static func inRange(_ year: Int) -> Int {
    min(max(year, SolarHijri.years.lowerBound), SolarHijri.years.upperBound)
  }
}

extension JalaliDay {
  /// So many days on, or back; where the range ends, its end.
  public func adding(days: Int) -> JalaliDay {
    let (sum, overflow) = number.addingReportingOverflow(days)
    guard overflow else { return JalaliDay(number: sum) }
    return days < 0 ? .earliest : .latest
  }

  /// The same day so many months on; where the month is shorter, its last day (06/31 and one month is 07/30).
  public func adding(months: Int) -> JalaliDay {
    let start = date
    let (sum, overflow) = (start.year * 12 + start.month - 1).addingReportingOverflow(months)
    guard !overflow, sum >= 0, SolarHijri.years.contains(sum / 12) else {
      return months < 0 ? .earliest : .latest
    }
    return Self.clamped(sum / 12, sum % 12 + 1, start.day)
  }

  /// The same day so many years on; 30 Esfand becomes the 29th in a common year.
  public func adding(years: Int) -> JalaliDay {
    let start = date
    let (year, overflow) = start.year.addingReportingOverflow(years)
    guard !overflow, SolarHijri.years.contains(year) else { return years < 0 ? .earliest : .latest }
    return Self.clamped(year, start.month, start.day)
  }

  /// The last day of a term of so many years that begins on this day: the day before its anniversary.
  ///
  /// The anniversary of 30 Esfand is 1 Farvardin where the year has no such day, so that a year from 1403/12/30 ends on
  /// 1404/12/29; an age is told otherwise, by `wholeYears(until:)`.
  public func lastDay(ofYears years: Int) -> JalaliDay {
    let same = adding(years: years)
    return same.day == day ? same.adding(days: -1) : same
  }

  /// Days from the right day to the left one.
  public static func - (left: JalaliDay, right: JalaliDay) -> Int {
    left.number - right.number
  }

  /// Whole Jalali years from this day to the other: the age on `other` of a person born on this day.
  ///
  /// A person born on 30 Esfand completes a year on the 29th of a common year. Negative if `other` is earlier.
  public func wholeYears(until other: JalaliDay) -> Int {
    let years = other.year - year
    return adding(years: years) > other ? years - 1 : years
  }

  /// The civil day in Tehran at an instant: UTC+03:30 the whole year, the law since 1402.
  ///
  /// The summer time of the years up to 1401 (+04:30) is not applied: for the first hour after midnight by that
  /// clock the result is the day before. This system asks only for the present.
  public static func today(unixSeconds: Int64) -> JalaliDay {
    let (days, rest) = unixSeconds.quotientAndRemainder(dividingBy: 86_400)
    let second = rest + 12_600
    let step: Int64 = second < 0 ? -1 : second >= 86_400 ? 1 : 0
    return JalaliDay(number: Int(days + step))
  }

  private static func clamped(_ year: Int, _ month: Int, _ day: Int) -> JalaliDay {
    JalaliDay(unchecked: SolarHijri.dayNumber(year, month, min(day, SolarHijri.daysInMonth(year, month))))
  }
}
