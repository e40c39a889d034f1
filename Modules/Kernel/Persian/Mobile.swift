/// An Iranian mobile number, canonical as +989123456789.
public struct Mobile: MaskedValue {
  /// The nine digits after the leading 9.
  private let number: UInt32

  /// Accepts 09…, 9…, +989… and 00989… with nine digits after the 9; spaces and hyphens are passed over.
  /// - Throws: `mobile.form`.
  public init(parsing text: String) throws(FormatFault) {
    var scalars = text.unicodeScalars.drop { Folding.isSpace($0.value) || Folding.isInvisibleControl($0.value) }
    let hasPlus = scalars.first == "+" || scalars.first == "\u{FF0B}"
    if hasPlus { scalars = scalars.dropFirst() }
    guard let reader = DigitReader(scalars, limit: 16) else { throw .mobile }
    let prefix: [UInt8]
    switch (hasPlus, reader.digits.count) {
    case (true, 12): prefix = [9, 8, 9]
    case (false, 14): prefix = [0, 0, 9, 8, 9]
    case (false, 11): prefix = [0, 9]
    case (false, 10): prefix = [9]
    default: throw .mobile
    }
    guard reader.digits.starts(with: prefix) else { throw .mobile }
    number = reader.digits.suffix(9).reduce(0) { $0 &* 10 &+ UInt32($1) }
  }

  /// International form (ITU-T E.164), `+989123456789`.
  public var text: String { "+989" + number.padded(to: 9) }
  /// `+98******6789`.
  public var masked: String { "+98******" + (number % 10_000).padded(to: 4) }

  /// As dialled inside Iran, 09123456789.
  public var national: String { "09" + number.padded(to: 9) }

  /// Whether the prefix was in use when this list was made (90[0-5], 91, 92[0-3], 93, 99): a hint for the person
  /// typing, no more, because such lists age.
  public var hasKnownPrefix: Bool {
    let prefix = number / 10_000_000
    return prefix <= 5 || (10...23).contains(prefix) || (30...39).contains(prefix) || prefix >= 90
  }
}

extension FormatFault {
  fileprivate static let mobile = FormatFault(
    code: "mobile.form", fa: "شمارهٔ همراه باید مانند ۰۹۱۲۳۴۵۶۷۸۹ یا ‎+989123456789 باشد",
    en: "A mobile number is written as 09123456789 or +989123456789")
}
