import Contracts
import Feature

extension Transaction {
  /// Keeps the reason that serious actions ask for; blank ones are refused.
  func give(reason: String) throws {
    let words = PersianText.stored(reason, keepingLines: true)
    guard !words.isEmpty else {
      throw Refusal.input("/reason", "institutes.no-reason", Texts("علت را بنویسید.", "State the reason."))
    }
    setReason(words)
  }
}
