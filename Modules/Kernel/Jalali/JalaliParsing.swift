public import Persian

extension JalaliDay {
  /// Reads `1405/01/01`, `1405-1-1` or the Gregorian `2026-03-21`, in Western, Persian or Arabic digits.
  ///
  /// Always year, month, day, with one kind of separator; the year has four digits and decides the calendar:
  /// below 1600 it is Jalali, from 1600 Gregorian. Nothing else is read and nothing is guessed.
  /// - Throws: `day.unreadable`, or the faults of `init(_:_:_:)`.
  public init(parsing text: String) throws(FormatFault) {
    guard let (year, month, day) = Self.fields(of: text) else { throw .unreadable }
    if year < 1600 {
      self = try JalaliDay(year, month, day)
      return
    }
    guard (1...12).contains(month) else { throw .noSuchMonth(month) }
    guard day >= 1, day <= Gregorian.daysInMonth(year, month) else {
      throw .noSuchGregorianDate(year, month, day)
    }
    let number = Gregorian.dayNumber(year, month, day)
    guard number >= Self.earliest.number, number <= Self.latest.number else { throw .outOfRange }
    self.init(unchecked: number)
  }

  /// Three runs of digits (4, 1-2, 1-2) between two equal separators.
  private static func fields(of text: String) -> (Int, Int, Int)? {
    var values = (0, 0, 0)
    var digits = (0, 0, 0)
    var field = 0
    var separator: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "/" || scalar == "-" {
        guard separator == nil || separator == scalar else { return nil }
        separator = scalar
        field += 1
        continue
      }
      guard let digit = scalar.decimalDigit else { return nil }
      switch field {
      case 0: (values.0, digits.0) = (values.0 * 10 + digit, digits.0 + 1)
      case 1: (values.1, digits.1) = (values.1 * 10 + digit, digits.1 + 1)
      case 2: (values.2, digits.2) = (values.2 * 10 + digit, digits.2 + 1)
      default: return nil
      }
      guard digits.0 <= 4, digits.1 <= 2, digits.2 <= 2 else { return nil }
    }
    guard field == 2, digits.0 == 4, digits.1 >= 1, digits.2 >= 1 else { return nil }
    return values
  }
}

/// Why a day was refused.
extension FormatFault {
  static let unreadable = FormatFault(
    code: "day.unreadable",
    fa: "تاریخ خوانا نیست؛ سال/ماه/روز بنویسید، مانند ۱۴۰۵/۰۱/۰۱ (یا میلادی 2026-03-21)",
    en: "Not a readable date: write year/month/day as in 1405/01/01 (or Gregorian 2026-03-21)")

  static let outOfRange = FormatFault(
    code: "day.year-out-of-range",
    fa: "تاریخ بیرون از سال‌های ۱۲۰۰ تا ۱۶۰۰ شمسی است",
    en: "The date lies outside the Jalali years 1200 to 1600")

  static func noSuchMonth(_ month: Int) -> FormatFault {
    FormatFault(
      code: "day.no-such-month",
      fa: "ماه \(PersianText.persianDigits(month)) وجود ندارد؛ ماه از ۱ تا ۱۲ است",
      en: "There is no month \(month): months run from 1 to 12")
  }

  static func noSuchDate(_ year: Int, _ month: Int, _ day: Int) -> FormatFault {
    let last = SolarHijri.daysInMonth(year, month)
    return FormatFault(
      code: "day.no-such-date",
      fa: "روز \(PersianText.persianDigits(day)) در \(JalaliMonth.fa[month - 1]) \(PersianText.persianDigits(year)) وجود ندارد؛ "
        + "آخرین روز این ماه \(PersianText.persianDigits(year))/\(PersianText.persianDigits(month, width: 2))/\(PersianText.persianDigits(last)) است",
      en: "There is no day \(day) in \(JalaliMonth.en[month - 1]) \(year): "
        + "its last day is \(year)/\(month.padded(to: 2))/\(last)")
  }

  static func noSuchGregorianDate(_ year: Int, _ month: Int, _ day: Int) -> FormatFault {
    FormatFault(
      code: "day.no-such-date",
      fa: "تاریخ میلادی \(year)-\(month.padded(to: 2))-\(day.padded(to: 2)) وجود ندارد",
      en: "There is no Gregorian date \(year)-\(month.padded(to: 2))-\(day.padded(to: 2))")
  }
}
