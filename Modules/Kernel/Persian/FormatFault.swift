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

/// A value with exactly one canonical text, read from the ways people write it.
public protocol WrittenValue: Hashable, Sendable {
  /// Reads any accepted spelling, in Western, Persian or Arabic digits.
  ///
  /// - Throws: `FormatFault` that says what a right spelling looks like and does not repeat the text.
  init(parsing text: String) throws(FormatFault)
  /// The canonical spelling.
  var text: String { get }
}

/// A written value that must not be shown to everyone. What is printed or logged is the masked form.
public protocol MaskedValue: WrittenValue, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The canonical text with all but its last four digits hidden.
  var masked: String { get }
}

extension MaskedValue {
  public var description: String { masked }
  public var debugDescription: String { masked }
  /// Shows the masked form only, so that a dump of an object gives nothing away.
  public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}
