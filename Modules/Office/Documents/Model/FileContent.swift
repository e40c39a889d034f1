public import Values

/// A whole file as base 64 text (RFC 4648, padded), which is how it travels in JSON and lies sealed in the store.
public struct FileContent: FieldType {
  /// 16 MiB of bytes make this much text.
  public static let longestText = (16 << 20) / 3 * 4 + 8

  public let base64: String

  public init(_ base64: String) { self.base64 = base64 }

  public static var kind: FieldKind { .text }
  public static var sample: FileContent { FileContent("") }

  public init(value: Value) throws {
    guard case .text(let text) = value else {
      throw FieldFault("", "field.kind", Texts("باید متن base64 باشد.", "Must be base64 text."))
    }
    guard text.utf8.count <= FileContent.longestText else {
      throw FieldFault(
        "", "documents.too-large", Texts("پرونده بیش از ۱۶ مبی‌بایت است.", "The file is larger than 16 MiB."))
    }
    base64 = text
  }

  public var value: Value { .text(base64) }
}
