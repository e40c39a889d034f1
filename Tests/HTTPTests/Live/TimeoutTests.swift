import Glibc
import Testing

@testable import HTTP

/// Asks again and again for up to five seconds.
func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<250 {
    if condition() { return true }
    usleep(20_000)
  }
  return false
}

struct TimeoutTests {
  private var short: HTTPLimits {
    var limits = HTTPLimits()
    limits.headSeconds = 0.15
    limits.bodySeconds = 0.15
    limits.idleSeconds = 0.15
    limits.writeSeconds = 0.15
    limits.lingerSeconds = 0.1
    return limits
  }

  @Test(arguments: [
    "G", "GET / HTTP/1.1\r\nHost: a\r\nX: y", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nab",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nab",
  ])
  func `a request that does not end is 408`(text: String) throws {
    try withServer(short) { server throws in
      let peer = try RawPeer(server)
      try peer.write(text)
      #expect(peer.readToEnd() && peer.statuses == [408])
    }
  }

  @Test func `octets that trickle in do not buy time for a head`() throws {
    try withServer(short) { server throws in
      let peer = try RawPeer(server)
      let begin = monotonicNow()
      try peer.write("GET / HTTP/1.1\r\nHost: a\r\nX: ")
      while monotonicNow() - begin < 400_000_000 {
        try peer.write("x")
        usleep(20_000)
      }
      #expect(peer.readToEnd() && peer.statuses == [408])
    }
  }

  @Test func `a silent and an idle connection are closed without a word`() throws {
    try withServer(short) { server throws in
      let silent = try RawPeer(server)
      let idle = try RawPeer(server)
      try idle.write(get("/echo"))
      #expect(silent.readToEnd() && silent.received.isEmpty)
      #expect(idle.readToEnd() && idle.statuses == [200])
    }
  }

  @Test func `a handler may take longer than any of the peer's limits`() throws {
    try withServer(short) { server throws in
      let peer = try RawPeer(server)
      try peer.write(get("/later/600"))
      peer.read(answers: 1)
      #expect(peer.statuses == [200])
    }
  }

  @Test func `a peer that does not read its answer is cut off`() throws {
    var limits = short
    limits.connectionsPerAddress = 1
    try withServer(limits) { server throws in
      let peer = try RawPeer(server)
      try peer.write(get("/big"))
      // The only place is free again once the slow reader is gone.
      #expect(
        eventually {
          (try? HTTPClient(host: "127.0.0.1", port: server.port).send(method: .get, target: "/echo").status) == 200
        })
      withExtendedLifetime(peer) {}
    }
  }
}
