import Contracts
import Feature

extension ToolshedModule {
  /// What people call the properties of this module's inputs, records and answers.
  static let words: Words = [
    "borrower": ("امانت‌گیرنده", "borrower"),
    "dueOn": ("موعد بازگشت", "due on"),
    "longest": ("بیشترین مدت", "longest"),
    "tool": ("وسیله", "tool"),
  ]
}
