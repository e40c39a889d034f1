/// What a request line and its header lines say. Places are counted from the first octet of the request line.
struct RequestHead {
  enum Expectation { case none, proceed, unknown }

  var method = HTTPMethod.get
  var target = 0..<0
  var path = 0..<0
  var query: Range<Int>?
  /// Of the absolute form, else of the Host line.
  var authority: Range<Int>?
  var minorVersion: UInt8 = 1
  var fields = 0..<0
  var fieldCount = 0

  var hostCount = 0
  var contentLength: Int?
  var isChunked = false
  var wantsClose = false
  var wantsKeepAlive = false
  var expectation = Expectation.none

  private var targetHasAuthority = false
  private var codings = 0
  private var chunkedCodings = 0
  private var lastCodingIsChunked = false

  var hasBody: Bool { contentLength != nil || isChunked }

  /// Whether the connection may carry another request (RFC 9112 section 9.3).
  var persists: Bool { !wantsClose && (minorVersion > 0 || wantsKeepAlive) }

  init() {}

  mutating func take(target form: RequestTarget) {
    path = form.path
    query = form.query
    authority = form.authority
    targetHasAuthority = form.authority != nil
  }

  /// Takes one header line; only the lines that decide framing, routing and persistence are looked at now.
  mutating func take(_ field: HeaderField, _ bytes: Span<UInt8>) throws(HTTPFault) {
    switch field.name.count {
    case 4 where bytes.matches("host", field.name): try takeHost(field.value, bytes)
    case 6 where bytes.matches("expect", field.name):
      expectation = bytes.matches("100-continue", field.value) ? .proceed : .unknown
    case 10 where bytes.matches("connection", field.name): takeConnection(field.value, bytes)
    case 14 where bytes.matches("content-length", field.name): try takeLength(field.value, bytes)
    case 17 where bytes.matches("transfer-encoding", field.name): takeCodings(field.value, bytes)
    default: break
    }
  }

  /// Decides framing once all lines are known (RFC 9112 section 6.3). Two ways to tell the length is one too many.
  mutating func close() throws(HTTPFault) {
    if hostCount == 0, minorVersion > 0 { throw .badHost }
    if codings > 0 {
      guard contentLength == nil, minorVersion > 0, lastCodingIsChunked, chunkedCodings == 1 else {
        throw .badTransferEncoding
      }
      guard codings == 1 else { throw .codingNotSupported }
      isChunked = true
    }
    if minorVersion == 0 { expectation = .none }
    if expectation == .unknown { throw .expectationFailed }
  }

  private mutating func takeHost(_ value: Range<Int>, _ bytes: Span<UInt8>) throws(HTTPFault) {
    hostCount += 1
    guard hostCount == 1, Authority.isValid(bytes, value) else { throw .badHost }
    if !targetHasAuthority { authority = value }
  }

  private mutating func takeLength(_ value: Range<Int>, _ bytes: Span<UInt8>) throws(HTTPFault) {
    // Eighteen digits cannot overflow 64 bits.
    guard contentLength == nil, (1...18).contains(value.count) else { throw .badContentLength }
    var length = 0
    for index in value {
      guard bytes[index].isDigit else { throw .badContentLength }
      length = length * 10 + Int(bytes[index] - UInt8(ascii: "0"))
    }
    contentLength = length
  }

  private mutating func takeCodings(_ value: Range<Int>, _ bytes: Span<UInt8>) {
    for coding in bytes.listElements(value) {
      codings += 1
      lastCodingIsChunked = bytes.matches("chunked", coding)
      if lastCodingIsChunked { chunkedCodings += 1 }
    }
  }

  private mutating func takeConnection(_ value: Range<Int>, _ bytes: Span<UInt8>) {
    for option in bytes.listElements(value) {
      if bytes.matches("close", option) { wantsClose = true }
      if bytes.matches("keep-alive", option) { wantsKeepAlive = true }
    }
  }
}

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
