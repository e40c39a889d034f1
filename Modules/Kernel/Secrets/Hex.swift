import CSodium

/// Hexadecimal text.
public enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// The value of each lower-case digit; 0xFF for every other character.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, digit) in digits.enumerated() { values[Int(digit)] = UInt8(value) }
    return values
  }()

  /// Two lower-case digits a byte.
  public static func encode(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      bytes.withUnsafeBytes { encode($0, into: text) }
      return bytes.count * 2
    }
  }

  /// Adds two lower-case digits a byte to a text being written.
  public static func put(_ bytes: UnsafeRawBufferPointer, into text: inout [UInt8]) {
    let start = text.count
    text.append(contentsOf: repeatElement(0, count: bytes.count * 2))
    text.withUnsafeMutableBufferPointer { encode(bytes, into: UnsafeMutableBufferPointer(rebasing: $0[start...])) }
  }

  private static func encode(_ bytes: UnsafeRawBufferPointer, into text: UnsafeMutableBufferPointer<UInt8>) {
    digits.withUnsafeBufferPointer { digits in
      for (index, byte) in bytes.enumerated() {
        text[index * 2] = digits[Int(byte >> 4)]
        text[index * 2 + 1] = digits[Int(byte & 15)]
      }
    }
  }

  /// The value of one lower-case digit, or 0xFF.
  @inline(__always) static func value(of digit: UInt8) -> UInt8 { values[Int(digit)] }

  /// The bytes of an even number of hexadecimal digits of either case and nothing else, or nil.
  public static func decode<Text: StringProtocol>(_ text: Text) -> [UInt8]? {
    let input = text.utf8.map { CChar(bitPattern: $0) }
    var bytes = [UInt8](repeating: 0, count: input.count / 2 + 1)
    var count = 0
    guard sodium_hex2bin(&bytes, bytes.count, input, input.count, nil, &count, nil) == 0 else { return nil }
    return Array(bytes.prefix(count))
  }
}
