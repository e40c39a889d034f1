import Contracts
import Feature

/// What somebody wrote, as it is kept.
///
/// - Throws: a refusal when nothing is written there.
func written(_ text: Personal<String>, at pointer: String) throws -> Personal<String> {
  Personal(try written(text.content, at: pointer))
}

/// The same of what everybody may read.
///
/// - Throws: a refusal when nothing is written there.
func written(_ text: String, at pointer: String) throws -> String {
  let stored = PersianText.stored(text, keepingLines: true)
  guard !stored.isEmpty else {
    throw Refusal.input(pointer, "field.required", Texts("این مورد لازم است.", "This field is required."))
  }
  return stored
}
