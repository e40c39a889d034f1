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
}
