/// An Iranian bank account number (شبا): IR and 24 digits, ISO 13616, modulo 97.
public struct IBAN: MaskedValue {
  /// The two check digits and the 22 digits of the account.
  private let check: UInt8
  private let high: UInt64
  private let low: UInt64

  /// The letters IR may be left out or small; spaces between groups are passed over.
  /// - Throws: `iban.form` or `iban.check-digits`.
  public init(parsing text: String) throws(FormatFault) {
    var scalars = text.unicodeScalars.drop { Folding.isSpace($0.value) || Folding.isInvisibleControl($0.value) }
    if let first = scalars.first, first == "I" || first == "i" {
      scalars = scalars.dropFirst()
      guard let second = scalars.first, second == "R" || second == "r" else { throw .form }
      scalars = scalars.dropFirst()
    }
    guard let reader = DigitReader(scalars), reader.digits.count == 24 else { throw .form }
    let digits = reader.digits
    var rest = 0
    for digit in digits[2...] { rest = (rest * 10 + Int(digit)) % 97 }
    // The letters count as 18 and 27, and stand with the check digits at the end.
    for digit in [1, 8, 2, 7, Int(digits[0]), Int(digits[1])] { rest = (rest * 10 + digit) % 97 }
    guard rest == 1 else { throw .checkDigits }
    check = digits[0] * 10 + digits[1]
    high = digits[2..<13].reduce(0) { $0 &* 10 &+ UInt64($1) }
    low = digits[13...].reduce(0) { $0 &* 10 &+ UInt64($1) }
  }

  /// Without spaces, `IR580540105180021273113007`.
  public var text: String {
    "IR" + check.padded(to: 2) + high.padded(to: 11) + low.padded(to: 11)
  }
  /// `IR********************3007`.
  public var masked: String { "IR" + String(repeating: "*", count: 20) + (low % 10_000).padded(to: 4) }

  /// Three digits, for example 054.
  public var bankCode: String { (high / 100_000_000).padded(to: 3) }
}

extension FormatFault {
  fileprivate static let form = FormatFault(
    code: "iban.form", fa: "شمارهٔ شبا باید IR و ۲۴ رقم پس از آن باشد", en: "An IBAN is IR followed by 24 digits")
  fileprivate static let checkDigits = FormatFault(
    code: "iban.check-digits", fa: "رقم‌های کنترل شماره شبا درست نیست؛ رقم‌ها را بازبینی کنید",
    en: "The check digits of the IBAN do not agree: look at the digits again")
}
