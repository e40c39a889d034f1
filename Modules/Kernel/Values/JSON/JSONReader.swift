/// A strict reader of RFC 8259 text: UTF-8 only, no duplicate names, bounded depth and size, whole numbers only.
public struct JSONReader {
  /// Brackets within one another, at most.
  public static let maximumDepth = 32
  /// Values of an input in all, at most.
  public static let maximumElements = 10_000
  /// For answers of a server that was asked for them, such as the catalogue or a page of 500 rows.
  public static let maximumElementsOfAnswer = 1_000_000

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  private var elements = 0

  private let most: Int

  private init(_ bytes: [UInt8], most: Int) {
    self.bytes = bytes
    self.most = most
  }

  /// - Throws: `Refusal` of kind `malformed`, code `json.…`, with the byte offset in its text.
  public static func read(_ bytes: [UInt8], maximumElements most: Int = maximumElements) throws -> Value {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw refusal("json.encoding", "متن UTF-8 معتبر نیست.", "The text is not valid UTF-8.")
    }
    var reader = JSONReader(bytes, most: most)
    reader.skipBlanks()
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.at == bytes.count else { throw reader.unexpected() }
    return value
  }

  private static func refusal(_ code: String, _ fa: String, _ en: String) -> Refusal {
    .input("", code, Texts(fa, en))
  }

  private func unexpected() -> Refusal {
    JSONReader.refusal("json.syntax", "JSON در بایت \(at) خوانا نیست.", "The JSON cannot be read at byte \(at).")
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private var here: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func expect(_ byte: UInt8) throws {
    guard here == byte else { throw unexpected() }
    at += 1
  }

  private mutating func word(_ text: StaticString, _ value: Value) throws -> Value {
    for offset in 0..<text.utf8CodeUnitCount { try expect((text.utf8Start + offset).pointee) }
    return value
  }

  private mutating func value() throws -> Value {
    elements += 1
    guard elements <= most else {
      throw JSONReader.refusal("json.too-large", "بیش از \(most) عنصر.", "More than \(most) elements.")
    }
    switch here {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.list() }
    case UInt8(ascii: "\""): return .text(try string())
    case UInt8(ascii: "t"): return try word("true", true)
    case UInt8(ascii: "f"): return try word("false", false)
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func nested(_ read: (inout JSONReader) throws -> Value) throws -> Value {
    depth += 1
    defer { depth -= 1 }
    guard depth <= JSONReader.maximumDepth else {
      throw JSONReader.refusal("json.too-deep", "بیش از ۳۲ لایه تودرتو.", "Nested more than 32 deep.")
    }
    at += 1
    skipBlanks()
    return try read(&self)
  }

  private mutating func object() throws -> Value {
    var members: [Value.Member] = []
    var names: Set<String> = []
    if here == UInt8(ascii: "}") {
      at += 1
      return .object([])
    }
    while true {
      let name = try string()
      guard names.insert(name).inserted else {
        throw Refusal.input(
          "/\(JSONPointer.escaped(name))", "json.duplicate-name",
          Texts("نام «\(name)» دو بار آمده است.", "The name \"\(name)\" is given twice."))
      }
      skipBlanks()
      try expect(UInt8(ascii: ":"))
      skipBlanks()
      members.append(.init(name, try value()))
      skipBlanks()
      if here == UInt8(ascii: "}") { break }
      try expect(UInt8(ascii: ","))
      skipBlanks()
    }
    at += 1
    return .object(members)
  }

  private mutating func list() throws -> Value {
    var items: [Value] = []
    if here == UInt8(ascii: "]") {
      at += 1
      return .list([])
    }
    while true {
      items.append(try value())
      skipBlanks()
      if here == UInt8(ascii: "]") { break }
      try expect(UInt8(ascii: ","))
      skipBlanks()
    }
    at += 1
    return .list(items)
  }

  private mutating func number() throws -> Value {
    let start = at
    if here == UInt8(ascii: "-") { at += 1 }
    let first = here
    var digits = 0
    while let byte = here, (0x30...0x39).contains(byte) {
      at += 1
      digits += 1
    }
    guard digits > 0, digits == 1 || first != UInt8(ascii: "0") else { throw unexpected() }
    if let byte = here, [UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E")].contains(byte) {
      throw JSONReader.refusal("json.fraction", "فقط عدد صحیح پذیرفته است.", "Only whole numbers are accepted.")
    }
    guard let number = Int64(String(decoding: bytes[start..<at], as: UTF8.self)), CanonicalJSON.integers.contains(number) else {
      throw JSONReader.refusal("json.number", "عدد بیش از اندازه بزرگ است.", "The number is out of range.")
    }
    return .int(number)
  }

  private mutating func string() throws -> String {
    try expect(UInt8(ascii: "\""))
    let start = at
    while let byte = here, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { at += 1 }
    if here == UInt8(ascii: "\"") {
      defer { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    var text = Array(bytes[start..<at])
    while let byte = here, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw unexpected() }
      at += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
    }
    try expect(UInt8(ascii: "\""))
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func escape(into text: inout [UInt8]) throws {
    guard let byte = here else { throw unexpected() }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hex()
      if (0xD800..<0xDC00).contains(code) {
        try expect(UInt8(ascii: "\\"))
        try expect(UInt8(ascii: "u"))
        let low = try hex()
        guard (0xDC00..<0xE000).contains(low) else { throw unexpected() }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard code != 0, let scalar = Unicode.Scalar(code) else { throw unexpected() }
      text.append(contentsOf: Array(String(Character(scalar)).utf8))
    default: throw unexpected()
    }
  }

  private mutating func hex() throws -> UInt32 {
    guard at + 4 <= bytes.count, let code = Hex.decode(octets: bytes[at..<at + 4]) else { throw unexpected() }
    at += 4
    return UInt32(code[0]) << 8 | UInt32(code[1])
  }
}

/// Parts of a JSON Pointer (RFC 6901).
enum JSONPointer {
  static func escaped(_ name: String) -> String {
    var text = ""
    for character in name { text += character == "~" ? "~0" : character == "/" ? "~1" : String(character) }
    return text
  }
}
