import Foundation
import Synchronization
import Testing

@testable import HTTP

struct BatchTests {
  private final class Log: Sendable {
    let events = Mutex<[String]>([])
    func note(_ event: String) { events.withLock { $0.append(event) } }
  }

  private final class LoggingHandler: HTTPHandler {
    let log: Log
    init(_ log: Log) { self.log = log }
    func beginBatch() { log.note("begin") }
    func endBatch() { log.note("end") }
    func handle(_ request: HTTPRequest, _ exchange: HTTPExchange) {
      log.note(request.path)
      exchange.answer(HTTPResponse(status: 200, body: [10]))
    }
  }

  @Test func `requests that come in together share one batch, and no batch is empty`() throws {
    let log = Log()
    let server = HTTPServer(HTTPServerOptions(loops: 1)) { _ in LoggingHandler(log) }
    try server.start()
    let peer = try RawPeer(server)
    try peer.write(get("/1") + get("/2"))
    peer.read(answers: 2)
    server.stop(grace: 1)
    #expect(log.events.withLock { $0 } == ["begin", "/1", "/2", "end"])
  }

  /// Gives its exchange to another thread, which has the answer made where the request was handled.
  private final class HandingHandler: HTTPHandler {
    func handle(_ request: HTTPRequest, _ exchange: HTTPExchange) {
      let home = pthread_self()
      let isLate = request.path == "/late"
      let prepare: @Sendable () -> Void = {
        exchange.prepare {
          exchange.answer(HTTPResponse(status: pthread_equal(home, pthread_self()) != 0 ? 200 : 500, body: [10]))
        }
      }
      if isLate { Thread.detachNewThread(prepare) } else { prepare() }
    }
  }

  @Test func `an answer that is prepared is made on the connection's thread, whoever calls`() throws {
    let server = HTTPServer(HTTPServerOptions(loops: 1)) { _ in HandingHandler() }
    try server.start()
    let peer = try RawPeer(server)
    try peer.write(get("/late") + get("/now"))
    peer.read(answers: 2)
    #expect(peer.statuses == [200, 200])
    server.stop(grace: 1)
  }
}
