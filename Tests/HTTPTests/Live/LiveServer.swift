import Glibc
import Testing

@testable import HTTP

/// Answers by path: `/echo` gives method, target and body back, `/later/N` answers after N milliseconds from another
/// thread, `/lost` drops its exchange, `/bad` answers with an unsafe header, `/big` with 8 MiB.
final class TestHandler: HTTPHandler {
  func bodyLimit(method: HTTPMethod, path: String) -> Int? { path == "/upload" ? 4 * 1_024 * 1_024 : nil }

  func handle(_ request: HTTPRequest, _ exchange: HTTPExchange) {
    let segments = request.segments ?? []
    switch segments.first {
    case "later": answerLater(exchange, milliseconds: segments.dropFirst().first.flatMap { UInt32($0) } ?? 0)
    case "lost": break
    case "bad": exchange.answer(HTTPResponse(status: 200, headers: [("X", "a\r\nb: c")]))
    case "big": exchange.answer(HTTPResponse(status: 200, body: [UInt8](repeating: 66, count: 8 * 1_024 * 1_024)))
    default:
      let text = "\(request.method) \(request.rawTarget) \(request.body.count)\n"
      exchange.answer(HTTPResponse(status: 200, body: Array(text.utf8) + request.body + [10]))
    }
  }

  private func answerLater(_ exchange: HTTPExchange, milliseconds: UInt32) {
    let task = Unmanaged.passRetained(Later(exchange, milliseconds))
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Later>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, task.toOpaque())
    pthread_detach(thread)
  }
}

private final class Later: Sendable {
  let exchange: HTTPExchange
  let milliseconds: UInt32

  init(_ exchange: HTTPExchange, _ milliseconds: UInt32) {
    self.exchange = exchange
    self.milliseconds = milliseconds
  }

  func run() {
    usleep(milliseconds * 1_000)
    exchange.answer(HTTPResponse(status: 200, body: Array("after \(milliseconds)\n".utf8)))
  }
}

/// Starts a server, lets `body` work with it, and stops it.
func withServer(
  _ limits: HTTPLimits = HTTPLimits(), loops: Int = 2, servedHosts: Set<String>? = nil,
  _ body: (HTTPServer) throws -> Void
) throws {
  var options = HTTPServerOptions(loops: loops, limits: limits)
  options.servedHosts = servedHosts
  let server = HTTPServer(options) { _ in TestHandler() }
  try server.start()
  defer { server.stop(grace: 1) }
  try body(server)
}

/// A peer that writes octets as they are and reads what comes.
final class RawPeer {
  private let socket: ClientSocket
  private(set) var received: [UInt8] = []

  init(_ server: HTTPServer, timeout: Double = 5) throws {
    socket = try ClientSocket(host: "127.0.0.1", port: server.port, timeout: timeout)
  }

  func write(_ text: String) throws { try socket.write(Array(text.utf8)) }
  func write(_ octets: [UInt8]) throws { try socket.write(octets) }

  var lines: [String] {
    received.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  var text: String { String(decoding: received, as: UTF8.self) }

  /// The statuses received so far, in order.
  var statuses: [Int] {
    lines.filter { $0.hasPrefix("HTTP/1.1 ") }.compactMap { Int($0.dropFirst(9).prefix(3)) }
  }

  /// Reads to the end of the stream. - Returns: false when the end did not come in time.
  @discardableResult
  func readToEnd() -> Bool {
    do {
      while try socket.read(into: &received) {}
      return true
    } catch { return error == .connectionLost }
  }

  /// Reads until so many final answers are there, or nothing comes any more.
  func read(answers: Int) {
    while statuses.count(where: { $0 >= 200 }) < answers {
      guard (try? socket.read(into: &received)) == true else { return }
    }
  }

  /// Reads until this text is there, or nothing comes any more.
  func read(until marker: String) -> Bool {
    while !text.contains(marker) {
      guard (try? socket.read(into: &received)) == true else { return false }
    }
    return true
  }
}

func get(_ target: String) -> String { "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n" }
