import Feature

/// What people type, as it is kept, with a length that a page can show.
enum PersonText {
  /// A name or a title.
  static let line = 300
  /// A report, a reason, grounds.
  static let page = 5_000

  static func isBlank(_ text: String) -> Bool { PersianText.stored(text).isEmpty }

  /// - Throws: `Refusal` for a text that is too long.
  static func kept(_ text: String, _ pointer: String, most: Int, keepingLines: Bool = false) throws -> String {
    let words = PersianText.stored(text, keepingLines: keepingLines)
    guard words.count <= most else {
      throw Refusal.input(
        pointer, "healthbases.too-long",
        Texts("متن بیش از \(PersianText.persianDigits(most)) نویسه است؛ کوتاه‌تر بنویسید.", "More than \(most) characters: write less."))
    }
    return words
  }

  /// - Throws: `Refusal` for a blank text and for one that is too long.
  static func needed(_ text: String, _ pointer: String, most: Int) throws -> String {
    guard !isBlank(text) else {
      throw Refusal.input(pointer, "healthbases.no-text", Texts("چیزی نوشته نشده است.", "Nothing is written."))
    }
    return try kept(text, pointer, most: most, keepingLines: true)
  }
}
