extension Bool: FieldType {
  /// Yes or no.
  public static var kind: FieldKind { .bool }
  /// No.
  public static var sample: Bool { false }

  /// Reads a truth value; a row's 0 and 1 are made one before.
  ///
  /// - Throws: `FieldFault` for anything else.
  public init(value: Value) throws {
    guard case .bool(let flag) = value else { throw Self.wrongKind("درست یا نادرست", "true or false") }
    self = flag
  }

  /// Itself.
  public var value: Value { .bool(self) }
}

extension Int64: FieldType {
  /// A whole number.
  public static var kind: FieldKind { .int }
  /// Zero.
  public static var sample: Int64 { 0 }

  /// Reads a whole number.
  ///
  /// - Throws: `FieldFault` for anything else.
  public init(value: Value) throws {
    guard case .int(let number) = value else { throw Self.wrongKind("عدد صحیح", "a whole number") }
    self = number
  }

  /// Itself.
  public var value: Value { .int(self) }
}

extension Int: FieldType {
  /// A whole number.
  public static var kind: FieldKind { .int }
  /// Zero.
  public static var sample: Int { 0 }

  /// Reads a whole number.
  ///
  /// - Throws: `FieldFault` for anything else.
  public init(value: Value) throws { self = Int(try Int64(value: value)) }

  /// Itself, in 64 bits.
  public var value: Value { .int(Int64(self)) }
}

extension String: FieldType {
  /// Free text.
  public static var kind: FieldKind { .text }
  /// The empty text.
  public static var sample: String { "" }

  /// Text is kept as it was typed, 40,000 bytes at most; what a text means (a name, a note) is normalised by its action.
  ///
  /// - Throws: `FieldFault` of code `field.kind` for what is no text, `field.too-long` beyond 40,000 bytes of UTF-8.
  public init(value: Value) throws {
    guard case .text(let text) = value else { throw Self.wrongKind("متن", "text") }
    guard text.utf8.count <= Self.longestText else {
      throw FieldFault("", "field.too-long", Texts("متن بیش از ۴۰۰۰۰ بایت است.", "The text is longer than 40,000 bytes."))
    }
    self = text
  }

  /// Itself.
  public var value: Value { .text(self) }
}

/// Uninterpreted bytes: hashes, blind indexes, document contents.
public struct Bytes: FieldType, Hashable {
  /// The octets.
  public let raw: [UInt8]

  /// Wraps octets.
  public init(_ raw: [UInt8]) { self.raw = raw }

  /// Bytes, in JSON as lower-case hexadecimal.
  public static var kind: FieldKind { .bytes }
  /// No octets.
  public static var sample: Bytes { Bytes([]) }

  /// Reads bytes, of an input from lower-case hexadecimal.
  ///
  /// - Throws: `FieldFault` for other text, and for what is neither.
  public init(value: Value) throws {
    switch value {
    case .bytes(let raw): self.raw = raw
    case .text(let text):
      // Lower case only: one content, one text.
      guard let raw = Hex.decode(text), Hex.encode(raw) == text else { throw Self.wrongKind("بایت به هگزادسیمال", "bytes in hexadecimal") }
      self.raw = raw
    default: throw Self.wrongKind("بایت", "bytes")
    }
  }

  /// The octets.
  public var value: Value { .bytes(raw) }
}
