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
    while key.hasSuffix(" ") { key = key.dropLast() }
    let isNegative = key.hasPrefix("-") || key.hasPrefix("\u{2212}")
    if isNegative { key = key.dropFirst() }
    amount = try Self.number(key.utf8, isNegative: isNegative)
  }

  private static func number(_ bytes: Substring.UTF8View, isNegative: Bool) throws(FormatFault) -> Int64 {
    var total: Int64 = 0
    var overflow = false
    var inGroup = 0
    var isGrouped = false
    for byte in bytes {
      if byte == UInt8(ascii: ",") {
        guard isGrouped ? inGroup == 3 : (1...3).contains(inGroup) else { throw .unreadable }
        isGrouped = true
        inGroup = 0
        continue
      }
      guard (0x30...0x39).contains(byte) else { throw .unreadable }
      inGroup += 1
      let shifted = total.multipliedReportingOverflow(by: 10)
      let digit = Int64(byte - 0x30)
      let next = shifted.partialValue.addingReportingOverflow(isNegative ? -digit : digit)
      overflow = overflow || shifted.overflow || next.overflow
      total = next.partialValue
    }
    guard isGrouped ? inGroup == 3 : inGroup > 0 else { throw .unreadable }
    guard !overflow else { throw .rialOverflow }
    return total
  }
}

extension FormatFault {
  fileprivate static let unreadable = FormatFault(
    code: "rial.unreadable", fa: "مبلغ خوانا نیست؛ عدد درست به ریال بنویسید، مانند ۶٬۰۰۰٬۰۰۰",
    en: "Not a readable amount: write whole rials, as in 6,000,000")
  fileprivate static let toman = FormatFault(
    code: "rial.toman", fa: "مبلغ را به ریال بنویسید نه تومان (هر تومان ده ریال است)",
    en: "Write the amount in rials, not in tomans (one toman is ten rials)")
}
