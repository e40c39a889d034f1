/// Why a day was refused, in words for the person who typed it.
public struct JalaliFault: Error, Sendable, Equatable {
  /// Stable name of the reason, for example `day.no-such-date`.
  public let code: String
  public let fa: String
  public let en: String

  public init(code: String, fa: String, en: String) {
    self.code = code
    self.fa = fa
    self.en = en
  }
}

extension JalaliFault {
  static let unreadable = JalaliFault(
    code: "day.unreadable",
    fa: "تاریخ خوانا نیست؛ سال/ماه/روز بنویسید، مانند ۱۴۰۵/۰۱/۰۱ (یا میلادی 2026-03-21)",
    en: "Not a readable date: write year/month/day as in 1405/01/01 (or Gregorian 2026-03-21)")

  static let outOfRange = JalaliFault(
    code: "day.year-out-of-range",
    fa: "تاریخ بیرون از سال‌های ۱۲۰۰ تا ۱۶۰۰ شمسی است",
    en: "The date lies outside the Jalali years 1200 to 1600")

  static func noSuchMonth(_ month: Int) -> JalaliFault {
    JalaliFault(
      code: "day.no-such-month",
      fa: "ماه \(persianDigits(month)) وجود ندارد؛ ماه از ۱ تا ۱۲ است",
      en: "There is no month \(month): months run from 1 to 12")
  }

  static func noSuchDate(_ year: Int, _ month: Int, _ day: Int) -> JalaliFault {
    let last = SolarHijri.daysInMonth(year, month)
    return JalaliFault(
      code: "day.no-such-date",
      fa: "روز \(persianDigits(day)) در \(JalaliMonth.fa[month - 1]) \(persianDigits(year)) وجود ندارد؛ "
        + "آخرین روز این ماه \(persianDigits(year))/\(persianDigits(month, width: 2))/\(persianDigits(last)) است",
      en: "There is no day \(day) in \(JalaliMonth.en[month - 1]) \(year): "
        + "its last day is \(year)/\(padded(month, 2))/\(last)")
  }

  static func noSuchGregorianDate(_ year: Int, _ month: Int, _ day: Int) -> JalaliFault {
    JalaliFault(
      code: "day.no-such-date",
      fa: "تاریخ میلادی \(year)-\(padded(month, 2))-\(padded(day, 2)) وجود ندارد",
      en: "There is no Gregorian date \(year)-\(padded(month, 2))-\(padded(day, 2))")
  }
}
