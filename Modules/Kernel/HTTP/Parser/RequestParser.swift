/// Cuts one connection's octets into requests. It never copies a head before the head is whole, and it refuses at
/// the first octet that cannot belong to a valid request.
struct RequestParser {
  enum Phase { case requestLine, fields, fixedBody, chunkSize, chunkData, chunkEnd, trailers }

  enum Event {
    /// All octets are used; the rest of the request has not come yet.
    case needsMore
    /// The head of a request with a body is whole: the reader may set `bodyLimit` before it goes on.
    case head
    /// A whole request; `take()` gives it.
    case request
  }

  struct Step {
    var event: Event
    /// How many octets at the front the parser will not want to see again.
    var consumed: Int
  }

  let limits: HTTPLimits
  var phase = Phase.requestLine
  var bodyLimit: Int
  private(set) var head = RequestHead()
  var headOctets: [UInt8] = []
  var body: [UInt8] = []
  /// Octets still missing of a fixed body or of the present chunk.
  var missing: UInt64 = 0
  var trailerOctets = 0

  private var lineStart = 0
  private var scanned = 0
  private var skippedEmptyLine = false

  init(limits: HTTPLimits) {
    self.limits = limits
    bodyLimit = limits.body
  }

  var isInHead: Bool { phase == .requestLine || phase == .fields }

  /// Reads on. `bytes` begins with the first octet not consumed yet.
  mutating func advance(over bytes: Span<UInt8>) throws(HTTPFault) -> Step {
    switch phase {
    case .requestLine, .fields: try advanceHead(bytes)
    case .fixedBody: advanceFixedBody(bytes)
    case .chunkSize, .chunkData, .chunkEnd, .trailers: try advanceChunks(bytes)
    }
  }

  /// The request just finished; the parser is ready for the next one.
  mutating func take(peer: String) -> (request: HTTPRequest, persists: Bool, minorVersion: UInt8) {
    let request = HTTPRequest(head, head: headOctets, body: body, peer: peer)
    let result = (request, head.persists, head.minorVersion)
    self = RequestParser(limits: limits)
    return result
  }

  private mutating func advanceHead(_ bytes: Span<UInt8>) throws(HTTPFault) -> Step {
    if phase == .requestLine, lineStart == 0, !skippedEmptyLine, bytes.count > 1,
      bytes[0] == UInt8(ascii: "\r"), bytes[1] == UInt8(ascii: "\n")
    {
      // One empty line before a request is some clients' habit after a body (RFC 9112 section 2.2).
      skippedEmptyLine = true
      scanned = 0
      var step = try advanceHead(bytes.extracting(2...))
      step.consumed += 2
      return step
    }
    while let end = try endOfLine(bytes, from: scanned) {
      try checkSizes(end)
      if end == lineStart {
        guard phase == .fields else { throw .badRequestLine }
        return try closeHead(bytes, end)
      }
      try readLine(bytes, lineStart..<end)
      lineStart = end + 2
      scanned = lineStart
    }
    try checkSizes(bytes.count)
    return Step(event: .needsMore, consumed: 0)
  }

  private mutating func readLine(_ bytes: Span<UInt8>, _ line: Range<Int>) throws(HTTPFault) {
    if phase == .requestLine {
      try head.readRequestLine(bytes, line)
      head.fields = line.upperBound + 2..<line.upperBound + 2
      phase = .fields
    } else {
      head.fieldCount += 1
      guard head.fieldCount <= limits.headerCount else { throw .tooManyHeaders }
      try head.take(HeaderField(bytes, line), bytes)
    }
  }

  private mutating func closeHead(_ bytes: Span<UInt8>, _ end: Int) throws(HTTPFault) -> Step {
    head.fields = head.fields.lowerBound..<end
    try head.close()
    headOctets = bytes.extracting(0..<end).withUnsafeBufferPointer { Array($0) }
    guard head.hasBody else { return Step(event: .request, consumed: end + 2) }
    missing = UInt64(head.contentLength ?? 0)
    phase = head.isChunked ? .chunkSize : .fixedBody
    return Step(event: .head, consumed: end + 2)
  }

  private func checkSizes(_ end: Int) throws(HTTPFault) {
    if phase == .requestLine {
      guard end - lineStart <= limits.requestLine else { throw .targetTooLong }
    } else {
      guard end - lineStart <= limits.headerLine, end <= limits.head else { throw .headerTooLarge }
    }
  }

  /// The place of the CR of the next CRLF. Every other control octet is refused, a CR without its LF among them.
  private mutating func endOfLine(_ bytes: Span<UInt8>, from start: Int) throws(HTTPFault) -> Int? {
    var index = start
    while index < bytes.count {
      let octet = bytes[index]
      if octet.isFieldContent {
        index += 1
        continue
      }
      guard octet == UInt8(ascii: "\r") else { throw phase == .requestLine ? .badRequestLine : .badHeader }
      guard index + 1 < bytes.count else { break }
      guard bytes[index + 1] == UInt8(ascii: "\n") else { throw phase == .requestLine ? .badRequestLine : .badHeader }
      return index
    }
    scanned = index
    return nil
  }

  private mutating func advanceFixedBody(_ bytes: Span<UInt8>) -> Step {
    let used = Int(min(missing, UInt64(bytes.count)))
    append(bytes, 0..<used)
    return Step(event: missing == 0 ? .request : .needsMore, consumed: used)
  }

  /// Moves octets of the body over; the caller has held them against the limit.
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    bytes.extracting(range).withUnsafeBufferPointer { body.append(contentsOf: $0) }
    missing -= UInt64(range.count)
  }
}
