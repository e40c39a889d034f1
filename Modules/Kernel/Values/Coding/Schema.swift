/// The fields of a Codable struct, read off the type itself: a decoder that notes what the struct asks for.
public enum Schema {
  /// - Throws: when the type asks for something that is no `FieldType`, list or struct of those.
  public static func fields<Declared: Decodable>(of type: Declared.Type) throws -> [Field] {
    let notes = Notes()
    _ = try Declared(from: Recorder(notes: notes))
    return notes.fields
  }
}

extension Schema {
  /// A type's name without its module: `ShowGroup.Step`; of a generic type the name of what it is about.
  public static func name<Declared>(of type: Declared.Type) -> String {
    // What `String(reflecting:)` says of a type, without asking first how the type would describe itself.
    let whole = _typeName(type)
    let inner = whole.lastIndex(of: "<").map { whole[whole.index(after: $0)...].prefix { $0 != ">" && $0 != "," } }
    return String((inner ?? whole[...]).drop { $0 != "." }.dropFirst())
  }
}

private final class Notes {
  var fields: [Field] = []
}

/// Arrays, seen without knowing their element at compile time.
private protocol ListType {
  static func element() throws -> Field
}

extension Array: ListType where Element: Decodable {
  static func element() throws -> Field { try field("", Element.self, optional: false).field }
}

private protocol LooseType {}
extension Dictionary: LooseType {}

private func field<Wanted: Decodable>(
  _ name: String, _ type: Wanted.Type, optional: Bool
) throws -> (field: Field, sample: Wanted) {
  let leaf = type as? any FieldType.Type
  func described(_ kind: FieldKind, _ guarding: FieldGuard, _ parse: (@Sendable (Value) throws -> Value)?) -> Field {
    Field(
      name: name, kind: kind, isOptional: optional, guarding: guarding, longestText: leaf?.longestText ?? 0, isShown: !isKey(type),
      typeName: Schema.name(of: type), parse: parse)
  }
  if let leaf, let sample = try leaf.sample as? Wanted {
    return (described(leaf.kind, leaf.guarding) { try leaf.init(value: $0).value }, sample)
  }
  if let list = type as? any ListType.Type {
    return (described(.list(try list.element()), .open, nil), try ValueDecoder.decode(type, from: .list([])))
  }
  // Its names are not known before there is an input.
  guard !(type is any LooseType.Type) else { throw FieldFault.unsupported }
  let notes = Notes()
  let sample = try Wanted(from: Recorder(notes: notes))
  return (described(.object(notes.fields), .open, nil), sample)
}

private struct Recorder: Decoder {
  let notes: Notes
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(KeyedRecorder<Key>(notes: notes))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw FieldFault.unsupported }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw FieldFault.unsupported }
}

private struct KeyedRecorder<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let notes: Notes
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { [] }

  func contains(_ key: Key) -> Bool { true }
  func decodeNil(forKey key: Key) -> Bool { false }

  func decode<Wanted: Decodable>(_ type: Wanted.Type, forKey key: Key) throws -> Wanted {
    let noted = try field(key.stringValue, type, optional: false)
    notes.fields.append(noted.field)
    return noted.sample
  }

  private func optional<Wanted: Decodable>(_ type: Wanted.Type, _ key: Key) throws -> Wanted? {
    notes.fields.append(try field(key.stringValue, type, optional: true).field)
    return nil
  }

  func decodeIfPresent<Wanted: Decodable>(_ type: Wanted.Type, forKey key: Key) throws -> Wanted? {
    try optional(type, key)
  }
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try optional(type, key) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try optional(type, key) }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try optional(type, key) }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try optional(type, key) }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Inner> { throw FieldFault.unsupported }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw FieldFault.unsupported }
  func superDecoder() throws -> any Decoder { throw FieldFault.unsupported }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw FieldFault.unsupported }
}

/// `nationalIDIndex` → `national_id_index`: columns and ledger names are written so that every tool can read them.
public func snakeCase(_ name: String) -> String {
  let letters = Array(name.utf8)
  func isUpper(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  var text: [UInt8] = []
  for (index, byte) in letters.enumerated() {
    if isUpper(byte), index > 0 {
      let follows = index + 1 < letters.count && !isUpper(letters[index + 1])
      if !isUpper(letters[index - 1]) || follows { text.append(0x5F) }
    }
    text.append(isUpper(byte) ? byte + 32 : byte)
  }
  return String(decoding: text, as: UTF8.self)
}
