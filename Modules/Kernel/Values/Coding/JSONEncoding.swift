/// Writes an `Encodable` as JSON text at once, with no values in between: the very text that `JSONWriter` makes of what
/// `ValueEncoder` makes of it.
public final class JSONEncoding: Encoder {
  /// Empty: nothing can be written wrong at a place.
  public var codingPath: [any CodingKey] { [] }
  /// Empty: nothing is configured.
  public var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// For types that write their text themselves.
  @exclusivity(unchecked) public var json: JSONWriter
  /// The member `rev` of the outermost object.
  public private(set) var revision: Int64?

  /// Brackets to close, innermost last.
  @exclusivity(unchecked) private var closers: [UInt8] = []
  /// How many brackets were open when the present value began.
  @exclusivity(unchecked) private var floor = 0
  /// The member whose value comes next; dates put their twin behind themselves under it.
  @exclusivity(unchecked) private var member: String?
  /// A container was asked for that does not end where its value ends; such types are written by way of a value.
  @exclusivity(unchecked) private var isTangled = false

  /// Tells what a row is called; nil writes numbers only.
  private let names: (any ReferenceNaming)?
  /// Names of the rows in the list that is being written.
  @exclusivity(unchecked) private var listed: [Value] = []

  private init(showsSecrets: Bool, naming names: (any ReferenceNaming)?) {
    json = JSONWriter(showsSecrets: showsSecrets)
    self.names = names
  }

  /// - Parameter names: tells code and name of a row that is referred to; they are put beside its number.
  /// - Returns: the text and the revision of the row it shows, if it has one.
  /// - Parameter showsSecrets: whether the reader holds the right to see personal data in clear; else it gets a mask.
  /// - Throws: whatever the type's own `encode(to:)` throws; the types of this room throw nothing.
  public static func write(
    _ given: some Encodable, showsSecrets: Bool = false, naming names: (any ReferenceNaming)? = nil
  ) throws -> (body: [UInt8], revision: Int64?) {
    let encoding = JSONEncoding(showsSecrets: showsSecrets, naming: names)
    try encoding.put(given)
    guard encoding.isTangled else { return (encoding.json.buffer.array, encoding.revision) }
    let value = try ValueEncoder.encode(given)
    return (JSONWriter.write(value, showsSecrets: showsSecrets), value["rev"]?.integer)
  }

  // MARK: Parts

  fileprivate func put(_ given: some Encodable) throws {
    let start = json.buffer.count
    let outer = floor
    floor = closers.count
    try given.encode(to: self)
    while closers.count > floor { if let closer = closers.popLast() { json.buffer.put(closer) } }
    floor = outer
    if json.buffer.count == start { json.buffer.raw("null") }
  }

  fileprivate func put(_ given: some Encodable, named name: String) throws {
    json.put(name: name)
    member = name
    try put(given)
    member = nil
    guard !listed.isEmpty else { return }
    json.put(.list(listed), named: ReferenceName.member(beside: name))
    listed.removeAll()
  }

  /// The number of a row, and beside it what the row is called.
  func put(row: Int64, of object: String) throws {
    let name = member
    put(.int(row))
    guard let names else { return }
    if name == "id" {
      if let code = try names.code(of: object, row) { json.put(.text(code), named: "code") }
    } else {
      put(try names.name(of: object, row), beside: name)
    }
  }

  /// The code of a row, and beside it the same with the name.
  func put(code: String, of object: String) throws {
    let name = member
    put(.text(code))
    put(try names?.name(of: object, code: code), beside: name)
  }

  /// - Parameter name: the member that stands there already; nil in a list, whose names come behind all of it.
  private func put(_ called: ReferenceName?, beside name: String?) {
    guard let called else { return }
    guard let name else { return listed.append(called.value) }
    json.put(name: ReferenceName.member(beside: name))
    json.buffer.put(called.json)
  }

  func put(_ value: Value) {
    json.put(value)
    guard let name = member else { return }
    member = nil
    json.putTwin(of: value, named: name)
  }

  fileprivate func note(_ number: Int, _ name: String) {
    if closers.count == 1, name == "rev" { revision = Int64(number) }
  }

  fileprivate func item() {
    json.comma()
    member = nil
  }

  fileprivate func open(_ opener: UInt8, _ closer: UInt8) {
    if closers.count > floor { isTangled = true }
    member = nil
    closers.append(closer)
    json.buffer.put(opener)
  }

  fileprivate func tangle() -> JSONEncoding {
    isTangled = true
    return self
  }

  /// Opens an object, or goes on with the one that this value has open already; it is closed when its value ends.
  public func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if closers.count == floor + 1, closers.last == UInt8(ascii: "}") {
      member = nil
    } else {
      open(UInt8(ascii: "{"), UInt8(ascii: "}"))
    }
    return KeyedEncodingContainer(JSONObject<Key>(encoding: self))
  }

  /// Opens a list; it is closed when its value ends.
  public func unkeyedContainer() -> any UnkeyedEncodingContainer {
    open(UInt8(ascii: "["), UInt8(ascii: "]"))
    return JSONList(encoding: self)
  }

  /// The place where the text stands now.
  public func singleValueContainer() -> any SingleValueEncodingContainer { JSONLeaf(encoding: self) }
}

private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let encoding: JSONEncoding
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    encoding.json.put(name: key.stringValue)
    encoding.json.buffer.raw("null")
  }

  func encode<Given: Encodable>(_ given: Given, forKey key: Key) throws {
    if !isKey(Given.self) { try encoding.put(given, named: key.stringValue) }
  }

  func encode(_ given: Bool, forKey key: Key) {
    encoding.json.put(name: key.stringValue)
    encoding.json.put(given)
  }
  func encode(_ given: String, forKey key: Key) {
    encoding.json.put(name: key.stringValue)
    encoding.json.buffer.put(given)
  }
  func encode(_ given: Int, forKey key: Key) {
    let name = key.stringValue
    encoding.json.put(name: name)
    encoding.json.buffer.put(Int64(given))
    encoding.note(given, name)
  }
  func encode(_ given: Int64, forKey key: Key) {
    encoding.json.put(name: key.stringValue)
    encoding.json.buffer.put(given)
  }

  func encodeIfPresent<Given: Encodable>(_ given: Given?, forKey key: Key) throws {
    if let given { try encode(given, forKey: key) } else if !isKey(Given.self) { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ given: Bool?, forKey key: Key) {
    if let given { encode(given, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ given: String?, forKey key: Key) {
    if let given { encode(given, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ given: Int?, forKey key: Key) {
    if let given { encode(given, forKey: key) } else { encodeNil(forKey: key) }
  }
  func encodeIfPresent(_ given: Int64?, forKey key: Key) {
    if let given { encode(given, forKey: key) } else { encodeNil(forKey: key) }
  }

  func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type, forKey key: Key) -> KeyedEncodingContainer<Inner> {
    encoding.tangle().container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoding.tangle().unkeyedContainer() }
  func superEncoder() -> any Encoder { encoding.tangle() }
  func superEncoder(forKey key: Key) -> any Encoder { encoding.tangle() }
}

private struct JSONList: UnkeyedEncodingContainer {
  let encoding: JSONEncoding
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(encoding: JSONEncoding) { self.encoding = encoding }

  mutating func encodeNil() {
    count += 1
    encoding.item()
    encoding.json.buffer.raw("null")
  }

  mutating func encode<Given: Encodable>(_ given: Given) throws {
    count += 1
    encoding.item()
    try encoding.put(given)
  }

  func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
    encoding.tangle().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoding.tangle().unkeyedContainer() }
  func superEncoder() -> any Encoder { encoding.tangle() }
}

private struct JSONLeaf: SingleValueEncodingContainer {
  let encoding: JSONEncoding
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { encoding.json.buffer.raw("null") }

  func encode<Given: Encodable>(_ given: Given) throws {
    // A number type that is no field would write itself again without end.
    if given is any Numeric, !(given is any FieldType) { throw FieldFault.unsupported }
    try ValueEncoder.put(try ValueEncoder.encode(given), into: encoding)
  }
}
