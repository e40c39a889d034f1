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
