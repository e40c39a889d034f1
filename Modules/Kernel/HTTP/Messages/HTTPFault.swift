/// What the server itself finds wrong with a request or a connection. Every fault is answered once and ends the
/// connection: nothing after it can be trusted to begin where it seems to.
public enum HTTPFault: String, Error, Sendable, CaseIterable {
  /// The request line is none (RFC 9112, 3).
  case badRequestLine = "bad-request-line"
  /// The target has a form or an octet that cannot stand there (RFC 9112, 3.2).
  case badTarget = "bad-target"
  /// A header line has no name, blanks before its colon, or a control octet (RFC 9112, 5).
  case badHeader = "bad-header"
  /// `Host` is missing, stands twice or is no host (RFC 9112, 3.2).
  case badHost = "bad-host"
  /// `Content-Length` stands twice or is no whole number (RFC 9112, 6.3).
  case badContentLength = "bad-content-length"
  /// `Transfer-Encoding` where it may not stand, such as beside a length (RFC 9112, 6.1).
  case badTransferEncoding = "bad-transfer-encoding"
  /// A chunk's size line or its end is wrong (RFC 9112, 7.1).
  case badChunk = "bad-chunk"
  /// The rest of a request that had begun did not come in time.
  case requestTimeout = "request-timeout"
  /// The body is larger than its path takes.
  case bodyTooLarge = "body-too-large"
  /// The request line is longer than `HTTPLimits.requestLine`.
  case targetTooLong = "target-too-long"
  /// `Expect` asks for something else than `100-continue` (RFC 9110, 10.1.1).
  case expectationFailed = "expectation-failed"
  /// The server does not answer for this host (RFC 9110, 7.4).
  case wrongHost = "wrong-host"
  /// A header line, the head or the trailers are larger than allowed.
  case headerTooLarge = "header-too-large"
  /// More header lines than allowed.
  case tooManyHeaders = "too-many-headers"
  /// The handler gave no answer, or one that cannot go on the wire.
  case internalError = "internal-error"
  /// A transfer coding other than `chunked`.
  case codingNotSupported = "transfer-coding-not-supported"
  /// `CONNECT`: this is no proxy.
  case connectNotSupported = "connect-not-supported"
  /// The bodies of all connections together take more room than allowed.
  case tooManyBodies = "too-many-bodies"
  /// More connections than allowed, altogether or from one address.
  case tooManyConnections = "too-many-connections"
  /// A major version other than 1.
  case versionNotSupported = "http-version-not-supported"

  /// The status of the answer.
  public var status: Int {
    switch self {
    case .badRequestLine, .badTarget, .badHeader, .badHost, .badContentLength, .badTransferEncoding, .badChunk: 400
    case .requestTimeout: 408
    case .bodyTooLarge: 413
    case .targetTooLong: 414
    case .expectationFailed: 417
    case .wrongHost: 421
    case .headerTooLarge, .tooManyHeaders: 431
    case .internalError: 500
    case .codingNotSupported, .connectNotSupported: 501
    case .tooManyBodies, .tooManyConnections: 503
    case .versionNotSupported: 505
    }
  }

  /// The stable word by which programs tell faults apart.
  public var code: String { rawValue }
}
