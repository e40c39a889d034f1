/// One header line: a token, a colon, a value between optional blanks (RFC 9112 section 5).
struct HeaderField {
  let name: Range<Int>
  let value: Range<Int>

  /// - Parameter line: the place of the line, without its CRLF; its control octets have been refused already.
  init(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(HTTPFault) {
    let token = ByteSet.token
    var colon = line.lowerBound
    while colon < line.upperBound, token.contains(bytes[colon]) { colon += 1 }
    // A blank here would be a folded line or room before the colon: both have hidden lengths from other parsers.
    guard colon > line.lowerBound, colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") else {
      throw .badHeader
    }
    name = line.lowerBound..<colon
    value = bytes.trimmed(colon + 1..<line.upperBound)
  }
}
