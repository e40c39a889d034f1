/// Reads a `Decodable` out of a `Value`. Faults carry the JSON Pointer of the field they are about.
public struct ValueDecoder: Decoder {
  /// The way from the input's root, which faults carry as their pointer.
  public let codingPath: [any CodingKey]
  /// What is read.
  public let value: Value
  /// Empty: nothing is configured.
  public var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// A decoder that stands at a value.
  ///
  /// - Parameters:
  ///   - value: what is read.
  ///   - codingPath: the way to it from the input's root; faults carry it as their pointer.
  public init(_ value: Value, at codingPath: [any CodingKey] = []) {
    self.value = value
    self.codingPath = codingPath
  }

  /// Reads a whole struct or a single field.
  ///
  /// - Throws: `FieldFault` with the pointer of the first field that is missing, of a wrong kind or not valid.
  public static func decode<Wanted: Decodable>(_ type: Wanted.Type, from value: Value) throws -> Wanted {
    try ValueDecoder(value).read(type)
  }

  static func value(of decoder: any Decoder) throws -> Value {
    if let columns = same(decoder, as: ColumnDecoder.self) { return columns.take() }
    guard let reader = same(decoder, as: ValueDecoder.self) else {
      throw FieldFault("", "field.reader", Texts("این نوع تنها از مقدارها خوانده می‌شود.", "This type is read from values only."))
    }
    return reader.value
  }

  func read<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted {
    guard let leaf = type as? any FieldType.Type else { return try Wanted(from: self) }
    do {
      if let wanted = try leaf.init(value: value) as? Wanted { return wanted }
    } catch var fault as FieldFault {
      fault.pointer = pointer + fault.pointer
      throw fault
    }
    throw FieldFault(pointer, "field.kind", Texts("نوع نادرست", "Wrong kind"))
  }

  private var pointer: String { codingPath.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined() }

  /// The members of an object.
  ///
  /// - Throws: `FieldFault` when the value is no object.
  public func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = value else {
      throw FieldFault(pointer, "field.kind", Texts("باید یک شیء باشد.", "Must be an object."))
    }
    return KeyedDecodingContainer(KeyedReader<Key>(members: members, codingPath: codingPath))
  }

  /// The items of a list.
  ///
  /// - Throws: `FieldFault` when the value is no list.
  public func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let items) = value else {
      throw FieldFault(pointer, "field.kind", Texts("باید یک فهرست باشد.", "Must be a list."))
    }
    return ListReader(items: items, codingPath: codingPath)
  }

  /// The value itself.
  ///
  /// - Throws: nothing by itself; reading out of it does.
  public func singleValueContainer() throws -> any SingleValueDecodingContainer { LeafReader(decoder: self) }
}

struct IndexKey: CodingKey {
  let intValue: Int?
  var stringValue: String { String(intValue ?? 0) }
  init(intValue: Int) { self.intValue = intValue }
  init?(stringValue: String) { nil }
}

private final class KeyedReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let members: [Value.Member]
  let codingPath: [any CodingKey]
  /// Types are read in the order in which they were written: the member asked for stands here or next.
  private var place = 0

  init(members: [Value.Member], codingPath: [any CodingKey]) {
    self.members = members
    self.codingPath = codingPath
  }

  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

  private func value(_ key: Key) -> Value? {
    let name = key.stringValue
    for _ in 0..<2 where place < members.count {
      if members[place].name == name { return members[place].value }
      place += 1
    }
    guard let found = members.firstIndex(where: { $0.name == name }) else {
      place = 0
      return nil
    }
    place = found
    return members[found].value
  }

  func contains(_ key: Key) -> Bool { value(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { value(key)?.isNull ?? true }

  private func required(_ key: Key) throws -> Value {
    if let value = value(key), !value.isNull { return value }
    let pointer = (codingPath + [key]).map { "/" + $0.stringValue }.joined()
    throw FieldFault(pointer, "field.required", Texts("این مورد لازم است.", "This field is required."))
  }

  func decode<Wanted: Decodable>(_ type: Wanted.Type, forKey key: Key) throws -> Wanted {
    let value = try required(key)
    guard type is any FieldType.Type else { return try ValueDecoder(value, at: codingPath + [key]).read(type) }
    do {
      return try ValueDecoder(value).read(type)
    } catch let fault as FieldFault {
      throw placed(fault, key)
    }
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try leaf(type, key) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try leaf(type, key) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try leaf(type, key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try leaf(type, key) }

  /// A type whose kind is known here needs no looking up.
  private func leaf<Wanted: FieldType>(_ type: Wanted.Type, _ key: Key) throws -> Wanted {
    do {
      return try Wanted(value: required(key))
    } catch let fault as FieldFault where fault.code != "field.required" {
      throw placed(fault, key)
    }
  }

  private func placed(_ fault: FieldFault, _ key: Key) -> FieldFault {
    var fault = fault
    fault.pointer = (codingPath + [key]).map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined() + fault.pointer
    return fault
  }

  func nestedContainer<Inner: CodingKey>(
    keyedBy type: Inner.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Inner> {
    try ValueDecoder(value(key) ?? .null, at: codingPath + [key]).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try ValueDecoder(value(key) ?? .null, at: codingPath + [key]).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { ValueDecoder(.object(members), at: codingPath) }
  func superDecoder(forKey key: Key) throws -> any Decoder { ValueDecoder(value(key) ?? .null, at: codingPath + [key]) }
}

private struct ListReader: UnkeyedDecodingContainer {
  let items: [Value]
  let codingPath: [any CodingKey]
  var currentIndex = 0

  init(items: [Value], codingPath: [any CodingKey]) {
    self.items = items
    self.codingPath = codingPath
  }

  var count: Int? { items.count }
  var isAtEnd: Bool { currentIndex >= items.count }

  private mutating func next() throws -> ValueDecoder {
    guard currentIndex < items.count else {
      throw FieldFault("", "field.required", Texts("فهرست کوتاه است.", "The list is too short."))
    }
    defer { currentIndex += 1 }
    return ValueDecoder(items[currentIndex], at: codingPath + [IndexKey(intValue: currentIndex)])
  }

  mutating func decodeNil() throws -> Bool {
    guard currentIndex < items.count, items[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted { try next().read(type) }

  mutating func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) throws -> KeyedDecodingContainer<Inner> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct LeafReader: SingleValueDecodingContainer {
  let decoder: ValueDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }
  func decodeNil() -> Bool { decoder.value == .null }
  func decode<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted {
    // A number type that is no field would ask for itself again without end.
    if type is any Numeric.Type, !(type is any FieldType.Type) { throw FieldFault.unsupported }
    return try decoder.read(type)
  }
}
