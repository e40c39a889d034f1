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
      eachField { bytes, field in
        if bytes.matches(name, field.name) { values.append(bytes.text(field.value)) }
        return true
      }
      return values
    }
  }

  /// All header lines in order, names as sent.
  public var headers: [(name: String, value: String)] {
    var all: [(name: String, value: String)] = []
    eachField { bytes, field in
      all.append((bytes.text(field.name), bytes.text(field.value)))
      return true
    }
    return all
  }

  private func firstValue(of name: UnsafeBufferPointer<UInt8>) -> String? {
    var found: String?
    eachField { bytes, field in
      guard bytes.matches(name, field.name) else { return true }
      found = bytes.text(field.value)
      return false
    }
    return found
  }

  /// Walks over the header lines, which the parser has checked already, until `visit` says no.
  private func eachField(_ visit: (Span<UInt8>, HeaderField) -> Bool) {
    let bytes = head.span
    var start = fields.lowerBound
    while start < fields.upperBound {
      var end = start
      while bytes[end] != UInt8(ascii: "\r") { end += 1 }
      guard let field = try? HeaderField(bytes, start..<end), visit(bytes, field) else { return }
      start = end + 2
    }
  }
}

extension Substring {
  fileprivate func trimming(_ isBlank: (Character) -> Bool) -> String {
    String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
