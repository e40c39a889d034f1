import Contracts
import Feature

enum ChosenLanguageEntity: Entity {
  static let object = "accounts.language"
  static let prefix: String? = "LN"
  static let texts = Texts("زبان حساب", "language of an account")
}

/// What somebody wants to read, at every terminal that says nothing else.
struct ChosenLanguage: Record {
  typealias Of = ChosenLanguageEntity
  static let table = Table("accounts_language", reach: .nation)

  var id = ID<ChosenLanguageEntity>(0)
  var rev = 0
  var staff: ID<StaffEntity>
  var language: ReadingLanguage
}

/// The languages that answers are written in.
enum ReadingLanguage: String, Choice {
  case fa, en

  init(_ language: Language) { self = language == .fa ? .fa : .en }

  var texts: Texts {
    switch self {
    case .fa: Texts("فارسی", "Persian")
    case .en: Texts("انگلیسی", "English")
    }
  }
}
