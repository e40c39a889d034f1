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
