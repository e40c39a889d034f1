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
