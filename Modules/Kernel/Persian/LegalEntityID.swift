/// The ID of a legal person (شناسه ملی): eleven digits, the last a check digit.
///
/// The rule of the check digit is known from public code only, not from an official text. So a caller should turn
/// the fault `legal-entity-id.check-digit` into a warning and, if the person insists, take `init(unchecked:)`.
/// Decoding checks the form only, so that what was once accepted can always be read again.
public struct LegalEntityID: MaskedValue {
  private let number: UInt64

  /// - Throws: `legal-entity-id.form` or `legal-entity-id.check-digit`.
  public init(parsing text: String) throws(FormatFault) {
    try self.init(unchecked: text)
    guard checkDigitAgrees else {
      throw FormatFault(
        code: "legal-entity-id.check-digit", fa: "رقم کنترل شناسهٔ ملی درست نیست؛ رقم‌ها را بازبینی کنید",
        en: "The check digit of the legal-entity ID does not agree: look at the digits again")
    }
  }

  /// Reads eleven digits without a look at the check digit.
  /// - Throws: `legal-entity-id.form`.
  public init(unchecked text: String) throws(FormatFault) {
    guard let reader = DigitReader(text.unicodeScalars, limit: 16), reader.digits.count == 11 else {
      throw FormatFault(
        code: "legal-entity-id.form", fa: "شناسهٔ ملی شخص حقوقی باید یازده رقم باشد",
        en: "A legal-entity ID has eleven digits")
    }
    number = reader.number
  }

  /// Eleven ASCII digits.
  public var text: String { number.padded(to: 11) }
  /// `*******4790`.
  public var masked: String { "*******" + (number % 10_000).padded(to: 4) }

  /// Digits 4 to 9 must not all be zero; then a weighted sum modulo 11.
  public var checkDigitAgrees: Bool {
    guard number / 100 % 1_000_000 != 0 else { return false }
    let digits = text.utf8.map { Int($0) - 0x30 }
    let weights = [29, 27, 23, 19, 17]
    let shift = digits[9] + 2
    var sum = 0
    for place in 0..<10 { sum += (shift + digits[place]) * weights[place % 5] }
    return sum % 11 % 10 == digits[10]
  }
}
