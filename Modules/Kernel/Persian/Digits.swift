extension PersianText {
  /// Persian and Arabic digits as 0-9; everything else as it is.
  public static func asciiDigits(_ text: String) -> String {
    ScalarSink.text(from: text) { sink in
      for scalar in text.unicodeScalars {
        sink.append(Digit.value(scalar.value).map { UInt32($0) + 0x30 } ?? scalar.value)
      }
    }
  }

  /// Western and Arabic digits as ۰-۹; everything else as it is.
  public static func persianDigits(_ text: String) -> String {
    ScalarSink.text(from: text) { sink in
      for scalar in text.unicodeScalars {
        sink.append(Digit.value(scalar.value).map { UInt32($0) + 0x06F0 } ?? scalar.value)
      }
    }
  }

  /// A whole number in ۰-۹, with leading zeros up to that width.
  public static func persianDigits(_ number: some BinaryInteger, width: Int = 1) -> String {
    persianDigits(number.padded(to: width))
  }
}

extension BinaryInteger {
  /// Of a number that is not negative: its ASCII digits, with leading zeros up to that width.
  @inlinable
  public func padded(to width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Unicode.Scalar {
  /// Of a Western, Persian or Arabic digit.
  public var decimalDigit: Int? { Digit.value(value).map(Int.init) }
}

/// Reads the digits of an identifier as people paste it: digits of three scripts, between them spaces, hyphens and
/// invisible controls.
struct DigitReader {
  /// Values 0-9 in order.
  private(set) var digits: [UInt8] = []

  /// Nil for any other character, or more than `limit` digits.
  init?(_ text: some Sequence<Unicode.Scalar>, limit: Int = 32) {
    digits.reserveCapacity(limit)
    for scalar in text {
      if let digit = Digit.value(scalar.value) {
        guard digits.count < limit else { return nil }
        digits.append(digit)
      } else {
        guard Self.isFiller(scalar.value) else { return nil }
      }
    }
  }

  /// The number the digits write; at most 19 of them.
  var number: UInt64 { digits.reduce(0) { $0 &* 10 &+ UInt64($1) } }

  private static func isFiller(_ value: UInt32) -> Bool {
    value == 0x2D || value == 0x2010 || value == 0x2011 || Folding.isSpace(value) || Folding.isJoiner(value)
      || Folding.isInvisibleControl(value)
  }
}

/// Decimal digits: Western, Persian, Arabic.
enum Digit {
  @inline(__always)
  static func value(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x30...0x39: UInt8(truncatingIfNeeded: scalar &- 0x30)
    case 0x6F0...0x6F9: UInt8(truncatingIfNeeded: scalar &- 0x6F0)
    case 0x660...0x669: UInt8(truncatingIfNeeded: scalar &- 0x660)
    default: nil
    }
  }
}

/// A whole number as people write it: digits of three scripts, grouped by threes with one of `,` `٬` `_` or not at all, a
/// sign before them, blanks and invisible controls around them. Nothing else: `1,5` may be meant as a fraction.
struct WholeNumber {
  private(set) var value: Int64 = 0
  /// Whether it is one that `value` cannot hold.
  private(set) var isTooLarge = false

  /// Nil for any other text.
  init?(_ text: String) {
    let scalars = text.unicodeScalars.filter { !Folding.isInvisibleControl($0.value) }
    var digits = PersianText.trimmed(String(scalars)).unicodeScalars[...]
    let isNegative = digits.first == "-" || digits.first == "\u{2212}"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    var separator: Unicode.Scalar?
    var inGroup = 0
    for scalar in digits {
      if let digit = Digit.value(scalar.value) {
        append(digit, isNegative: isNegative)
        inGroup += 1
      } else {
        guard separator == nil ? Self.separators.contains(scalar) && (1...3).contains(inGroup) : separator == scalar && inGroup == 3
        else { return nil }
        separator = scalar
        inGroup = 0
      }
    }
    guard separator == nil ? inGroup > 0 : inGroup == 3 else { return nil }
  }

  private static let separators: Set<Unicode.Scalar> = [",", "٬", "_"]

  private mutating func append(_ digit: UInt8, isNegative: Bool) {
    let shifted = value.multipliedReportingOverflow(by: 10)
    let next = shifted.partialValue.addingReportingOverflow(isNegative ? -Int64(digit) : Int64(digit))
    isTooLarge = isTooLarge || shifted.overflow || next.overflow
    value = next.partialValue
  }
}

extension PersianText {
  /// The whole number that a text writes in digits of three scripts, grouped by threes or not at all; nil for any other
  /// text, and for a number that does not fit.
  public static func wholeNumber(_ text: String) -> Int64? {
    WholeNumber(text).flatMap { $0.isTooLarge ? nil : $0.value }
  }
}
