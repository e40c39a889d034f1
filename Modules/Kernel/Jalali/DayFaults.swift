import Persian

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
