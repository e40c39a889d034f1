import Contracts
import Feature

/// The number of a letter in its one spelling: Latin digits, one space at most.
struct LetterNumber {
  let text: String

  /// - Throws: `Refusal` of kind `malformed`.
  init(_ given: String, at pointer: String) throws {
    let stored = PersianText.asciiDigits(PersianText.stored(given))
    guard (1...60).contains(stored.count), stored.contains(where: \.isNumber) else {
      throw Refusal.input(
        pointer, "enquiries.letter-number",
        Texts("شمارهٔ نامه باید ۱ تا ۶۰ نویسه و دارای رقم باشد.", "A letter's number must have 1 to 60 characters, digits among them."))
    }
    text = stored
  }
}
