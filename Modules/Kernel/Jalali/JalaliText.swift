import Persian

extension JalaliDay: CustomStringConvertible {
  /// Octets of `iso` and of `text`.
  public static let textLength = 10

  /// The Gregorian date, `2026-03-21`.
  public var iso: String { String(unsafeUninitializedCapacity: JalaliDay.textLength) { writeISO(to: $0) } }

  /// The Jalali date in ASCII digits, `1405/01/01`.
  public var text: String { String(unsafeUninitializedCapacity: JalaliDay.textLength) { writeText(to: $0) } }

  /// Writes `iso` where there is room for it, without a string.
  @discardableResult public func writeISO(to bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let date = Gregorian.date(of: number)
    return write(date.year, date.month, date.day, by: UInt8(ascii: "-"), to: bytes)
  }

  /// The same of `text`.
  @discardableResult public func writeText(to bytes: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let date = date
    return write(date.year, date.month, date.day, by: UInt8(ascii: "/"), to: bytes)
  }

  /// The Jalali date in Persian digits, «۱۴۰۵/۰۱/۰۱».
  public var textFa: String {
    PersianText.persianDigits(text)
  }

  /// As in a letter: «پنجشنبه ۳۰ اسفند ۱۴۰۳».
  public var longText: String {
    let date = date
    return "\(weekday.fa) \(PersianText.persianDigits(date.day)) \(JalaliMonth.fa[date.month - 1]) \(PersianText.persianDigits(date.year))"
  }

  /// As in a letter: "Thursday 30 Esfand 1403".
  public var longTextEn: String {
    let date = date
    return "\(weekday.en) \(date.day) \(JalaliMonth.en[date.month - 1]) \(date.year)"
  }

  public var description: String { text }

  private func write(
    _ year: Int, _ month: Int, _ day: Int, by separator: UInt8, to bytes: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let zero = UInt8(ascii: "0")
    bytes[0] = zero + UInt8(year / 1000 % 10)
    bytes[1] = zero + UInt8(year / 100 % 10)
    bytes[2] = zero + UInt8(year / 10 % 10)
    bytes[3] = zero + UInt8(year % 10)
    bytes[4] = separator
    bytes[5] = zero + UInt8(month / 10)
    bytes[6] = zero + UInt8(month % 10)
    bytes[7] = separator
    bytes[8] = zero + UInt8(day / 10)
    bytes[9] = zero + UInt8(day % 10)
    return JalaliDay.textLength
  }
}

/// The names of the twelve months.
public enum JalaliMonth {
  /// In Persian, Farvardin first.
  public static let fa = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
  ]
  /// In English, Farvardin first.
  public static let en = [
    "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar", "Mehr", "Aban", "Azar", "Dey", "Bahman",
    "Esfand",
  ]
}
