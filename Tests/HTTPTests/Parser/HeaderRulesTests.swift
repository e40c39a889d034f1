import Testing

@testable import HTTP

struct HeaderRulesTests {
  @Test func `values lose the blanks around them and keep those within`() {
    let request = Parsed("GET / HTTP/1.1\r\nHost: a\r\nX-A: \t b\tc  d \r\nx-a:e\r\nEmpty:\r\n\r\n").requests.first
    #expect(request?.header("x-a") == "b\tc  d")
    #expect(request?.headerValues("x-a") == ["b\tc  d", "e"])
    #expect(request?.header("empty") == "" && request?.header("absent") == nil)
    #expect(request?.headers.map(\.name) == ["Host", "X-A", "x-a", "Empty"])
  }

  @Test(
    arguments: [
      ("text/csv", true), ("Text/CSV", true), ("text/csv;charset=utf-8", true), ("text/csv ; header=present", true),
      (" text/csv\t", true), ("text/csvx", false), ("text", false), ("", false), (";text/csv", false), ("text /csv", false),
      ("application/json, text/csv", false),
    ] as [(String, Bool)]) func `a body is of the type that it says, whatever its parameters`(type: String, isOne: Bool)
  {
    let head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Types: text/csv\r\nContent-Type:\(type)\r\n\r\n"
    #expect(Parsed(head).requests.first?.isBody(of: "text/csv") == isOne)
  }

  @Test func `a body without a type is of none`() {
    #expect(Parsed("POST / HTTP/1.1\r\nHost: a\r\n\r\n").requests.first?.isBody(of: "text/csv") == false)
  }

  @Test func `a name chosen at run time is found too`() {
    let name = ["acc", "ept"].joined()
    #expect(Parsed("GET / HTTP/1.1\r\nHost: a\r\nACCEPT: x\r\n\r\n").requests.first?.header(name) == "x")
  }

  @Test(arguments: [
    "A : b", "A\t: b", " A: b", "\tA: b", ": b", "A", "A b: c", "A(b): c", "\u{00e9}: c", "A: b\u{0}", "A: \u{7f}",
    "A: b\nC: d", "A: b\rC: d", "A: b\u{1}",
  ])
  func `a header line outside the grammar is refused`(line: String) {
    #expect(fault(lines: line) == .badHeader)
  }

  @Test func `octets above ASCII may stand in a value`() {
    #expect(fault(lines: "A: \u{067e}") == nil)
  }

  @Test(arguments: [
    "A\u{0}", "a b", "###", "a:b", "a:65536", "::1", "[::1", "[::1].", "[::1%25en0]", "x[::1]", "a/b", "a@b", "a%2",
  ])
  func `a malformed Host is refused`(host: String) {
    #expect(Parsed("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n").fault != nil)
  }

  @Test(arguments: ["a", "a:", "a:65535", "[::1]", "[::1]:80", "1.2.3.4", "a_b.ir.", "a%41", ""])
  func `a grammatical Host is taken`(host: String) {
    #expect(Parsed("GET / HTTP/1.1\r\nHost: \(host)\r\n\r\n").requests.first?.host == host)
  }

  @Test func `HTTP/1.1 needs exactly one Host`() {
    #expect(Parsed("GET / HTTP/1.1\r\n\r\n").fault == .badHost)
    #expect(fault(lines: "Host: a") == .badHost)
    #expect(Parsed("GET / HTTP/1.0\r\n\r\n").requests.count == 1)
  }

  @Test func `a hundred header lines are read and one more is 431`() {
    let lines = (0..<99).map { "X-\($0): 1\r\n" }.joined()
    #expect(Parsed("GET / HTTP/1.1\r\nHost: a\r\n\(lines)\r\n").requests.count == 1)
    #expect(Parsed("GET / HTTP/1.1\r\nHost: a\r\n\(lines)One: 2\r\n\r\n").fault == .tooManyHeaders)
  }

  @Test func `a line over 8192 octets and a head over 32 KiB are 431`() {
    #expect(fault(lines: "A: " + String(repeating: "b", count: 8_189)) == nil)
    #expect(fault(lines: "A: " + String(repeating: "b", count: 8_190)) == .headerTooLarge)
    let line = "A: " + String(repeating: "b", count: 8_000) + "\r\n"
    #expect(Parsed("GET / HTTP/1.1\r\nHost: a\r\n\(line)\(line)\(line)\(line)\r\n").fault == nil)
    #expect(
      Parsed("GET / HTTP/1.1\r\nHost: a\r\n\(line)\(line)\(line)\(line)\(line)\r\n").fault == .headerTooLarge)
  }

  @Test(arguments: [
    ("HTTP/1.1", "", true), ("HTTP/1.1", "Connection: close", false), ("HTTP/1.1", "Connection: a, Close , b", false),
    ("HTTP/1.0", "", false), ("HTTP/1.0", "Connection: Keep-Alive", true),
    ("HTTP/1.0", "Connection: keep-alive, close", false),
  ])
  func `version and Connection decide whether the connection stays`(version: String, line: String, stays: Bool) throws {
    var parser = RequestParser(limits: HTTPLimits())
    let octets = Array("GET / \(version)\r\nHost: a\r\n\(line.isEmpty ? "" : line + "\r\n")\r\n".utf8)
    #expect(try parser.advance(over: octets.span).event == .request)
    #expect(parser.take(peer: "").persists == stays)
  }

  @Test func `an unknown expectation is 417, on HTTP/1.0 it is ignored`() {
    #expect(fault(lines: "Expect: a-pony") == .expectationFailed)
    #expect(Parsed("GET / HTTP/1.0\r\nExpect: a-pony\r\n\r\n").requests.count == 1)
  }
}
