/// A request method. Names are case-sensitive (RFC 9110 section 9.1), so `get` is `.other("get")`.
public enum HTTPMethod: Sendable, Hashable, CustomStringConvertible {
  /// As the RFC names them, in capitals.
  case get, post, put, patch, delete, head, options
  /// Any other token, such as `TRACE`, as it was sent.
  case other(String)

  /// The method of a name as sent; nothing is folded.
  public init(_ name: String) {
    switch name {
    case "GET": self = .get
    case "POST": self = .post
    case "PUT": self = .put
    case "PATCH": self = .patch
    case "DELETE": self = .delete
    case "HEAD": self = .head
    case "OPTIONS": self = .options
    default: self = .other(name)
    }
  }

  /// The name as it stands on the wire.
  public var description: String {
    switch self {
    case .get: "GET"
    case .post: "POST"
    case .put: "PUT"
    case .patch: "PATCH"
    case .delete: "DELETE"
    case .head: "HEAD"
    case .options: "OPTIONS"
    case .other(let name): name
    }
  }

  /// The method named by an already checked token.
  init(token bytes: Span<UInt8>, _ range: Range<Int>) {
    if bytes.spells("GET", range) {
      self = .get
    } else if bytes.spells("POST", range) {
      self = .post
    } else {
      self.init(bytes.text(range))
    }
  }
}

/// An answer. The server itself writes `Date`, `Server`, `Content-Length`, `Connection` and `Transfer-Encoding`;
/// lines of these names among `headers` are left out.
public struct HTTPResponse: Sendable {
  /// 200 to 599.
  public var status: Int
  /// Names and values as they go on the wire. An answer with CR, LF, NUL or another control octet in one of them,
  /// or with a name that is no token, is replaced by a 500: it would let data pose as header lines.
  public var headers: [(String, String)]
  /// Lines that are the same on every answer of a kind, each with its line end; they go on the wire as they stand.
  public var preset: StaticString = ""
  /// Left out on the wire for HEAD, 204 and 304.
  public var body: [UInt8]

  /// An answer.
  ///
  /// - Parameters:
  ///   - status: 200 to 599.
  ///   - headers: beside those the server writes itself.
  ///   - body: octets; their length is written by the server.
  public init(status: Int, headers: [(String, String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// An RFC 9457 problem with nothing but its status and code.
  public static func plainProblem(status: Int, code: String) -> HTTPResponse {
    let text = #"{"type":"about:blank","status":\#(status),"code":"\#(code)"}"# + "\n"
    return HTTPResponse(
      status: status,
      headers: [("Content-Type", "application/problem+json; charset=utf-8"), ("Cache-Control", "no-store")],
      body: Array(text.utf8))
  }
}
