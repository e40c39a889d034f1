/// Writes an `Encodable` as a `Value`; absent optionals become null so that a row always has all its columns.
public struct ValueEncoder: Encoder {
  /// The way from the root of what is written.
  public let codingPath: [any CodingKey]
  /// Empty: nothing is configured.
  public var userInfo: [CodingUserInfoKey: Any] { [:] }
  private let node: Node

  private init(_ node: Node, at codingPath: [any CodingKey] = []) {
    self.node = node
    self.codingPath = codingPath
  }

  /// The value of a struct (an object with a member for each property, in declared order) or of a single field.
  ///
  /// - Throws: whatever the type's own `encode(to:)` throws.
  public static func encode<Given: Encodable>(_ given: Given) throws -> Value {
    if Given.self is any FieldType.Type, let leaf = given as? any FieldType { return leaf.value }
    let node = Node()
    try given.encode(to: ValueEncoder(node))
    return node.value
  }

  /// Writes a whole value in the place of the one that is asked for.
  ///
  /// - Throws: `FieldFault` when the encoder is none of this room's: such a type cannot be written by `JSONEncoder`.
  public static func put(_ value: Value, into encoder: any Encoder) throws {
    if let text = same(encoder, as: JSONEncoding.self) { return text.put(value) }
    if let row = same(encoder, as: ColumnEncoder.self) { return row.put(value) }
    guard let writer = same(encoder, as: ValueEncoder.self) else {
      throw FieldFault("", "field.writer", Texts("این نوع تنها به شکل مقدار نوشته می‌شود.", "This type is written as a value only."))
    }
    writer.node.single = value
  }

  /// Writes the number of a row; JSON text for people gets its code and name beside it.
  static func put(row: Int64, of object: String, into encoder: any Encoder) throws {
    if let text = same(encoder, as: JSONEncoding.self) { return try text.put(row: row, of: object) }
    try put(.int(row), into: encoder)
  }

  /// Writes the code of a row; JSON text for people gets its name beside it.
  static func put(code: String, of object: String, into encoder: any Encoder) throws {
    if let text = same(encoder, as: JSONEncoding.self) { return try text.put(code: code, of: object) }
    try put(.text(code), into: encoder)
  }

  /// Makes the value an object.
  public func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.isObject = true
    return KeyedEncodingContainer(KeyedWriter<Key>(node: node, codingPath: codingPath))
  }

  /// Makes the value a list.
  public func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.isList = true
    return ListWriter(node: node, codingPath: codingPath)
  }

  /// The place of the whole value.
  public func singleValueContainer() -> any SingleValueEncodingContainer {
    LeafWriter(node: node, codingPath: codingPath)
  }

  fileprivate static func nested(_ node: Node, at path: [any CodingKey]) -> ValueEncoder { ValueEncoder(node, at: path) }
}

/// One value in the making, for an encoder that has no place for parts itself.
final class ValueTree {
  private let node = Node()
  var encoder: ValueEncoder { ValueEncoder.nested(node, at: []) }
  var value: Value { node.value }
}

/// A value under construction; nested containers write to sheets of their own, which are folded in at the end.
private final class Node {
  var isObject = false
  var isList = false
  var single: Value = .null
  private(set) var members: [Value.Member] = []
  /// Members that are still being written, by their place.
  private var open: [(place: Int, node: Node)] = []

  var count: Int { members.count }

  func add(_ name: String, _ value: Value) {
    if members.isEmpty { members.reserveCapacity(16) }
    members.append(Value.Member(name, value))
  }

  func open(_ name: String) -> Node {
    let inner = Node()
    open.append((members.count, inner))
    add(name, .null)
    return inner
  }

  var value: Value {
    for (place, node) in open { members[place].value = node.value }
    if isObject { return .object(members) }
    if isList { return .list(members.map(\.value)) }
    return single
  }
}

private struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: Node
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { node.add(key.stringValue, .null) }

  func encode<Given: Encodable>(_ given: Given, forKey key: Key) throws {
    if isKey(Given.self) { return }
    node.add(key.stringValue, try ValueEncoder.encode(given))
  }

  func encode(_ given: Bool, forKey key: Key) { node.add(key.stringValue, given.value) }
  func encode(_ given: String, forKey key: Key) { node.add(key.stringValue, given.value) }
  func encode(_ given: Int, forKey key: Key) { node.add(key.stringValue, given.value) }
  func encode(_ given: Int64, forKey key: Key) { node.add(key.stringValue, given.value) }

  func encodeIfPresent<Given: Encodable>(_ given: Given?, forKey key: Key) throws {
    if let given { try encode(given, forKey: key) } else if !isKey(Given.self) { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ given: Bool?, forKey key: Key) { node.add(key.stringValue, given?.value ?? .null) }
  func encodeIfPresent(_ given: String?, forKey key: Key) { node.add(key.stringValue, given?.value ?? .null) }
  func encodeIfPresent(_ given: Int?, forKey key: Key) { node.add(key.stringValue, given?.value ?? .null) }
  func encodeIfPresent(_ given: Int64?, forKey key: Key) { node.add(key.stringValue, given?.value ?? .null) }

  func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
    ValueEncoder.nested(node.open(key.stringValue), at: codingPath + [key]).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    ValueEncoder.nested(node.open(key.stringValue), at: codingPath + [key]).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { ValueEncoder.nested(node.open("super"), at: codingPath) }
  func superEncoder(forKey key: Key) -> any Encoder {
    ValueEncoder.nested(node.open(key.stringValue), at: codingPath + [key])
  }
}

private struct ListWriter: UnkeyedEncodingContainer {
  let node: Node
  let codingPath: [any CodingKey]
  var count: Int { node.count }

  func encodeNil() { node.add("", .null) }
  func encode<Given: Encodable>(_ given: Given) throws { node.add("", try ValueEncoder.encode(given)) }

  func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
    ValueEncoder.nested(node.open(""), at: codingPath).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    ValueEncoder.nested(node.open(""), at: codingPath).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { ValueEncoder.nested(node.open(""), at: codingPath) }
}

private struct LeafWriter: SingleValueEncodingContainer {
  let node: Node
  let codingPath: [any CodingKey]
  func encodeNil() { node.single = .null }
  func encode<Given: Encodable>(_ given: Given) throws {
    // A number type that is no field would write itself again without end.
    if given is any Numeric, !(given is any FieldType) { throw FieldFault.unsupported }
    node.single = try ValueEncoder.encode(given)
  }
}

/// A coder as the very type it is: compares two pointers where `as?` would ask the runtime, for every leaf again.
@inline(__always)
func same<Wanted>(_ coder: some Decoder, as type: Wanted.Type) -> Wanted? { same(any: coder, as: type) }

@inline(__always)
func same<Wanted>(_ coder: some Encoder, as type: Wanted.Type) -> Wanted? { same(any: coder, as: type) }

@inline(__always)
private func same<Given, Wanted>(any coder: Given, as type: Wanted.Type) -> Wanted? {
  // Safe because the two types are one.
  Given.self == Wanted.self ? unsafeBitCast(coder, to: Wanted.self) : nil
}
