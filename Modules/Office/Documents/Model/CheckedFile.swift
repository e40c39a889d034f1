import Contracts
import Feature
import Secrets

/// A file that was decoded, hashed and looked at beside the writer.
struct CheckedFile: Sendable {
  let size: Int
  let sha256: String
  let type: MediaType?

  /// - Throws: `Refusal` of kind `malformed` for text that is not base 64.
  init(_ content: FileContent) throws {
    guard let bytes = Base64.decode(standard: content.base64) else {
      throw Refusal.input(
        "/content", "documents.base64", Texts("محتوا به شکل درست base64 نیست.", "The content is not valid base64."))
    }
    size = bytes.count
    sha256 = Hex.encode(Digest.sha256(bytes))
    type = MediaType(of: bytes)
  }
}

/// A file's name as it may be stored and offered again: no path, no control or bidi characters.
struct FileName {
  let text: String

  /// - Throws: `Refusal` of kind `malformed`.
  init(_ given: String) throws {
    let stored = PersianText.stored(given)
    let isHarmless = stored == given && !stored.contains { "/\\:*?\"<>|".contains($0) } && !stored.hasPrefix(".")
    guard isHarmless, (1...150).contains(stored.unicodeScalars.count), stored.utf8.count <= 255 else {
      throw Refusal.input(
        "/fileName", "documents.file-name",
        Texts(
          "نام پرونده ۱ تا ۱۵۰ نویسه است، بی‌مسیر و بی‌نویسهٔ پنهان، مانند asasname.pdf.",
          "A file name must have 1 to 150 characters, no path and no invisible characters, such as statute.pdf."))
    }
    text = stored
  }

  /// What follows the last dot, lower case.
  var ending: String {
    text.lastIndex(of: ".").map { text[text.index(after: $0)...].lowercased() } ?? ""
  }
}

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
