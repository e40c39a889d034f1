/// How much of everything the server takes from one peer, and how long it waits.
/// Sizes are octets, durations seconds. The standard values are stricter than or equal to those of the usual servers.
public struct HTTPLimits: Sendable {
  /// The request line without its CRLF; beyond it 414 (RFC 9112 section 3 asks for at least 8 000).
  public var requestLine = 8_192
  /// One header line without its CRLF; beyond it 431.
  public var headerLine = 8_192
  /// Request line and all header lines together; beyond it 431.
  public var head = 32 * 1_024
  /// Number of header lines; beyond it 431.
  public var headerCount = 100
  /// A request body where the handler names no limit of its own; beyond it 413.
  public var body = 1_024 * 1_024
  /// The larger bodies of all connections together, while they come and until they are answered; beyond it 503.
  public var bodiesTogether = 64 * 1_024 * 1_024
  /// One chunk-size line with its extensions.
  public var chunkLine = 256
  /// All trailer lines together.
  public var trailers = 4 * 1_024

  /// From the first octet of a head to its end; beyond it 408.
  public var headSeconds = 10.0
  /// From the end of the head to the end of the body, before the allowance for what arrived; beyond it 408.
  public var bodySeconds = 30.0
  /// Each such number of received body octets buys the body one second more.
  public var bodyOctetsPerExtraSecond = 64 * 1_024
  /// A kept connection without a request is closed after this.
  public var idleSeconds = 15.0
  /// A peer that takes no octet of its answer for this long is cut off.
  public var writeSeconds = 30.0
  /// After a last answer the server discards what still comes for so long, so that the answer is not lost to a reset.
  public var lingerSeconds = 2.0

  /// Requests on one connection; the last answer says `Connection: close`.
  public var requestsPerConnection = 1_000
  /// Requests of one connection that wait for their answers; reading stops while there are so many.
  public var pipelined = 16
  /// Answer octets that wait for one peer before its next request is looked at.
  public var unsentOctets = 256 * 1_024
  /// Open connections altogether; beyond it 503.
  public var connections = 1_024
  /// Open connections of one address; beyond it 503. A proxy in front is one address: raise it there.
  public var connectionsPerAddress = 64

  /// The standard values.
  public init() {}

  /// How often deadlines are looked at, in milliseconds: a quarter of the shortest, from 10 to 250.
  var tickMilliseconds: Int32 {
    let shortest = min(headSeconds, bodySeconds, idleSeconds, writeSeconds, lingerSeconds)
    return Int32(max(10, min(250, shortest * 250)))
  }
}

/// Nanoseconds on the monotonic clock.
typealias Nanoseconds = UInt64

extension Double {
  /// This many seconds; nothing negative, nothing beyond a year.
  var nanoseconds: Nanoseconds { Nanoseconds(Swift.max(0, Swift.min(self, 31_536_000)) * 1e9) }
}
