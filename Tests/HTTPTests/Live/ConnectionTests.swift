import Testing

@testable import HTTP

struct ConnectionTests {
  @Test func `one connection carries many requests`() throws {
    try withServer { server throws in
      let client = HTTPClient(host: "127.0.0.1", port: server.port)
      for number in 0..<50 {
        let response = try client.send(method: .post, target: "/echo?n=\(number)", body: [65, 66])
        #expect(response.status == 200 && response.header("connection") == nil)
        #expect(response.body == Array("POST /echo?n=\(number) 2\nAB\n".utf8))
        #expect(response.header("server") == "hamyar" && response.header("date")?.hasSuffix("GMT") == true)
      }
    }
  }

  @Test func `pipelined answers keep the order of their requests, whenever they are ready`() throws {
    try withServer { server throws in
      let peer = try RawPeer(server)
      let delays = [60, 0, 30, 5, 45, 1]
      try peer.write(delays.map { get("/later/\($0)") }.joined() + get("/echo"))
      peer.read(answers: delays.count + 1)
      let order = peer.lines.filter { $0.hasPrefix("after") }
      #expect(order == delays.map { "after \($0)" })
      #expect(peer.text.hasSuffix("GET /echo 0\n\n"))
    }
  }

  @Test func `a long pipeline is answered whole although only few wait at a time`() throws {
    try withServer { server throws in
      let peer = try RawPeer(server)
      try peer.write(String(repeating: get("/later/1"), count: 100))
      peer.read(answers: 100)
      #expect(peer.statuses == [Int](repeating: 200, count: 100))
    }
  }

  @Test func `chunks in small pieces arrive as one body`() throws {
    try withServer { server throws in
      let peer = try RawPeer(server)
      for piece in [
        "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Enc", "oding: chunked\r\n\r\n5\r\nhe", "llo\r", "\n0\r\n\r\n",
      ] {
        try peer.write(piece)
      }
      #expect(peer.read(until: "POST /echo 5\nhello\n"))
    }
  }

  @Test func `HEAD has the length and no body`() throws {
    try withServer { server throws in
      let client = HTTPClient(host: "127.0.0.1", port: server.port)
      let response = try client.send(method: .head, target: "/big")
      #expect(response.body.isEmpty && response.header("content-length") == "8388608")
      #expect(try client.send(method: .get, target: "/echo").status == 200)
    }
  }

  @Test func `a peer that waits to be asked for its body is asked`() throws {
    try withServer { server throws in
      let peer = try RawPeer(server)
      try peer.write("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
      #expect(peer.read(until: "HTTP/1.1 100 Continue\r\n\r\n"))
      try peer.write("AB")
      #expect(peer.read(until: "POST /echo 2\nAB\n"))
    }
  }

  @Test func `the request for a body comes after earlier answers`() throws {
    try withServer { server throws in
      let peer = try RawPeer(server)
      try peer.write(
        get("/later/30") + "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
      #expect(peer.read(until: "100 Continue"))
      #expect(peer.statuses == [200, 100])
    }
  }

  @Test func `after a parse error nothing more is processed`() throws {
    try withServer { server throws in
      let peer = try RawPeer(server)
      try peer.write(get("/later/20") + "GET / HTTP/1.1\r\nBad : x\r\n\r\n" + get("/echo"))
      #expect(peer.readToEnd())
      #expect(peer.statuses == [200, 400] && peer.text.contains("Connection: close"))
      #expect(peer.text.contains("\"code\":\"bad-header\""))
    }
  }

  @Test func `a dropped exchange and an unsafe answer become 500`() throws {
    try withServer { server throws in
      let client = HTTPClient(host: "127.0.0.1", port: server.port)
      #expect(try client.send(method: .get, target: "/lost").status == 500)
      #expect(try client.send(method: .get, target: "/bad").status == 500)
      #expect(try client.send(method: .get, target: "/echo").status == 200)
    }
  }

  @Test func `a host that is not served is 421`() throws {
    try withServer(servedHosts: ["127.0.0.1"]) { server throws in
      #expect(try HTTPClient(host: "127.0.0.1", port: server.port).send(method: .get, target: "/").status == 200)
      let peer = try RawPeer(server)
      try peer.write(get("/"))
      #expect(peer.readToEnd() && peer.statuses == [421])
    }
  }

  @Test func `a half-closed peer still gets its answer`() throws {
    try withServer { server throws in
      let peer = try RawPeer(server)
      try peer.write("GET /later/30 HTTP/1.0\r\n\r\n")
      #expect(peer.readToEnd() && peer.text.hasSuffix("after 30\n"))
    }
  }

  @Test func `an answer bigger than the socket's buffers arrives whole`() throws {
    try withServer { server throws in
      let client = HTTPClient(host: "127.0.0.1", port: server.port)
      for _ in 0..<3 {
        #expect(try client.send(method: .get, target: "/big").body.count == 8 * 1_024 * 1_024)
      }
    }
  }
}
