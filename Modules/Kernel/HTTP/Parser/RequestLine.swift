extension RequestHead {
  /// Reads `method SP request-target SP HTTP-version`, one space each (RFC 9112 section 3).
  mutating func readRequestLine(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(HTTPFault) {
    let space = UInt8(ascii: " ")
    guard let first = bytes.firstIndex(of: space, in: line), first > line.lowerBound,
      let second = bytes.firstIndex(of: space, in: first + 1..<line.upperBound)
    else { throw .badRequestLine }
    let token = ByteSet.token
    for index in line.lowerBound..<first where !token.contains(bytes[index]) { throw .badRequestLine }
    try readVersion(bytes, second + 1..<line.upperBound)
    method = HTTPMethod(token: bytes, line.lowerBound..<first)
    target = first + 1..<second
    guard method != .other("CONNECT") else { throw .connectNotSupported }
    take(target: try RequestTarget(bytes, target, method))
  }

  private mutating func readVersion(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(HTTPFault) {
    guard range.count == 8, bytes.spells("HTTP/", range.lowerBound..<range.lowerBound + 5),
      bytes[range.lowerBound + 5].isDigit, bytes[range.lowerBound + 6] == UInt8(ascii: "."),
      bytes[range.lowerBound + 7].isDigit
    else { throw .badRequestLine }
    guard bytes[range.lowerBound + 5] == UInt8(ascii: "1") else { throw .versionNotSupported }
    minorVersion = bytes[range.lowerBound + 7] - UInt8(ascii: "0")
  }
}

/// A request target in origin, absolute or asterisk form (RFC 9112 section 3.2).
struct RequestTarget {
  var path: Range<Int>
  var query: Range<Int>?
  var authority: Range<Int>?

  init(_ bytes: Span<UInt8>, _ range: Range<Int>, _ method: HTTPMethod) throws(HTTPFault) {
    guard !range.isEmpty else { throw .badTarget }
    var start = range.lowerBound
    if bytes[start] != UInt8(ascii: "/") {
      if method == .options, bytes.spells("*", range) {
        path = range
        return
      }
      start = try RequestTarget.endOfAuthority(bytes, range, &authority)
    }
    path = start..<range.upperBound
    if let mark = try RequestTarget.queryMark(bytes, path) {
      path = start..<mark
      query = mark + 1..<range.upperBound
    }
  }

  /// Reads the scheme and the authority of the absolute form.
  private static func endOfAuthority(
    _ bytes: Span<UInt8>, _ range: Range<Int>, _ authority: inout Range<Int>?
  ) throws(HTTPFault) -> Int {
    let schemes: [StaticString] = ["http://", "https://"]
    for scheme in schemes where range.count > scheme.utf8CodeUnitCount {
      let start = range.lowerBound + scheme.utf8CodeUnitCount
      guard bytes.matches(scheme, range.lowerBound..<start) else { continue }
      let end = (start..<range.upperBound).first { bytes[$0] == UInt8(ascii: "/") || bytes[$0] == UInt8(ascii: "?") }
      let found = start..<(end ?? range.upperBound)
      guard !found.isEmpty, bytes[start] != UInt8(ascii: ":"), Authority.isValid(bytes, found) else {
        throw .badTarget
      }
      authority = found
      return found.upperBound
    }
    throw .badTarget
  }

  /// Checks each octet of path and query; gives the place of the question mark.
  private static func queryMark(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(HTTPFault) -> Int? {
    let allowed = ByteSet.path
    var mark: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      let octet = bytes[index]
      if octet == UInt8(ascii: "%") {
        guard index + 2 < range.upperBound, bytes[index + 1].hexValue != nil, bytes[index + 2].hexValue != nil else {
          throw .badTarget
        }
        index += 3
        continue
      }
      if octet == UInt8(ascii: "?") {
        mark = mark ?? index
      } else if !allowed.contains(octet) {
        throw .badTarget
      }
      index += 1
    }
    return mark
  }
}
