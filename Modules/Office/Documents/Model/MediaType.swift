import Contracts
import Feature

/// What a file is, told by its first bytes and never by its name.
enum MediaType: String, Choice {
  case pdf, jpeg, png, text

  var texts: Texts {
    switch self {
    case .pdf: Texts("PDF", "PDF")
    case .jpeg: Texts("تصویر JPEG", "JPEG image")
    case .png: Texts("تصویر PNG", "PNG image")
    case .text: Texts("متن ساده", "plain text")
    }
  }

  /// Endings of a file name that promise this type.
  var endings: [String] {
    switch self {
    case .pdf: ["pdf"]
    case .jpeg: ["jpg", "jpeg"]
    case .png: ["png"]
    case .text: ["txt", "csv", "md"]
    }
  }

  /// nil for bytes of no accepted type.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: Array("%PDF-".utf8)) {
      self = .pdf
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      self = .png
    } else if MediaType.isPlainText(bytes) {
      self = .text
    } else {
      return nil
    }
  }

  /// UTF-8 without control characters other than tab and line ends.
  private static func isPlainText(_ bytes: [UInt8]) -> Bool {
    let isPrintable = bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return !bytes.isEmpty && isPrintable && String(validating: bytes, as: UTF8.self) != nil
  }
}
