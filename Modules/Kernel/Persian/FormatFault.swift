/// Why a written value or a day was refused, in words for the person who typed it. Never repeats an identifier, which
/// may be personal.
public struct FormatFault: Error, Sendable, Equatable {
  /// Stable name of the reason, for example `national-id.check-digit`.
  public let code: String
  /// The reason in Persian, and what would be right.
  public let fa: String
  /// The reason in English, and what would be right.
  public let en: String

  /// A reason in both languages.
  ///
  /// - Parameters:
  ///   - code: stable, for machines.
  ///   - fa: in Persian; no identifier is repeated in it.
  ///   - en: in English; no identifier is repeated in it.
  public init(code: String, fa: String, en: String) {
    self.code = code
    self.fa = fa
    self.en = en
  }
}
