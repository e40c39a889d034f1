import CSodium

/// Hexadecimal text.
public enum Hex {
  /// Two lower-case digits a byte.
  public static func encode(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      func digit(_ half: UInt8) -> UInt8 { half < 10 ? UInt8(ascii: "0") + half : UInt8(ascii: "a") + half - 10 }
      for (index, byte) in bytes.enumerated() {
        text[index * 2] = digit(byte >> 4)
        text[index * 2 + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  /// The bytes of an even number of hexadecimal digits of either case and nothing else, or nil.
  public static func decode<Text: StringProtocol>(_ text: Text) -> [UInt8]? {
    let input = text.utf8.map { CChar(bitPattern: $0) }
    var bytes = [UInt8](repeating: 0, count: input.count / 2 + 1)
    var count = 0
    guard sodium_hex2bin(&bytes, bytes.count, input, input.count, nil, &count, nil) == 0 else { return nil }
    return Array(bytes.prefix(count))
  }
}
