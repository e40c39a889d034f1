/// Reads a struct out of columns that stand in the order in which it declares its properties, without an object in between.
///
/// Whoever reads a row says how many columns there are to one struct and how to come by one; the decoder asks for each
/// once, in order. Properties that are structs or lists themselves are read from the value of their column.
public final class ColumnDecoder: Decoder {
  /// Empty: faults carry the property as their pointer.
  public var codingPath: [any CodingKey] { [] }
  /// Empty: nothing is configured.
  public var userInfo: [CodingUserInfoKey: Any] { [:] }

  private let names: [String]
  private let column: (Int) throws -> Value
  @exclusivity(unchecked) private var place = 0
  /// The value of the property that is read now.
  @exclusivity(unchecked) fileprivate private(set) var current = Value.null
  @exclusivity(unchecked) private var isInside = false

  /// - Parameters:
  ///   - names: the properties, in order.
  ///   - column: the value of the column at a place; null for none.
  public init(_ names: [String], column: @escaping (Int) throws -> Value) {
    self.names = names
    self.column = column
  }

  /// - Throws: `FieldFault` with a pointer to the property, and whatever `column` throws.
  public func read<Row: Decodable>(_ type: Row.Type) throws -> Row {
    place = 0
    isInside = false
    return try Row(from: self)
  }

  /// What a leaf reads itself from.
  func take() -> Value { current }

  /// Looks where the property is expected first, behind the one before it; false when there is no such column.
  fileprivate func seek(_ name: String) -> Bool {
    if place < names.count, names[place] == name { return true }
    if place + 1 < names.count, names[place + 1] == name {
      place += 1
      return true
    }
    guard let found = names.firstIndex(of: name) else { return false }
    place = found
    return true
  }

  /// Makes a property's value the current one; false when it is null.
  fileprivate func load(_ name: String) throws -> Bool {
    guard seek(name) else {
      current = .null
      return false
    }
    current = try column(place)
    return !current.isNull
  }

  /// A property that stands.
  fileprivate func part<Wanted: Decodable>(_ type: Wanted.Type, _ name: String) throws -> Wanted {
    do {
      return try Wanted(from: self)
    } catch let fault as FieldFault {
      throw placed(fault, name)
    }
  }

  /// The same for a type whose kind is known where it is asked for.
  fileprivate func leaf<Wanted: FieldType>(_ type: Wanted.Type, _ name: String) throws -> Wanted {
    do {
      return try Wanted(value: current)
    } catch let fault as FieldFault {
      throw placed(fault, name)
    }
  }

  private func placed(_ fault: FieldFault, _ name: String) -> FieldFault {
    var placed = fault
    placed.pointer = "/" + name + fault.pointer
    return placed
  }

  fileprivate func missing(_ name: String) -> FieldFault {
    FieldFault("/" + name, "field.required", Texts("این مورد لازم است.", "This field is required."))
  }

  // MARK: Decoder

  /// The columns when the struct itself asks; afterwards the members of the value that is read now.
  ///
  /// - Throws: `FieldFault` when the present value is no object.
  public func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard isInside else {
      isInside = true
      return KeyedDecodingContainer(Columns<Key>(row: self))
    }
    return try ValueDecoder(current).container(keyedBy: type)
  }

  /// The items of the value that is read now.
  ///
  /// - Throws: `FieldFault` when the present value is no list.
  public func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try ValueDecoder(current).unkeyedContainer() }
  /// The value that is read now.
  ///
  /// - Throws: nothing by itself; reading out of it does.
  public func singleValueContainer() throws -> any SingleValueDecodingContainer { try ValueDecoder(current).singleValueContainer() }
}

private struct Columns<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let row: ColumnDecoder
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { [] }

  func contains(_ key: Key) -> Bool { row.seek(key.stringValue) }
  func decodeNil(forKey key: Key) throws -> Bool { try !row.load(key.stringValue) }

  func decode<Wanted: Decodable>(_ type: Wanted.Type, forKey key: Key) throws -> Wanted {
    let name = key.stringValue
    guard try row.load(name) else { throw row.missing(name) }
    return try row.part(type, name)
  }
  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try leaf(type, key) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try leaf(type, key) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try leaf(type, key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try leaf(type, key) }

  @inline(__always)
  private func leaf<Wanted: FieldType>(_ type: Wanted.Type, _ key: Key) throws -> Wanted {
    let name = key.stringValue
    guard try row.load(name) else { throw row.missing(name) }
    return try row.leaf(type, name)
  }

  func decodeIfPresent<Wanted: Decodable>(_ type: Wanted.Type, forKey key: Key) throws -> Wanted? {
    let name = key.stringValue
    return try row.load(name) ? try row.part(type, name) : nil
  }
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try optional(type, key) }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try optional(type, key) }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try optional(type, key) }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try optional(type, key) }

  @inline(__always)
  private func optional<Wanted: FieldType>(_ type: Wanted.Type, _ key: Key) throws -> Wanted? {
    let name = key.stringValue
    return try row.load(name) ? try row.leaf(type, name) : nil
  }

  func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type, forKey key: Key) throws -> KeyedDecodingContainer<Inner> {
    _ = try row.load(key.stringValue)
    return try row.container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    _ = try row.load(key.stringValue)
    return try row.unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { row }
  func superDecoder(forKey key: Key) throws -> any Decoder { row }
}
