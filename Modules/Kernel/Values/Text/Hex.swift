/// Hexadecimal text.
public enum Hex {
  /// Two lower-case digits a byte.
  public static func encode(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      for (index, byte) in bytes.enumerated() {
        text[index * 2] = digit(byte >> 4)
        text[index * 2 + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  /// Sixteen lower-case digits.
  public static func encode(_ word: UInt64) -> String {
    String(unsafeUninitializedCapacity: 16) { text in
      for place in 0..<16 { text[place] = digit(UInt8(truncatingIfNeeded: word >> (60 - 4 * UInt64(place))) & 15) }
      return 16
    }
  }

  /// A scalar that cannot be seen, as programs write it: `\u{200E}`.
  public static func escape(_ scalar: Unicode.Scalar) -> String { "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}" }

  /// The bytes of an even number of hexadecimal digits of either case and nothing else, or nil.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? { decode(octets: text.utf8) }

  static func decode(octets digits: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits {
      let value = value(of: (0x41...0x46).contains(digit) ? digit | 0x20 : digit)
      guard value < 16 else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }

  /// The value of one lower-case digit; 0xFF of every other character.
  @inlinable @inline(__always)
  public static func value(of digit: UInt8) -> UInt8 {
    if digit &- 0x30 < 10 { return digit &- 0x30 }
    return digit &- 0x61 < 6 ? digit &- 0x57 : 0xFF
  }

  /// The lower-case digit of a number below sixteen.
  @inline(__always)
  static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 &+ value : 0x57 &+ value }
}
