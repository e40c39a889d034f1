import Testing

@testable import HTTP

struct DecodingTests {
  private func request(_ target: String) throws -> HTTPRequest {
    try #require(Parsed("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n").requests.first)
  }

  @Test(
    arguments: [
      ("/", []), ("/a", ["a"]), ("/a/", ["a", ""]), ("//a", ["", "a"]), ("/%41/b", ["A", "b"]),
      ("/%D8%B3/x", ["\u{0633}", "x"]), ("/a%2Fb", ["a/b"]), ("/a+b", ["a+b"]), ("/%2541", ["%41"]),
    ] as [(String, [String])])
  func `segments are decoded once`(target: String, segments: [String]) throws {
    #expect(try request(target).segments == segments)
  }

  @Test(arguments: ["/..", "/a/../b", "/a/.", "/%2e%2E/b", "/%00", "/%FF", "/%C0%AF", "/%ED%A0%80"])
  func `a path that climbs, holds NUL or is not UTF-8 has no segments`(target: String) throws {
    #expect(try request(target).segments == nil)
  }

  @Test func `a query is decoded once, plus is a space`() throws {
    let pairs = try request("/?a=1&b=%D8%B3+%2B&c&d==&&e=%2526").query()
    #expect(pairs.map(\.0) == ["a", "b", "c", "d", "e"])
    #expect(pairs.map(\.1) == ["1", "\u{0633} +", "", "=", "%26"])
    #expect(try request("/").query().isEmpty && request("/?").query().isEmpty)
  }

  @Test(
    arguments: [
      ("/?a=%FF", .invalidUTF8), ("/?a=%00", .nul), ("/?%C0%80=1", .invalidUTF8), ("/?a=1&%61=2", .duplicateKey("a")),
    ] as [(String, HTTPDecodingFault)])
  func `a query that two readers could read differently is an error`(
    target: String, error: HTTPDecodingFault
  ) throws {
    let request = try request(target)
    #expect(throws: error) { try request.query() }
  }
}
