/// A type that stands in a single field: it knows its kind, reads itself from a value and writes itself as one.
public protocol FieldType: Codable, Sendable {
  /// What faces make of it: format, completion, documentation.
  static var kind: FieldKind { get }
  /// How the store and the ledger treat it.
  static var guarding: FieldGuard { get }
  /// Of a text: how many bytes it may have at most.
  static var longestText: Int { get }
  /// Any valid instance; lets a schema be read off a type without an input.
  ///
  /// - Throws: `FieldFault` when there is no valid instance, as of an empty list.
  static var sample: Self { get throws }
  /// - Throws: `FieldFault` with an empty pointer; the caller knows where it stands.
  init(value: Value) throws
  /// What `init(value:)` reads again without loss.
  var value: Value { get }
}

/// How a field's content is kept.
public enum FieldGuard: String, Sendable {
  /// In clear everywhere.
  case open
  /// Clear in the store, committed in the ledger.
  case personal
  /// Encrypted in the store, masked without the right, committed in the ledger.
  case secret
}

extension FieldType {
  /// Open, unless a type says otherwise.
  public static var guarding: FieldGuard { .open }
  /// 40,000 bytes of UTF-8, unless a type says otherwise.
  public static var longestText: Int { 40_000 }

  /// Reads itself as one field, with the same faults as `init(value:)`.
  ///
  /// - Throws: `FieldFault` for what is not valid, and with a decoder of another room, such as `JSONDecoder`.
  public init(from decoder: any Decoder) throws { self = try Self(value: ValueDecoder.value(of: decoder)) }

  /// Writes itself as one field.
  ///
  /// - Throws: `FieldFault` with an encoder of another room, such as `JSONEncoder`.
  public func encode(to encoder: any Encoder) throws { try ValueEncoder.put(value, into: encoder) }

  static func wrongKind(_ fa: String, _ en: String) -> FieldFault {
    FieldFault("", "field.kind", Texts("باید \(fa) باشد.", "Must be \(en)."))
  }
}

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
    guard case .text(let text) = value, let known = Self(rawValue: text) else {
      throw FieldFault.choice(Self.allCases.map { ChoiceText($0.rawValue, $0.texts) })
    }
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
  static func choice(_ choices: [ChoiceText]) -> FieldFault {
    func told(_ language: Language) -> String {
      choices.map { choice in
        let label = choice.texts[language]
        return label.isEmpty || label == choice.value ? choice.value : "\(choice.value) (\(label))"
      }.joined(separator: language == .fa ? "، " : ", ")
    }
    return FieldFault("", "field.choice", Texts("باید یکی از این‌ها باشد: \(told(.fa))", "Must be one of: \(told(.en))"))
  }
}
