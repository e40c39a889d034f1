import Contracts
import Feature

/// A file's name as it may be stored and offered again: no path, no control or bidi characters.
struct FileName {
  let text: String

  /// - Throws: `Refusal` of kind `malformed`.
  init(_ given: String) throws {
    let stored = PersianText.stored(given)
    let isHarmless = stored == given && !stored.contains { "/\\:*?\"<>|".contains($0) } && !stored.hasPrefix(".")
    guard isHarmless, (1...150).contains(stored.count), stored.utf8.count <= 255 else {
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
