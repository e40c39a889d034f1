/// Writes a struct as the values of its properties, in the order in which it declares them and without their names;
/// absent optionals are null. What is a struct or a list itself becomes one value.
public final class ColumnEncoder: Encoder {
  /// Empty: nothing can be written wrong at a place.
  public var codingPath: [any CodingKey] { [] }
  /// Empty: nothing is configured.
  public var userInfo: [CodingUserInfoKey: Any] { [:] }

  private let names: [String]
  @exclusivity(unchecked) private var values: [Value] = []
  @exclusivity(unchecked) private var current = Value.null
  @exclusivity(unchecked) private var isInside = false
  /// Where the property that is written now puts its parts, if it has any.
  @exclusivity(unchecked) private var tree: ValueTree?

  private init(_ names: [String]) {
    self.names = names
    values.reserveCapacity(names.count)
  }

  /// - Parameter names: the properties, in order.
  /// - Returns: one value for each.
  /// - Throws: whatever the type's own `encode(to:)` throws.
  public static func encode(_ given: some Encodable, _ names: [String]) throws -> [Value] {
    let encoder = ColumnEncoder(names)
    try given.encode(to: encoder)
    while encoder.values.count < names.count { encoder.values.append(.null) }
    return encoder.values
  }

  func put(_ value: Value) { current = value }

  fileprivate func add(_ value: Value, _ name: String) {
    if values.count < names.count, names[values.count] == name { return values.append(value) }
    guard let place = names.firstIndex(of: name) else { return }
    while values.count <= place { values.append(.null) }
    values[place] = value
  }

  fileprivate func add(_ given: some Encodable, _ name: String) throws {
    current = .null
    tree = nil
    try given.encode(to: self)
    add(tree?.value ?? current, name)
    tree = nil
  }

  private func branch() -> ValueEncoder {
    let begun = ValueTree()
    tree = begun
    return begun.encoder
  }

  /// The columns when the struct itself asks; afterwards the parts of the property that is written now.
  public func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    guard isInside else {
      isInside = true
      return KeyedEncodingContainer(ColumnWriter<Key>(row: self))
    }
    return branch().container(keyedBy: type)
  }

  /// The items of the property that is written now.
  public func unkeyedContainer() -> any UnkeyedEncodingContainer { branch().unkeyedContainer() }
  /// The place of the property that is written now.
  public func singleValueContainer() -> any SingleValueEncodingContainer { branch().singleValueContainer() }
}

private struct ColumnWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let row: ColumnEncoder
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { row.add(.null, key.stringValue) }
  func encode<Given: Encodable>(_ given: Given, forKey key: Key) throws { try row.add(given, key.stringValue) }
  func encode(_ given: Bool, forKey key: Key) { row.add(given.value, key.stringValue) }
  func encode(_ given: String, forKey key: Key) { row.add(given.value, key.stringValue) }
  func encode(_ given: Int, forKey key: Key) { row.add(given.value, key.stringValue) }
  func encode(_ given: Int64, forKey key: Key) { row.add(given.value, key.stringValue) }

  func encodeIfPresent<Given: Encodable>(_ given: Given?, forKey key: Key) throws {
    if let given { try row.add(given, key.stringValue) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ given: Bool?, forKey key: Key) { row.add(given?.value ?? .null, key.stringValue) }
  func encodeIfPresent(_ given: String?, forKey key: Key) { row.add(given?.value ?? .null, key.stringValue) }
  func encodeIfPresent(_ given: Int?, forKey key: Key) { row.add(given?.value ?? .null, key.stringValue) }
  func encodeIfPresent(_ given: Int64?, forKey key: Key) { row.add(given?.value ?? .null, key.stringValue) }

  func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
    row.container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { row.unkeyedContainer() }
  func superEncoder() -> any Encoder { row }
  func superEncoder(forKey key: Key) -> any Encoder { row }
}
