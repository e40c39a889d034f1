import Contracts
import Feature

/// What people type is stored clean and has an end.
enum TrainingText {
  /// Titles, places, names, numbers of letters.
  static let line = 200
  /// What several lines may say.
  static let paragraph = 2_000

  /// - Parameter most: letters.
  /// - Throws: `Refusal` for a text that is longer.
  static func stored(_ text: String, at pointer: String, most: Int) throws -> String {
    let stored = PersianText.stored(text)
    guard stored.count <= most else {
      throw Refusal.input(
        pointer, "training.text-length",
        Texts("این متن از \(most) نویسه بلندتر است؛ کوتاهش کنید.", "This text has more than \(most) letters; shorten it."))
    }
    return stored
  }
}
