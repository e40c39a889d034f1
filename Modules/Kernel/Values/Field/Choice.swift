/// A closed list of values, each with its name in both languages: an enum of strings is enough to declare one.
public protocol Choice: FieldType, CaseIterable, RawRepresentable, Hashable where RawValue == String {
  /// What people call this one of the list.
  var texts: Texts { get }
}

extension Choice {
  /// The whole list, in declared order, with its names.
  public static var kind: FieldKind { .choice(allCases.map { ChoiceText($0.rawValue, $0.texts) }) }

  /// The first of the list.
  ///
  /// - Throws: `FieldFault` when the list is empty.
  public static var sample: Self {
    get throws {
      guard let first = allCases.first else { throw wrongKind("فهرست", "a list with values") }
      return first
    }
  }

  /// Reads a code; names are understood by `TypedText`, before.
  ///
  /// - Throws: `FieldFault` with code `field.choice` and the codes there are.
  public init(value: Value) throws {
    guard case .text(let text) = value, let known = Self(rawValue: text) else { throw FieldFault.choice(Self.allCases.map(\.rawValue)) }
    self = known
  }

  /// Its code.
  public var value: Value { .text(rawValue) }

  /// Reads its code, with the same faults as `init(value:)`.
  ///
  /// - Throws: `FieldFault` for a code that is not of the list, and with a decoder of another room.
  // Both FieldType and the standard library offer these for an enum of strings; this settles it.
  public init(from decoder: any Decoder) throws { self = try Self(value: ValueDecoder.value(of: decoder)) }
  /// Writes its code.
  ///
  /// - Throws: `FieldFault` with an encoder of another room, such as `JSONEncoder`.
  public func encode(to encoder: any Encoder) throws { try ValueEncoder.put(value, into: encoder) }
}

extension FieldFault {
  /// A value that is none of the list.
  static func choice(_ values: [String]) -> FieldFault {
    let values = values.joined(separator: ", ")
    return FieldFault("", "field.choice", Texts("باید یکی از این‌ها باشد: \(values)", "Must be one of: \(values)"))
  }
}
