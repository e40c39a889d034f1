import CSodium

/// Hexadecimal text.
public enum Hex {
  /// Two lower-case digits a byte.
  public static func encode(_ bytes: [UInt8]) -> String {
    var text = [CChar](repeating: 0, count: bytes.count * 2 + 1)
    sodium_bin2hex(&text, text.count, bytes, bytes.count)
    return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
