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
