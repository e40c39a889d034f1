/// A person's national ID (کد ملی): ten digits, the last a check digit, never ten times the same.
///
/// The check finds typing errors (it misses about 1.6 % of single wrong digits); it proves nothing about a person.
public struct NationalID: MaskedValue {
  private let number: UInt64

  /// - Throws: `national-id.unreadable`, `national-id.length` (8 or 9 digits: the fault says that leading zeros may
  ///   have been lost, and nothing is filled in), `national-id.repeated`, `national-id.check-digit`.
  public init(parsing text: String) throws(FormatFault) {
    guard let reader = DigitReader(text.unicodeScalars, limit: 16), !reader.digits.isEmpty else { throw .unreadable }
    let digits = reader.digits
    switch digits.count {
    case 10: break
    case 8, 9: throw .zerosLost
    default: throw .length
    }
    guard digits.contains(where: { $0 != digits[0] }) else { throw .repeated }
    guard Self.checkDigit(digits) == digits[9] else { throw .checkDigit }
    number = reader.number
  }

  /// Ten ASCII digits, leading zeros included.
  public var text: String { number.padded(to: 10) }
  /// `******9645`.
  public var masked: String { "******" + (number % 10_000).padded(to: 4) }

  /// What 8 or 9 digits become with the lost zeros in front, if that is a valid ID: to be offered to a person,
  /// never taken by itself.
  public static func suggestion(for text: String) -> NationalID? {
    guard let count = DigitReader(text.unicodeScalars)?.digits.count, count == 8 || count == 9 else { return nil }
    return try? NationalID(parsing: (count == 8 ? "00" : "0") + text)
  }

  private static func checkDigit(_ digits: [UInt8]) -> UInt8 {
    var sum = 0
    for place in 0..<9 { sum += Int(digits[place]) * (10 - place) }
    let rest = sum % 11
    return UInt8(rest < 2 ? rest : 11 - rest)
  }
}

extension FormatFault {
  fileprivate static let unreadable = FormatFault(
    code: "national-id.unreadable", fa: "کد ملی باید تنها از رقم ساخته شده باشد",
    en: "A national ID consists of digits only")
  fileprivate static let length = FormatFault(
    code: "national-id.length", fa: "کد ملی باید ده رقم داشته باشد", en: "A national ID has ten digits")
  fileprivate static let zerosLost = FormatFault(
    code: "national-id.length",
    fa: "کد ملی باید ده رقم داشته باشد؛ شاید صفرهای آغاز آن (در اکسل) افتاده باشد، آن‌ها را بنویسید",
    en: "A national ID has ten digits: its leading zeros may have been lost (in a spreadsheet), write them")
  fileprivate static let repeated = FormatFault(
    code: "national-id.repeated", fa: "کد ملی نمی‌تواند ده رقم یکسان باشد",
    en: "A national ID cannot be ten times the same digit")
  fileprivate static let checkDigit = FormatFault(
    code: "national-id.check-digit", fa: "رقم کنترل کد ملی درست نیست؛ رقم‌ها را بازبینی کنید",
    en: "The check digit of the national ID does not agree: look at the digits again")
}

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
