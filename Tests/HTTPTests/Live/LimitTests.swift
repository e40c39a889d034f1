import Glibc
import Testing

@testable import HTTP

struct LimitTests {
  @Test func `each size limit has its own status, and the connection ends`() throws {
    try withServer { server throws in
      let long = String(repeating: "a", count: 9_000)
      for (text, status) in [
        ("GET /\(long) HTTP/1.1\r\nHost: a\r\n\r\n", 414), ("GET / HTTP/1.1\r\nHost: a\r\nX: \(long)\r\n\r\n", 431),
        ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n", 413),
        ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\nExpect: 100-continue\r\n\r\n", 413),
      ] {
        let peer = try RawPeer(server)
        try peer.write(text)
        #expect(peer.readToEnd())
        #expect(peer.statuses == [status])
      }
    }
  }

  @Test func `a handler may allow more, and a refused upload still gets its answer`() throws {
    try withServer { server throws in
      let client = HTTPClient(host: "127.0.0.1", port: server.port)
      let upload = [UInt8](repeating: 67, count: 3 * 1_024 * 1_024)
      #expect(try client.send(method: .post, target: "/upload", body: upload).status == 200)
      #expect(try client.send(method: .post, target: "/echo", body: upload).status == 413)
      #expect(try client.send(method: .get, target: "/echo").status == 200)
    }
  }

  @Test func `endless chunks are 413`() throws {
    var limits = HTTPLimits()
    limits.body = 10_000
    try withServer(limits) { server throws in
      let peer = try RawPeer(server)
      try peer.write("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
      for _ in 0..<30 { try? peer.write("3e8\r\n" + String(repeating: "c", count: 1_000) + "\r\n") }
      #expect(peer.readToEnd() && peer.statuses == [413])
    }
  }

  @Test func `the last allowed request says that the connection ends`() throws {
    var limits = HTTPLimits()
    limits.requestsPerConnection = 3
    try withServer(limits) { server throws in
      let peer = try RawPeer(server)
      try peer.write(String(repeating: get("/echo"), count: 5))
      #expect(peer.readToEnd() && peer.statuses == [200, 200, 200])
      #expect(peer.text.components(of: "Connection: close") == 1)
    }
  }

  @Test func `beyond the connections of one address there is 503, and room again after one has gone`() throws {
    var limits = HTTPLimits()
    limits.connectionsPerAddress = 4
    try withServer(limits) { server throws in
      var clients = (0..<4).map { _ in HTTPClient(host: "127.0.0.1", port: server.port) }
      for client in clients { #expect(try client.send(method: .get, target: "/echo").status == 200) }
      let refused = HTTPClient(host: "127.0.0.1", port: server.port)
      let answer = try refused.send(method: .get, target: "/echo")
      #expect(answer.status == 503 && answer.header("connection") == "close")
      clients.removeLast()
      #expect(eventually { (try? refused.send(method: .get, target: "/echo").status) == 200 })
      withExtendedLifetime(clients) {}
    }
  }

  @Test func `the larger bodies of all connections have one room, and leave it when they are answered or gone`() throws {
    var limits = HTTPLimits()
    limits.bodiesTogether = 512 * 1_024
    try withServer(limits) { server throws in
      let head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 400000\r\n\r\n"
      let most = [UInt8](repeating: 97, count: 399_999)
      func begin() throws -> RawPeer {
        let peer = try RawPeer(server)
        try peer.write(head)
        try? peer.write(most)
        return peer
      }
      let first = try begin()
      usleep(200_000)
      let second = try begin()
      #expect(second.readToEnd() && second.statuses == [503])
      let small = try RawPeer(server)
      try small.write("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello")
      #expect(small.readToEnd() && small.statuses == [200])
      try first.write("a")
      first.read(answers: 1)
      #expect(first.statuses == [200])
      do {
        let third = try begin()
        usleep(200_000)
        withExtendedLifetime(third) {}
      }
      usleep(200_000)
      let fourth = try begin()
      try fourth.write("a")
      fourth.read(answers: 1)
      #expect(fourth.statuses == [200])
    }
  }

  @Test func `beyond all connections there is 503`() throws {
    var limits = HTTPLimits()
    limits.connections = 2
    try withServer(limits) { server throws in
      let clients = (0..<2).map { _ in HTTPClient(host: "127.0.0.1", port: server.port) }
      for client in clients { #expect(try client.send(method: .get, target: "/echo").status == 200) }
      #expect(try HTTPClient(host: "127.0.0.1", port: server.port).send(method: .get, target: "/").status == 503)
      withExtendedLifetime(clients) {}
    }
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
