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
