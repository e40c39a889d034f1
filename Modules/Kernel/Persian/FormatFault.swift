/// Why a written value or a day was refused, in words for the person who typed it. Never repeats an identifier, which
/// may be personal.
public struct FormatFault: Error, Sendable, Equatable {
  /// Stable name of the reason, for example `national-id.check-digit`.
  public let code: String
  public let fa: String
  public let en: String

  public init(code: String, fa: String, en: String) {
    self.code = code
    self.fa = fa
    self.en = en
  }
}
