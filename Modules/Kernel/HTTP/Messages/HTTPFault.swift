/// What the server itself finds wrong with a request or a connection. Every fault is answered once and ends the
/// connection: nothing after it can be trusted to begin where it seems to.
public enum HTTPFault: String, Error, Sendable, CaseIterable {
  case badRequestLine = "bad-request-line"
  case badTarget = "bad-target"
  case badHeader = "bad-header"
  case badHost = "bad-host"
  case badContentLength = "bad-content-length"
  case badTransferEncoding = "bad-transfer-encoding"
  case badChunk = "bad-chunk"
  case requestTimeout = "request-timeout"
  case bodyTooLarge = "body-too-large"
  case targetTooLong = "target-too-long"
  case expectationFailed = "expectation-failed"
  case wrongHost = "wrong-host"
  case headerTooLarge = "header-too-large"
  case tooManyHeaders = "too-many-headers"
  case internalError = "internal-error"
  case codingNotSupported = "transfer-coding-not-supported"
  case connectNotSupported = "connect-not-supported"
  case tooManyBodies = "too-many-bodies"
  case tooManyConnections = "too-many-connections"
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
