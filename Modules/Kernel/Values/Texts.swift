/// One sentence or title in the two languages people read.
public struct Texts: Sendable, Hashable, Codable {
  /// Persian, what most people see.
  public let fa: String
  /// English, for operators, logs and who prefers it.
  public let en: String

  /// The same said twice.
  ///
  /// - Parameters:
  ///   - fa: in Persian.
  ///   - en: in English.
  public init(_ fa: String, _ en: String) {
    self.fa = fa
    self.en = en
  }
}

/// A language people read.
public enum Language: String, Choice, Codable {
  /// Persian, which most people read.
  case fa
  /// English.
  case en

  /// Its name.
  public var texts: Texts {
    switch self {
    case .fa: Texts("فارسی", "Persian")
    case .en: Texts("انگلیسی", "English")
    }
  }
}

extension Texts {
  /// The sentence in one of the languages.
  public subscript(language: Language) -> String { language == .fa ? fa : en }
}
