import Contracts
import Feature

/// Text from a form as it is stored.
///
/// - Parameter keepingLines: for texts of several paragraphs.
/// - Throws: `Refusal` when nothing is left of it.
func written(_ text: String, at pointer: String, keepingLines: Bool = false) throws -> String {
  let stored = PersianText.stored(text, keepingLines: keepingLines)
  guard !stored.isEmpty else {
    throw Refusal.input(pointer, "field.empty", Texts("این مورد نباید خالی باشد.", "This must not be empty."))
  }
  return stored
}
