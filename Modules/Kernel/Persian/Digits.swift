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
