/// An amount of money in whole rials.
public struct Rial: Hashable, Comparable, Sendable {
  /// Rials; negative for what is owed back.
  public let amount: Int64

  /// No money.
  public static let zero = Rial(0)

  /// So many rials.
  public init(_ amount: Int64) {
    self.amount = amount
  }

  public static func < (left: Rial, right: Rial) -> Bool {
    left.amount < right.amount
  }
}

extension Rial {
  /// - Throws: `rial.overflow`.
  public func adding(_ other: Rial) throws(FormatFault) -> Rial {
    try Self.checked(amount.addingReportingOverflow(other.amount))
  }

  /// - Throws: `rial.overflow`.
  public func subtracting(_ other: Rial) throws(FormatFault) -> Rial {
    try Self.checked(amount.subtractingReportingOverflow(other.amount))
  }

  /// For example a cost per head times heads.
  /// - Throws: `rial.overflow`.
  public func multiplied(by factor: Int64) throws(FormatFault) -> Rial {
    try Self.checked(amount.multipliedReportingOverflow(by: factor))
  }

  private static func checked(_ result: (partialValue: Int64, overflow: Bool)) throws(FormatFault) -> Rial {
    guard !result.overflow else { throw .rialOverflow }
    return Rial(result.partialValue)
  }
}

extension FormatFault {
  static let rialOverflow = FormatFault(
    code: "rial.overflow", fa: "مبلغ از اندازهٔ نگهداشتنی بزرگ‌تر است", en: "The amount is too large to be held")
}

extension Rial {
  /// Reads `6000000`, `6,000,000`, «۶٬۰۰۰٬۰۰۰ ریال»: digits of three scripts, grouped by threes or not at all, a
  /// sign before them, ریال / rial / IRR after them. No fractions, and no toman, which would be ten times as much.
  /// - Throws: `rial.unreadable`, `rial.toman` or `rial.overflow`.
  public init(parsing text: String) throws(FormatFault) {
    // The search key leaves out the Persian separator, whose place has to be checked like that of the comma.
    let commas = text.unicodeScalars.map { $0.value == 0x066C ? "," : $0 }
    var key = PersianText.searchKey(String(String.UnicodeScalarView(commas)))[...]
    if key.hasSuffix("تومان") || key.hasSuffix("toman") { throw .toman }
    for unit in ["ریال", "rials", "rial", "irr"] where key.hasSuffix(unit) {
      key = key.dropLast(unit.count)
      break
    }
    guard let number = WholeNumber(String(key)) else { throw .unreadable }
    guard !number.isTooLarge else { throw .rialOverflow }
    amount = number.value
  }
}

extension FormatFault {
  fileprivate static let unreadable = FormatFault(
    code: "rial.unreadable", fa: "مبلغ خوانا نیست؛ عدد درست به ریال بنویسید، مانند ۶٬۰۰۰٬۰۰۰",
    en: "Not a readable amount: write whole rials, as in 6,000,000")
  /// The amount was written in tomans, ten rials each: it is refused, because a guess would be wrong by a factor of ten.
  public static let toman = FormatFault(
    code: "rial.toman", fa: "مبلغ را به ریال بنویسید نه تومان (هر تومان ده ریال است)",
    en: "Write the amount in rials, not in tomans (one toman is ten rials)")
}

extension Rial: CustomStringConvertible {
  /// «۶٬۰۰۰٬۰۰۰ ریال».
  public var digitsFa: String { PersianText.persianDigits(grouped(by: "٬")) + " ریال" }

  /// "6,000,000 rials".
  public var digitsEn: String { grouped(by: ",") + unitEn }

  /// «شش میلیون ریال».
  public var wordsFa: String {
    (amount < 0 ? "منفی " : "") + NumberWords.fa(amount.magnitude) + " ریال"
  }

  /// "six million rials".
  public var wordsEn: String {
    (amount < 0 ? "minus " : "") + NumberWords.en(amount.magnitude) + unitEn
  }

  public var description: String { digitsEn }

  private var unitEn: String { amount.magnitude == 1 ? " rial" : " rials" }

  private func grouped(by separator: Character) -> String {
    let digits = String(amount.magnitude)
    var text = amount < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.utf8.count - place) % 3 == 0 { text.append(separator) }
      text.append(digit)
    }
    return text
  }
}

/// Whole numbers in words, as letters and contracts repeat an amount.
enum NumberWords {
  /// Groups are joined by «و»; a thousand is «یک هزار», which leaves no room for a word before it.
  static func fa(_ number: UInt64) -> String {
    guard number > 0 else { return "صفر" }
    return groups(of: number).map { value, scale in
      scale == 0 ? hundredsFa(value) : hundredsFa(value) + " " + scalesFa[scale]
    }.joined(separator: " و ")
  }

  static func en(_ number: UInt64) -> String {
    guard number > 0 else { return "zero" }
    return groups(of: number).map { value, scale in
      scale == 0 ? hundredsEn(value) : hundredsEn(value) + " " + scalesEn[scale]
    }.joined(separator: " ")
  }

  /// The thousands of a number that are not zero, the greatest first.
  private static func groups(of number: UInt64) -> [(value: Int, scale: Int)] {
    var rest = number
    var groups: [(Int, Int)] = []
    for scale in 0..<scalesFa.count where rest > 0 {
      if rest % 1000 != 0 { groups.append((Int(rest % 1000), scale)) }
      rest /= 1000
    }
    return groups.reversed()
  }

  private static func hundredsFa(_ value: Int) -> String {
    var parts: [String] = []
    if value >= 100 { parts.append(hundredFa[value / 100]) }
    let rest = value % 100
    if rest >= 20 { parts.append(tenFa[rest / 10]) }
    let unit = rest < 20 ? rest : rest % 10
    if unit > 0 { parts.append(unitFa[unit]) }
    return parts.joined(separator: " و ")
  }

  private static func hundredsEn(_ value: Int) -> String {
    var parts: [String] = []
    if value >= 100 { parts.append(unitEn[value / 100] + " hundred") }
    let rest = value % 100
    if rest >= 20 {
      parts.append(rest % 10 == 0 ? tenEn[rest / 10] : tenEn[rest / 10] + "-" + unitEn[rest % 10])
    } else if rest > 0 {
      parts.append(unitEn[rest])
    }
    return parts.joined(separator: " ")
  }

  private static let scalesFa = ["", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون", "کوینتیلیون"]
  private static let scalesEn = ["", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion"]
  private static let hundredFa = [
    "", "یکصد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد",
  ]
  private static let tenFa = ["", "ده", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
  private static let unitFa = [
    "", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده",
    "پانزده", "شانزده", "هفده", "هجده", "نوزده",
  ]
  private static let tenEn = [
    "", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]
  private static let unitEn = [
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
}
