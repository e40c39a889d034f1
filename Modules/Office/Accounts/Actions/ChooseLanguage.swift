import Contracts
import Feature

/// Says what one wants to read; the newest choice holds.
struct ChooseLanguage: Action {
  var language: ReadingLanguage

  static let spec = Spec(
    "accounts.choose-language", "انتخاب زبان پاسخ‌ها", "Choose the language of answers", .post, "/session/language",
    permission: .oneself, fields: ["language": ("زبان", "the language")])

  func perform(in work: borrowing Transaction) throws -> ChosenLanguage {
    guard let number = work.principal.staff else { throw Refusal.notFound(StaffEntity.self) }
    let staff = ID<StaffEntity>(number)
    guard var row = try work.first(ChosenLanguage.self, "staff = ?", staff) else {
      return try work.insert(ChosenLanguage(staff: staff, language: language))
    }
    row.language = language
    return try work.update(row)
  }
}
