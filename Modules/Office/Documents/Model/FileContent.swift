import Contracts
import Feature

/// A whole file as base 64 text (RFC 4648, padded), which is how it travels in JSON and lies sealed in the store.
struct FileContent: FieldType {
  /// 16 MiB of bytes make this much text.
  static let longestText = (16 << 20) / 3 * 4 + 8

  let base64: String

  init(_ base64: String) { self.base64 = base64 }

  static var kind: FieldKind { .text }
  static var sample: FileContent { FileContent("") }

  init(value: Value) throws {
    guard case .text(let text) = value else {
      throw FieldFault("", "field.kind", Texts("باید متن base64 باشد.", "Must be base64 text."))
    }
    guard text.utf8.count <= FileContent.longestText else {
      throw FieldFault(
        "", "documents.too-large", Texts("پرونده بیش از ۱۶ مبی‌بایت است.", "The file is larger than 16 MiB."))
    }
    base64 = text
  }

  var value: Value { .text(base64) }
}
