import Testing

@testable import HTTP

struct RequestLineTests {
  @Test func `a plain request is read whole`() throws {
    let parsed = Parsed("GET /a/b?c=d HTTP/1.1\r\nHost: example.ir:8080\r\n\r\n")
    let request = try #require(parsed.requests.first)
    #expect(parsed.requests.count == 1 && parsed.fault == nil && parsed.rest == 0)
    #expect(request.method == .get && request.path == "/a/b" && request.rawQuery == "c=d")
    #expect(request.rawTarget == "/a/b?c=d" && request.host == "example.ir:8080" && request.body.isEmpty)
  }

  @Test(arguments: [
    "GET  / HTTP/1.1", " GET / HTTP/1.1", "GET /", "GET / HTTP/1.1 ", "GET /a b HTTP/1.1", "GET\t/ HTTP/1.1",
    "G(T / HTTP/1.1", "GET / HTTP/11", "GET / http/1.1", "GET / HTTP/1.1.1", "GET / ICE/1.0",
  ])
  func `a malformed request line is refused`(line: String) {
    #expect(fault(line: line)?.status == 400)
  }

  @Test(arguments: ["GET / HTTP/2.0", "GET / HTTP/0.9", "PRI * HTTP/2.0"])
  func `another major version is 505`(line: String) {
    #expect(fault(line: line) == .versionNotSupported)
  }

  @Test(arguments: [
    "GET * HTTP/1.1", "GET a/b HTTP/1.1", "GET /a#b HTTP/1.1", "GET /a%2 HTTP/1.1", "GET /a%zz HTTP/1.1",
    "GET /\u{00e9} HTTP/1.1", "GET /\"a\" HTTP/1.1", "GET /a|b HTTP/1.1", "GET ftp://a/ HTTP/1.1",
    "GET http:/// HTTP/1.1", "GET http://user@a/ HTTP/1.1", "GET http://a:99999/ HTTP/1.1",
    "GET http://[::1/ HTTP/1.1",
  ])
  func `a target outside the grammar is refused`(line: String) {
    #expect(fault(line: line) == .badTarget)
  }

  @Test func `CONNECT is not for this server`() {
    #expect(fault(line: "CONNECT a:443 HTTP/1.1") == .connectNotSupported)
  }

  @Test func `the asterisk belongs to OPTIONS`() {
    #expect(Parsed("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").requests.first?.path == "*")
  }

  @Test func `the authority of an absolute target overrides Host`() throws {
    let request = try #require(Parsed("GET http://b:81?x=1 HTTP/1.1\r\nHost: a\r\n\r\n").requests.first)
    #expect(request.host == "b:81" && request.path == "/" && request.rawQuery == "x=1")
  }

  @Test func `an unknown method is kept, in its own case`() {
    #expect(Parsed("get / HTTP/1.1\r\nHost: a\r\n\r\n").requests.first?.method == .other("get"))
  }

  @Test func `one empty line before a request is skipped, two are not`() {
    #expect(Parsed("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").requests.count == 1)
    #expect(Parsed("\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n").fault == .badRequestLine)
  }

  @Test(arguments: ["GET / HTTP/1.1\nHost: a\r\n", "GET / HTTP/1.1\rHost: a", "GET /\u{0} HTTP/1.1\r\n"])
  func `control octets are refused before the line ends`(text: String) {
    #expect(Parsed(text).fault == .badRequestLine)
  }

  @Test func `a line of 8192 octets is read and one more is 414`() {
    let path = "/" + String(repeating: "a", count: 8_192 - "GET / HTTP/1.1".utf8.count)
    #expect(Parsed("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n").requests.count == 1)
    #expect(fault(line: "GET \(path)a HTTP/1.1") == .targetTooLong)
    #expect(Parsed("GET /" + String(repeating: "a", count: 8_192)).fault == .targetTooLong)
  }
}
