/// The arithmetic of the Jalali (solar Hijri) calendar by the 33-year rule, which equals the official table of
/// the Calendar Centre, University of Tehran, for 1206-1498.
enum SolarHijri {
  static let years = 1200...1600
  /// Days from 1/1/1 to 1970-01-01 (1348/10/11).
  private static let epoch = 492_268
  /// Days in 33 years, eight of them leap.
  private static let cycle = 33 * 365 + 8

  static func isLeap(_ year: Int) -> Bool {
    let place = year % 33
    switch place < 0 ? place + 33 : place {
    case 1, 5, 9, 13, 17, 22, 26, 30: return true
    default: return false
    }
  }

  static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 1...6: 31
    case 7...11: 30
    case 12: isLeap(year) ? 30 : 29
    default: 0
    }
  }

  /// The civil day number of the first of Farvardin. The quotient counts the leap years before it.
  static func firstDay(_ year: Int) -> Int {
    365 * (year - 1) + (8 * year + 21) / 33 - epoch
  }

  static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    firstDay(year) + daysBefore(month) + day - 1
  }

  /// The exact inverse of `firstDay`: the greatest year that begins on or before the day.
  static func year(of number: Int) -> Int {
    (33 * (number + epoch) + 3) / cycle + 1
  }

  /// Month and day for a zero-based place in the year.
  static func monthAndDay(_ place: Int) -> (month: Int, day: Int) {
    place < 186 ? (place / 31 + 1, place % 31 + 1) : ((place - 186) / 30 + 7, (place - 186) % 30 + 1)
  }

  private static func daysBefore(_ month: Int) -> Int {
    month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
  }
}

/// The proleptic Gregorian calendar in integers. Years are counted from the first of March, so that the leap day
/// is the last of its year and needs no case of its own.
enum Gregorian {
  static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 1...12: 31
    default: 0
    }
  }

  /// The civil day number. The year must be positive.
  static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let place = (153 * marchMonth + 2) / 5 + day - 1
    return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + place - 719_468
  }

  /// The civil date of a day number after the year 0.
  static func date(of number: Int) -> (year: Int, month: Int, day: Int) {
    let days = number + 719_468
    let era = days / 146_097
    let inEra = days % 146_097
    let yearOfEra = (inEra - inEra / 1_460 + inEra / 36_524 - inEra / 146_096) / 365
    let place = inEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * place + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, place - (153 * marchMonth + 2) / 5 + 1)
  }
}
