import HTTP
import Testing
import Values

/// How the same address can be written otherwise, and what becomes of it: one reading, or a refusal.
@Suite struct `Forty ways of writing an address` {
  private let site: Site

  init() throws {
    site = try Site()
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"کرم"}"#)
  }

  private static let table: [(target: String, status: Int)] = [
    ("/api/v1/notes/1", 200), ("/api/v1/notes/%31", 200), ("/api/v1/%6Eotes/1", 200), ("/%61pi/v1/notes/1", 200),
    ("/api/v1/notes/%2531", 400), ("/api/v1/notes/%00", 400), ("/api/v1/notes/1%00", 400), ("/api/v1/notes/%FF", 400),
    ("/api/v1/notes/%C0%B1", 400), ("/api/v1/notes/%E0%80%B1", 400), ("/api/v1/notes/%F0%80%80%B1", 400),
    ("/api/v1/notes/%ED%A0%80", 400), ("/api/v1/notes/%F4%90%80%80", 400), ("/api/v1/notes/%80", 400),
    ("/api/v1/notes/..", 400), ("/api/v1/notes/%2e%2e", 400), ("/api/v1/notes/%2E./1", 400), ("/api/v1/./notes/1", 400),
    ("/api/v1/notes/../notes/1", 400), ("/api/v1/notes/%252e%252e", 400), ("/api/v1/notes/1/", 404), ("/api/v1//notes/1", 404),
    ("//api/v1/notes/1", 404), ("/api/v1/notes%2F1", 404), ("/api/v1/notes/1%2F", 400), ("/api/v1/notes/1%5C", 400),
    ("/API/v1/notes/1", 404), ("/api/v1/Notes/1", 404), ("/api/v1/notes/1%20", 200), ("/api/v1/notes/+1", 200),
    ("/api/v1/notes/1%0A", 200), ("/api/v1/notes/%E2%80%8F1", 200), ("/api/v1/notes/%DB%B1", 200), ("/api/v1/notes/%D9%A1", 200),
    ("/api/v1/notes?search=%D9%83%D8%B1%D9%85", 200), ("/api/v1/notes?search=%FF", 400), ("/api/v1/notes?search=%00", 400),
    ("/api/v1/notes?search=%C0%80", 400), ("/api/v1/notes?search=a&search=b", 400), ("/api/v1/notes?search=a&%73earch=b", 400),
    ("/api/v1/notes?limit=%31&limit=1", 400), ("/api/v1/notes?%73earch=x", 200), ("/api/v1/notes?Search=x", 400),
    ("/api/v1/notes?search", 200), ("/api/v1/notes?=x", 400), ("/api/v1/notes?search=%2525", 200), ("/api/v1/notes?search=a;limit=1", 200),
  ]

  @Test func `have one reading each, or none`() throws {
    #expect(Self.table.count >= 40)
    for (target, status) in Self.table {
      let answer = try site.send(.get, target)
      #expect(answer.status == status, "\(target): \(answer.status) \(answer.text)")
      #expect(!answer.text.contains("\0"))
    }
  }

  @Test func `letters that snapshot alike are one letter where names are compared`() throws {
    _ = try site.send(.post, "/api/v1/notes", #"{"province":"IR-27","text":"علی"}"#)
    // Arabic kaf and yeh, as many keyboards write them; the note of one is found by the letters of the other.
    for text in ["%D9%83%D8%B1%D9%85", "%DA%A9%D8%B1%D9%85", "%D8%B9%D9%84%DB%8C", "%D8%B9%D9%84%D9%8A", "%D8%B9%D9%84%D9%89"] {
      #expect(try site.send(.get, "/api/v1/notes?search=\(text)")["items"]?.items.count == 1, "\(text)")
    }
  }
}

@Suite struct `Behind a proxy` {
  private func host(_ options: HTTPServerOptions, _ forwarded: [String]) throws -> Value? {
    let site = try Site(options)
    let answer = try site.send(
      .post, "/api/v1/notes", #"{"province":"IR-27","text":"یک"}"#, headers: forwarded.map { ("X-Forwarded-For", $0) })
    #expect(answer.status == 201)
    return try site.entries().first?["origin"]?["host"]
  }

  @Test func `what anybody writes into X-Forwarded-For is ignored`() throws {
    #expect(try host(HTTPServerOptions(), ["203.0.113.9"]) == "127.0.0.1")
    var options = HTTPServerOptions()
    options.proxies = ["192.0.2.1"]
    #expect(try host(options, ["203.0.113.9"]) == "127.0.0.1")
  }

  @Test(
    arguments: [
      (["203.0.113.9"], "203.0.113.9"), (["198.51.100.1, 203.0.113.9"], "203.0.113.9"),
      (["198.51.100.1", "203.0.113.9 , 127.0.0.1"], "203.0.113.9"), ([], "127.0.0.1"), (["unknown"], "127.0.0.1"),
      (["203.0.113.9, nonsense"], "127.0.0.1"), (["2001:DB8::0001"], "2001:db8::1"), (["::ffff:203.0.113.9"], "203.0.113.9"),
    ] as [([String], Value)])
  func `only what a configured proxy wrote itself is believed`(lines: [String], peer: Value) throws {
    var options = HTTPServerOptions()
    options.proxies = ["127.0.0.1"]
    #expect(try host(options, lines) == peer)
  }

  @Test func `figures about the store stay on this machine, also through the proxy`() throws {
    var options = HTTPServerOptions()
    options.proxies = ["127.0.0.1"]
    let site = try Site(options)
    for path in ["/metrics", "/readyz"] {
      #expect(try site.send(.get, path, as: nil).status == 200)
      #expect(try site.send(.get, path, as: nil, headers: [("X-Forwarded-For", "203.0.113.9")]).status == 404)
    }
  }
}
