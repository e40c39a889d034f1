import CSodium

/// Base 64 (RFC 4648). Decoding is strict: no white space, exact padding, no stray bits in the last character.
public enum Base64 {
  private static let standardVariant = Int32(sodium_base64_VARIANT_ORIGINAL)
  private static let urlVariant = Int32(sodium_base64_VARIANT_URLSAFE_NO_PADDING)

  /// The standard alphabet (section 4), padded.
  public static func standard(_ bytes: [UInt8]) -> String { encode(bytes, variant: standardVariant) }

  /// The alphabet for URLs and file names (section 5), not padded.
  public static func url(_ bytes: [UInt8]) -> String { encode(bytes, variant: urlVariant) }

  /// The bytes of standard padded text, or nil.
  public static func decode<Text: StringProtocol>(standard text: Text) -> [UInt8]? {
    decode(text, variant: standardVariant)
  }

  /// The bytes of unpadded text in the URL alphabet, or nil.
  public static func decode<Text: StringProtocol>(url text: Text) -> [UInt8]? {
    decode(text, variant: urlVariant)
  }

  private static func encode(_ bytes: [UInt8], variant: Int32) -> String {
    var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
    sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
    return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func decode(_ text: some StringProtocol, variant: Int32) -> [UInt8]? {
    let input = text.utf8.map { CChar(bitPattern: $0) }
    var bytes = [UInt8](repeating: 0, count: input.count / 4 * 3 + 3)
    var count = 0
    guard sodium_base642bin(&bytes, bytes.count, input, input.count, nil, &count, nil, variant) == 0 else { return nil }
    return Array(bytes.prefix(count))
  }
}
