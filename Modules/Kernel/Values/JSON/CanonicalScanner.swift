/// Walks over a text in the ledger's encoding where it lies, without making anything of it, and stops at the first
/// byte that `CanonicalJSON` would have written otherwise. For readers that want a few members of very many texts.
///
/// Every function answers nil or false for what is not canonical; the place is then of no further use.
public struct CanonicalScanner {
  /// What stood at the place.
  public enum Kind: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool
    /// A whole number.
    case int
    /// A string.
    case text
    /// An array.
    case list
    /// An object.
    case object
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  /// The next byte, counted from the start.
  public private(set) var place = 0
  private var depth = 0

  /// Nil unless the bytes are UTF-8. They must outlive the scanner.
  public init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    self.bytes = bytes
  }

  /// Whether every byte has been passed over.
  public var isAtEnd: Bool { place == bytes.count }

  /// The byte at the place; nil at the end.
  public var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// Passes over one value of whatever kind.
  public mutating func value() -> Kind? {
    switch next {
    case UInt8(ascii: "\""): text() == nil ? nil : .text
    case UInt8(ascii: "{"): object { scanner, _ in scanner.value() != nil } ? .object : nil
    case UInt8(ascii: "["): list { $0.value() != nil } ? .list : nil
    case UInt8(ascii: "n"): word("null") ? .null : nil
    case UInt8(ascii: "t"): word("true") ? .bool : nil
    case UInt8(ascii: "f"): word("false") ? .bool : nil
    default: integer() == nil ? nil : .int
    }
  }

  private mutating func word(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { $0.allSatisfy { skip($0) } }
  }

  /// Passes over an object. `member` is told each name, where it stands, and must pass over the value.
  @inline(__always)
  public mutating func object(_ member: (inout CanonicalScanner, Range<Int>) -> Bool) -> Bool {
    guard nest(UInt8(ascii: "{")) else { return false }
    var previous = 0..<0
    if next != UInt8(ascii: "}") {
      repeat {
        guard let name = name(), previous.isEmpty || precedes(previous, name), skip(UInt8(ascii: ":")), member(&self, name)
        else { return false }
        previous = name
      } while skip(UInt8(ascii: ","))
    }
    depth -= 1
    return skip(UInt8(ascii: "}"))
  }

  /// Passes over a list; `item` must pass over each value.
  @inline(__always)
  public mutating func list(_ item: (inout CanonicalScanner) -> Bool) -> Bool {
    guard nest(UInt8(ascii: "[")) else { return false }
    if next != UInt8(ascii: "]") {
      repeat { guard item(&self) else { return false } } while skip(UInt8(ascii: ","))
    }
    depth -= 1
    return skip(UInt8(ascii: "]"))
  }

  private mutating func nest(_ byte: UInt8) -> Bool {
    depth += 1
    return depth <= JSONReader.maximumDepth && skip(byte)
  }

  private mutating func name() -> Range<Int>? {
    guard skip(UInt8(ascii: "\"")) else { return nil }
    let start = place
    while place < bytes.count, CanonicalJSON.isOfName(bytes[place]) { place += 1 }
    let name = start..<place
    return (1...CanonicalJSON.longestName).contains(name.count) && skip(UInt8(ascii: "\"")) ? name : nil
  }

  private func precedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    bytes[left].lexicographicallyPrecedes(bytes[right])
  }

  /// Passes over a whole number within the encoding's range.
  public mutating func integer() -> Int64? {
    let isNegative = skip(UInt8(ascii: "-"))
    let start = place
    var number: Int64 = 0
    // Seventeen digits can neither be in range nor overflow.
    while place < bytes.count, place - start < 17, case let digit = bytes[place] &- 0x30, digit < 10 {
      number = number * 10 + Int64(digit)
      place += 1
    }
    let count = place - start
    guard count > 0, bytes[start] != 0x30 || count == 1 && !isNegative else { return nil }
    return CanonicalJSON.integers.contains(number) ? (isNegative ? -number : number) : nil
  }

  /// Passes over a text. Returns where it stands between its quotes, escapes and all.
  public mutating func text() -> Range<Int>? {
    guard skip(UInt8(ascii: "\"")) else { return nil }
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return start..<(place - 1) }
      guard byte >= 0x20, byte != UInt8(ascii: "\\") || escape() else { return nil }
    }
    return nil
  }

  /// What stands behind a backslash; only what has to be escaped, and only in its one canonical form.
  private mutating func escape() -> Bool {
    guard let byte = next else { return false }
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "f"),
      UInt8(ascii: "r"):
      return true
    case UInt8(ascii: "u"):
      guard skip(0x30), skip(0x30), let high = next, high == 0x30 || high == 0x31 else { return false }
      place += 1
      guard let low = next, case let digit = CanonicalScanner.hexDigit(low), digit < 16 else { return false }
      place += 1
      let code = (high - 0x30) << 4 | digit
      // NUL is never taken in, and five of the controls have a letter of their own.
      return code != 0 && ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(code)
    default: return false
    }
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x57
    default: 0xFF
    }
  }
}
