/// A set of ASCII octets, one bit each.
struct ByteSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ members: StaticString...) {
    for member in members {
      member.withUTF8Buffer { octets in
        for octet in octets {
          if octet < 64 { low |= 1 << UInt64(octet) } else { high |= 1 << UInt64(octet & 63) }
        }
      }
    }
  }

  @inline(__always)
  func contains(_ octet: UInt8) -> Bool {
    (octet < 64 ? low >> UInt64(octet) : octet < 128 ? high >> UInt64(octet & 63) : 0) & 1 == 1
  }

  private static let letters: StaticString = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
  private static let digits: StaticString = "0123456789"
  private static let subDelimiters: StaticString = "!$&'()*+,;="

  /// RFC 9110 section 5.6.2.
  static let token = ByteSet("!#$%&'*+-.^_`|~", digits, letters)
  /// The octets of a path and query (RFC 3986 sections 3.3 and 3.4), `%` and `?` apart.
  static let path = ByteSet("-._~:@/", digits, letters, subDelimiters)
  /// The octets of a registered name (RFC 3986 section 3.2.2), `%` apart.
  static let host = ByteSet("-._~", digits, letters, subDelimiters)
}

extension UInt8 {
  /// 0 to 15, or nil for an octet that is no hexadecimal digit.
  var hexValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether it may stand in a header value or a quoted string: visible, blank or above ASCII.
  @inline(__always)
  var isFieldContent: Bool { self >= 0x20 && self != 0x7f || self == UInt8(ascii: "\t") }

  @inline(__always)
  var lowercased: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}

extension Span<UInt8> {
  /// The octets of a range as text; what is not UTF-8 becomes U+FFFD.
  func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the range reads exactly so, case included.
  func spells(_ word: StaticString, _ range: Range<Int>) -> Bool {
    guard word.utf8CodeUnitCount == range.count else { return false }
    return word.withUTF8Buffer { word in
      for (offset, octet) in word.enumerated() where self[range.lowerBound + offset] != octet { return false }
      return true
    }
  }

  /// Whether the range reads so when its letters are taken as lower case.
  func matches(_ lowercasedWord: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard lowercasedWord.count == range.count else { return false }
    for (offset, octet) in lowercasedWord.enumerated() where self[range.lowerBound + offset].lowercased != octet {
      return false
    }
    return true
  }

  func matches(_ lowercasedWord: StaticString, _ range: Range<Int>) -> Bool {
    lowercasedWord.withUTF8Buffer { matches($0, range) }
  }

  /// The range without blanks at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isBlank { start += 1 }
    while start < end, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// The place of the first such octet in the range.
  func firstIndex(of octet: UInt8, in range: Range<Int>) -> Int? {
    range.first { self[$0] == octet }
  }

  /// The elements of a comma-separated list, blanks trimmed, empty ones included.
  func listElements(_ range: Range<Int>) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    var start = range.lowerBound
    while let comma = firstIndex(of: UInt8(ascii: ","), in: start..<range.upperBound) {
      elements.append(trimmed(start..<comma))
      start = comma + 1
    }
    elements.append(trimmed(start..<range.upperBound))
    return elements
  }
}
