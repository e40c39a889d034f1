public import Jalali

/// JSON text that grows: raw memory instead of an array, because every answer is put together of hundreds of small pieces.
public struct JSONBuffer: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  /// Octets written so far.
  public private(set) var count = 0
  private var capacity: Int

  /// An empty text.
  ///
  /// - Parameter capacity: octets for which there is room before it grows by doubling.
  public init(capacity: Int = 1_024) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  /// The last octet written; 0 before the first.
  var last: UInt8 { count > 0 ? start[count - 1] : 0 }

  /// With room for a line end, which most answers get.
  public var array: [UInt8] {
    Array(unsafeUninitializedCapacity: count + 1) { array, filled in
      array.baseAddress?.initialize(from: start, count: count)
      filled = count
    }
  }

  /// Lends what was written so far.
  public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Begins anew and keeps the room.
  public mutating func removeAll() { count = 0 }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let roomier = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    roomier.initialize(from: start, count: count)
    start.deallocate()
    start = roomier
  }

  /// One octet, as it is.
  @inline(__always)
  public mutating func put(_ octet: UInt8) {
    reserve(1)
    start[count] = octet
    count += 1
  }

  /// Octets, as they are: nothing is escaped.
  public mutating func put(_ octets: UnsafeBufferPointer<UInt8>) {
    guard let base = octets.baseAddress else { return }
    reserve(octets.count)
    (start + count).initialize(from: base, count: octets.count)
    count += octets.count
  }

  /// Literal JSON, as it is: nothing is escaped.
  public mutating func raw(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Octets, as they are: nothing is escaped.
  public mutating func put(_ octets: [UInt8]) { octets.withUnsafeBufferPointer { put($0) } }

  /// A number without the detour over a string.
  public mutating func put(_ number: Int64) {
    reserve(20)
    if number < 0 { put(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var digits = 1
    var bound: UInt64 = 10
    while digits < 19, rest >= bound {
      digits += 1
      bound *= 10
    }
    if digits == 19, rest >= bound { digits = 20 }
    var place = count + digits
    count = place
    repeat {
      place -= 1
      let tens = rest / 10
      start[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest - tens * 10)
      rest = tens
    } while rest > 0
  }

  /// A day as `"2026-03-21"`.
  public mutating func put(iso day: JalaliDay) {
    putQuoted(JalaliDay.textLength) { day.writeISO(to: $0) }
  }

  /// A day as `"1405/01/01"`.
  public mutating func put(jalali day: JalaliDay) {
    putQuoted(JalaliDay.textLength) { day.writeText(to: $0) }
  }

  private mutating func putQuoted(_ length: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    reserve(length + 2)
    put(UInt8(ascii: "\""))
    write(UnsafeMutableBufferPointer(start: start + count, count: length))
    count += length
    put(UInt8(ascii: "\""))
  }

  /// Text in quotes, escaped as `quote` does.
  public mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { quote($0) }
  }

  /// The name of a member with its colon.
  public mutating func put(name: String) {
    var name = name
    name.withUTF8 { octets in
      reserve(octets.count + 3)
      quote(octets)
      put(UInt8(ascii: ":"))
    }
  }

  /// Escapes what RFC 8785 3.2.2.2 escapes and nothing else. Runs without anything to escape go over whole.
  public mutating func quote(_ utf8: UnsafeBufferPointer<UInt8>) {
    reserve(utf8.count + 2)
    put(UInt8(ascii: "\""))
    // Copied while it is looked at; whatever must be escaped ends the run.
    var end = start + count
    for (place, octet) in utf8.enumerated() {
      if octet < 0x20 || octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "\\") {
        count = end - start
        escape(octet)
        reserve(utf8.count - place + 1)
        end = start + count
      } else {
        end.pointee = octet
        end += 1
      }
    }
    count = end - start
    put(UInt8(ascii: "\""))
  }

  private mutating func escape(_ octet: UInt8) {
    switch octet {
    case UInt8(ascii: "\""): raw(#"\""#)
    case UInt8(ascii: "\\"): raw(#"\\"#)
    case 0x08: raw(#"\b"#)
    case 0x09: raw(#"\t"#)
    case 0x0A: raw(#"\n"#)
    case 0x0C: raw(#"\f"#)
    case 0x0D: raw(#"\r"#)
    default:
      raw(#"\u00"#)
      putHex(octet)
    }
  }

  /// Lower-case hexadecimal, without quotes.
  mutating func putHex(_ octet: UInt8) {
    put(Hex.digit(octet >> 4))
    put(Hex.digit(octet & 15))
  }

  mutating func quoteHex(_ octets: [UInt8]) { octets.withUnsafeBytes { quoteHex($0) } }

  /// Octets as lower-case hexadecimal in quotes.
  public mutating func quoteHex(_ octets: UnsafeRawBufferPointer) {
    reserve(2 * octets.count + 2)
    put(UInt8(ascii: "\""))
    for octet in octets { putHex(octet) }
    put(UInt8(ascii: "\""))
  }
}
