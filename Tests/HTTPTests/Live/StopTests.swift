import Glibc
import Testing

@testable import HTTP

struct StopTests {
  @Test func `a stop lets begun requests finish and closes idle connections`() throws {
    let server = HTTPServer(HTTPServerOptions()) { _ in TestHandler() }
    try server.start()
    let idle = try RawPeer(server)
    try idle.write(get("/echo"))
    idle.read(answers: 1)
    let busy = try RawPeer(server)
    try busy.write(get("/echo") + get("/later/200"))
    busy.read(answers: 1)
    let begin = monotonicNow()
    server.stop(grace: 5)
    #expect(monotonicNow() - begin < 4_000_000_000)
    #expect(idle.readToEnd() && idle.statuses == [200])
    #expect(busy.readToEnd() && busy.statuses == [200, 200] && busy.text.hasSuffix("after 200\n"))
    #expect(throws: HTTPClient.Fault.self) {
      try HTTPClient(host: "127.0.0.1", port: server.port).send(method: .get, target: "/")
    }
  }

  @Test func `a stop does not wait longer than its grace`() throws {
    let server = HTTPServer(HTTPServerOptions()) { _ in TestHandler() }
    try server.start()
    let peer = try RawPeer(server)
    try peer.write(get("/later/3000"))
    usleep(50_000)
    let begin = monotonicNow()
    server.stop(grace: 0.2)
    #expect(monotonicNow() - begin < 2_000_000_000)
    #expect(peer.readToEnd() && peer.received.isEmpty)
  }

  @Test func `a stopped server starts again`() throws {
    let server = HTTPServer(HTTPServerOptions(loops: 1)) { _ in TestHandler() }
    for _ in 0..<3 {
      try server.start()
      #expect(try HTTPClient(host: "127.0.0.1", port: server.port).send(method: .get, target: "/").status == 200)
      #expect(throws: SystemCallFault.self) { try server.start() }
      server.stop(grace: 1)
    }
  }

  @Test func `a listening socket that is open already is taken over`() throws {
    let opened = try ListeningSocket(host: "127.0.0.1", port: 0)
    var options = HTTPServerOptions()
    options.listeningDescriptor = opened.descriptor
    let server = HTTPServer(options) { _ in TestHandler() }
    try server.start()
    defer { server.stop(grace: 1) }
    #expect(server.port == opened.port && server.port > 0)
    #expect(try HTTPClient(host: "127.0.0.1", port: server.port).send(method: .get, target: "/").status == 200)
  }

  @Test func `a port in use and a descriptor that does not listen are errors`() throws {
    try withServer { server throws in
      #expect(throws: SystemCallFault.self) { try ListeningSocket(host: "127.0.0.1", port: server.port) }
    }
    #expect(throws: SystemCallFault.self) { try ListeningSocket(adopting: 0) }
    #expect(throws: SystemCallFault.self) { try ListeningSocket(host: "127.0.0.1", port: 70_000) }
  }

  @Test func `a handler that cannot be made keeps the server from starting`() {
    struct NoHandler: Error {}
    let server = HTTPServer(HTTPServerOptions()) { _ in throw NoHandler() }
    #expect(throws: NoHandler.self) { try server.start() }
    #expect(server.port == 0)
  }
}
