import CLinux
import Glibc

/// A small blocking client for one server: http only, one connection that is kept between calls. It belongs to one
/// thread at a time.
public final class HTTPClient {
  /// What the server answered.
  public struct Response: Sendable {
    /// Status code (RFC 9110, 15).
    public let status: Int
    /// In order, names as sent.
    public let headers: [(name: String, value: String)]
    /// The whole body, chunks put together.
    public let body: [UInt8]

    /// The value of the first line of this name, in lower case.
    public func header(_ lowercasedName: String) -> String? {
      headers.first { $0.name.lowercased() == lowercasedName }?.value
    }
  }

  /// Why there is no answer.
  public enum Fault: Error, Sendable, Equatable {
    /// The server cannot be reached.
    case unreachable(String)
    /// Nothing came or could be sent for `timeout` seconds; the request may have had its effect.
    case timeout
    /// The connection ended before the whole answer was there; the request may have had its effect.
    case connectionLost
    /// What came is no HTTP/1.1 answer, or a greater one than the client takes.
    case malformedResponse
    /// A method, target or header with octets that cannot stand there.
    case unsafeRequest
  }

  /// The greatest answer that is taken, in octets.
  public var bodyLimit = 256 * 1_024 * 1_024

  private let host: String
  private let port: Int
  private let timeout: Double
  private var socket: ClientSocket?

  /// - Parameter timeout: seconds without progress after which a call gives up.
  public init(host: String, port: Int, timeout: Double = 30) {
    self.host = host
    self.port = port
    self.timeout = timeout
  }

  /// Sends one request and waits for its answer. It is never sent twice.
  /// - Parameter target: the path, percent-encoded, with its query.
  /// - Throws: `HTTPClient.Fault`
  public func send(
    method: HTTPMethod, target: String, headers: [(String, String)] = [], body: [UInt8] = []
  ) throws(Fault) -> Response {
    let octets = try requestOctets(method, target, headers, body)
    let socket = try openSocket()
    do {
      try socket.write(octets)
      var reader = ClientResponseReader(socket, bodyLimit: bodyLimit)
      let (response, persists) = try reader.read(isHead: method == .head)
      if !persists { self.socket = nil }
      return response
    } catch {
      self.socket = nil
      throw error
    }
  }

  /// Ends the kept connection; the next call opens another.
  public func disconnect() { socket = nil }

  private func openSocket() throws(Fault) -> ClientSocket {
    // A server lets idle connections go: asking first saves a request from being sent into nothing.
    if let socket, socket.isIdle { return socket }
    socket = nil
    let made = try ClientSocket(host: host, port: port, timeout: timeout)
    socket = made
    return made
  }

  private func requestOctets(
    _ method: HTTPMethod, _ target: String, _ headers: [(String, String)], _ body: [UInt8]
  ) throws(Fault) -> [UInt8] {
    let token = ByteSet.token
    guard target.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }), !target.isEmpty,
      method.description.utf8.allSatisfy({ token.contains($0) }), !method.description.isEmpty
    else { throw .unsafeRequest }
    let authority = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    var head = "\(method) \(target) HTTP/1.1\r\nHost: \(authority)\r\n"
    for (name, value) in headers {
      guard !name.isEmpty, name.utf8.allSatisfy({ token.contains($0) }), value.utf8.allSatisfy(\.isFieldContent) else {
        throw .unsafeRequest
      }
      head += "\(name): \(value)\r\n"
    }
    if !body.isEmpty || method == .post || method == .put || method == .patch {
      head += "Content-Length: \(body.count)\r\n"
    }
    return Array(head.utf8) + [13, 10] + body
  }
}
