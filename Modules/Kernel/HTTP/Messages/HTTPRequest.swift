/// A whole request whose framing is beyond doubt. It keeps the octets of its head; names and values become Strings
/// only when somebody asks for them.
public struct HTTPRequest: Sendable {
  /// As sent.
  public let method: HTTPMethod
  /// The path as sent, not decoded; `*` for `OPTIONS *`.
  public let path: String
  /// The whole body without its chunks; empty for none.
  public let body: [UInt8]
  /// The address of the socket's peer, without its port; `unix` for a local socket. Taken from a header only where
  /// that peer is a configured proxy (see `comeThrough`).
  public private(set) var peer: String
  /// The host that the request is for, with its port, as sent; empty when an HTTP/1.0 client names none.
  public let host: String

  /// Keeps the room that a large body takes for as long as somebody holds the request.
  var share: BodyShare?

  private let head: [UInt8]
  private let target: Range<Int>
  private let queryRange: Range<Int>?
  private let fields: Range<Int>

  init(_ parsed: RequestHead, head: [UInt8], body: [UInt8], peer: String) {
    let bytes = head.span
    method = parsed.method
    path = parsed.path.isEmpty ? "/" : bytes.text(parsed.path)
    host = parsed.authority.map { bytes.text($0) } ?? ""
    target = parsed.target
    queryRange = parsed.query
    fields = parsed.fields
    self.head = head
    self.body = body
    self.peer = peer
  }

  /// Whether the answer goes out without its body (RFC 9110, 9.3.2).
  public var isHead: Bool { method == .head }

  /// Believes X-Forwarded-For as far as our own proxies wrote it: read from its end, the first address that is none of
  /// them is the client's. What stands before it anybody may have written.
  mutating func comeThrough(_ proxies: Set<String>) {
    guard !proxies.isEmpty, proxies.contains(peer) else { return }
    let hops = headerValues("x-forwarded-for").flatMap { $0.split(separator: ",") }
    for hop in hops.reversed() {
      guard let address = PeerAddress.canonical(hop.trimming { $0 == " " || $0 == "\t" }) else { return }
      peer = address
      if !proxies.contains(address) { return }
    }
  }

  /// The request target as sent, in whichever form.
  public var rawTarget: String { head.span.text(target) }

  /// The query as sent, without its question mark.
  public var rawQuery: String? { queryRange.map { head.span.text($0) } }

  /// The value of the first header line of this name; octets that are not UTF-8 become U+FFFD.
  /// - Parameter lowercasedName: the name in lower case.
  public func header(_ lowercasedName: String) -> String? {
    var name = lowercasedName
    return name.withUTF8 { firstValue(of: $0) }
  }

  /// The value of the first header line of this name, for names known when the program is built.
  public func header(_ lowercasedName: StaticString) -> String? {
    lowercasedName.withUTF8Buffer { firstValue(of: $0) }
  }

  /// The values of all header lines of this name, in order.
  public func headerValues(_ lowercasedName: String) -> [String] {
    var name = lowercasedName
    return name.withUTF8 { name in
      var values: [String] = []
      eachField(named: name) { bytes, field in
        values.append(bytes.text(field.value))
        return true
      }
      return values
    }
  }

  /// Whether the body says that it is of this type, whatever its parameters are (RFC 9110, 8.3.1).
  /// - Parameter lowercasedType: type and subtype in lower case, such as `text/csv`.
  public func isBody(of lowercasedType: StaticString) -> Bool {
    var isOfType = false
    StaticString("content-type").withUTF8Buffer { name in
      eachField(named: name) { bytes, field in
        var end = field.value.lowerBound
        while end < field.value.upperBound, bytes[end] != UInt8(ascii: ";") { end += 1 }
        isOfType = bytes.matches(lowercasedType, bytes.trimmed(field.value.lowerBound..<end))
        return false
      }
    }
    return isOfType
  }

  /// All header lines in order, names as sent.
  public var headers: [(name: String, value: String)] {
    var all: [(name: String, value: String)] = []
    eachLine { bytes, line in
      guard let field = try? HeaderField(bytes, line) else { return false }
      all.append((bytes.text(field.name), bytes.text(field.value)))
      return true
    }
    return all
  }

  private func firstValue(of name: UnsafeBufferPointer<UInt8>) -> String? {
    var found: String?
    eachField(named: name) { bytes, field in
      found = bytes.text(field.value)
      return false
    }
    return found
  }

  /// Walks over the header lines of one name until `visit` says no; the others are not read.
  private func eachField(named name: UnsafeBufferPointer<UInt8>, _ visit: (Span<UInt8>, HeaderField) -> Bool) {
    eachLine { bytes, line in
      let colon = line.lowerBound + name.count
      guard colon < line.upperBound, bytes[colon] == UInt8(ascii: ":"), bytes.matches(name, line.lowerBound..<colon) else { return true }
      guard let field = try? HeaderField(bytes, line) else { return false }
      return visit(bytes, field)
    }
  }

  /// Walks over the header lines, which the parser has checked already, until `visit` says no.
  private func eachLine(_ visit: (Span<UInt8>, Range<Int>) -> Bool) {
    let bytes = head.span
    var start = fields.lowerBound
    while start < fields.upperBound {
      var end = start
      while bytes[end] != UInt8(ascii: "\r") { end += 1 }
      guard visit(bytes, start..<end) else { return }
      start = end + 2
    }
  }
}

extension Substring {
  fileprivate func trimming(_ isBlank: (Character) -> Bool) -> String {
    String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

/// Why a path or query cannot be read.
public enum HTTPDecodingFault: Error, Sendable, Equatable {
  /// A `%` without two hexadecimal digits.
  case malformedEscape
  /// The decoded octets are not UTF-8.
  case invalidUTF8
  /// A decoded NUL.
  case nul
  /// The same key twice in one query: two readers would see two different values.
  case duplicateKey(String)
}

extension HTTPRequest {
  /// The parts of the path between its slashes, each percent-decoded exactly once; `/` has none, a closing slash
  /// leaves an empty last one. Nil when a part is not UTF-8, holds NUL, or is `.` or `..`.
  public var segments: [String]? {
    guard path != "/" else { return [] }
    var path = path
    return path.withUTF8 { octets in
      guard octets.first == UInt8(ascii: "/") else { return nil }
      var parts: [String] = []
      parts.reserveCapacity(8)
      var start = 1
      for end in 1...octets.count where end == octets.count || octets[end] == UInt8(ascii: "/") {
        let raw = octets[start..<end]
        // The parser lets only visible ASCII into a path: without an escape there is nothing to decode.
        let isPlain = !raw.contains(UInt8(ascii: "%"))
        guard let part = isPlain ? String(decoding: raw, as: UTF8.self) : try? PercentEncoding.decode(raw, plusIsSpace: false),
          part != ".", part != ".."
        else { return nil }
        parts.append(part)
        start = end + 1
      }
      return parts
    }
  }

  /// The pairs of the query in order, names and values percent-decoded exactly once, `+` read as a space (as HTML
  /// forms write it). A name without `=` has an empty value.
  /// - Throws: `HTTPDecodingFault`, also for a name that occurs twice.
  public func query() throws(HTTPDecodingFault) -> [(String, String)] {
    guard let rawQuery, !rawQuery.isEmpty else { return [] }
    var pairs: [(String, String)] = []
    var seen: Set<String> = []
    for raw in rawQuery.utf8.split(separator: UInt8(ascii: "&")) {
      let equals = raw.firstIndex(of: UInt8(ascii: "=")) ?? raw.endIndex
      let name = try PercentEncoding.decode(raw[..<equals], plusIsSpace: true)
      let value = equals == raw.endIndex ? "" : try PercentEncoding.decode(raw[equals...].dropFirst(), plusIsSpace: true)
      guard seen.insert(name).inserted else { throw .duplicateKey(name) }
      pairs.append((name, value))
    }
    return pairs
  }
}
