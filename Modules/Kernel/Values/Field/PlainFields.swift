extension Bool: FieldType {
  public static var kind: FieldKind { .bool }
  public static var sample: Bool { false }

  public init(value: Value) throws {
    guard case .bool(let flag) = value else { throw Self.wrongKind("درست یا نادرست", "true or false") }
    self = flag
  }

  public var value: Value { .bool(self) }
}

extension Int64: FieldType {
  public static var kind: FieldKind { .int }
  public static var sample: Int64 { 0 }

  public init(value: Value) throws {
    guard case .int(let number) = value else { throw Self.wrongKind("عدد صحیح", "a whole number") }
    self = number
  }

  public var value: Value { .int(self) }
}

extension Int: FieldType {
  public static var kind: FieldKind { .int }
  public static var sample: Int { 0 }

  public init(value: Value) throws { self = Int(try Int64(value: value)) }

  public var value: Value { .int(Int64(self)) }
}

extension String: FieldType {
  public static var kind: FieldKind { .text }
  public static var sample: String { "" }

  /// Text is kept as it was typed, 40,000 bytes at most; what a text means (a name, a note) is normalised by its action.
  public init(value: Value) throws {
    guard case .text(let text) = value else { throw Self.wrongKind("متن", "text") }
    guard text.utf8.count <= Self.longestText else {
      throw FieldFault("", "field.too-long", Texts("متن بیش از ۴۰۰۰۰ بایت است.", "The text is longer than 40,000 bytes."))
    }
    self = text
  }

  public var value: Value { .text(self) }
}

/// Uninterpreted bytes: hashes, blind indexes, document contents.
public struct Bytes: FieldType, Hashable {
  public let raw: [UInt8]

  public init(_ raw: [UInt8]) { self.raw = raw }

  public static var kind: FieldKind { .bytes }
  public static var sample: Bytes { Bytes([]) }

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

  public var value: Value { .bytes(raw) }
}
