/// A value with exactly one canonical text, read from the ways people write it and coded as that text.
public protocol WrittenValue: Hashable, Sendable, Codable {
  /// Reads any accepted spelling, in Western, Persian or Arabic digits.
  init(parsing text: String) throws(FormatFault)
  /// The canonical spelling.
  var text: String { get }
}

extension WrittenValue {
  /// A single string, checked as `init(parsing:)` checks it.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    do throws(FormatFault) {
      try self.init(parsing: text)
    } catch {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: error.en, underlyingError: error))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A written value that must not be shown to everyone. What is printed or logged is the masked form.
public protocol MaskedValue: WrittenValue, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The canonical text with all but its last four digits hidden.
  var masked: String { get }
}

extension MaskedValue {
  public var description: String { masked }
  public var debugDescription: String { masked }
  public var customMirror: Mirror { Mirror(self, children: ["masked": masked]) }
}
