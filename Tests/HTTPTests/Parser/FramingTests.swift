import Testing

@testable import HTTP

struct FramingTests {
  @Test func `a body of known length is followed by the next request`() {
    let parsed = Parsed(
      "PUT /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabcGET /b HTTP/1.1\r\nHost: a\r\n\r\n")
    #expect(parsed.requests.map(\.path) == ["/a", "/b"])
    #expect(parsed.requests.first?.body == Array("abc".utf8))
  }

  @Test(arguments: ["-1", "+1", "1 2", "0x1", "", "1,1", "1_0", "1234567890123456789", "1e2"])
  func `a Content-Length that is not one to eighteen digits is refused`(value: String) {
    #expect(fault(lines: "Content-Length: \(value)") == .badContentLength)
  }

  @Test func `two Content-Length lines are refused, even when they agree`() {
    #expect(fault(lines: "Content-Length: 1", "Content-Length: 1", body: "a") == .badContentLength)
  }

  @Test func `length and transfer coding together are refused in either order`() {
    #expect(fault(lines: "Content-Length: 1", "Transfer-Encoding: chunked") == .badTransferEncoding)
    #expect(fault(lines: "Transfer-Encoding: chunked", "Content-Length: 1") == .badTransferEncoding)
  }

  @Test(arguments: [
    "identity", "chunked, gzip", "chunked, chunked", "chunkedchunked", "", "chunked;q=1", "x-chunked", "\"chunked\"",
  ])
  func `a transfer coding that does not end in one chunked is 400`(value: String) {
    #expect(fault(lines: "Transfer-Encoding: \(value)") == .badTransferEncoding)
  }

  @Test func `another coding below chunked is 501`() {
    #expect(fault(lines: "Transfer-Encoding: gzip, chunked") == .codingNotSupported)
    #expect(fault(lines: "Transfer-Encoding: gzip", "Transfer-Encoding: chunked") == .codingNotSupported)
  }

  @Test func `HTTP/1.0 has no transfer codings`() {
    #expect(Parsed("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").fault == .badTransferEncoding)
  }

  private func chunked(_ body: String, limits: HTTPLimits = HTTPLimits()) -> Parsed {
    Parsed("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: CHUNKED\r\n\r\n" + body, limits: limits)
  }

  @Test func `chunks are joined, extensions and trailers dropped`() {
    let parsed = chunked("5;a=b; c = \"d;\\\"e\"\r\nhello\r\n0A ;x\r\n0123456789\r\n000\r\nTrail: er\r\n\r\n")
    #expect(parsed.requests.first.map { String(decoding: $0.body, as: UTF8.self) } == "hello0123456789")
    #expect(parsed.requests.first?.header("trail") == nil && parsed.rest == 0)
  }

  @Test(arguments: [
    "5 \r\n", "5;\r\n", "5;=a\r\n", "5;a=\r\n", "5;a=\"b\r\n", "5 a\r\n", "g\r\n", "\r\n", " 5\r\n", "-5\r\n",
    "0x5\r\n",
    "5\n", "5\rX", "3\r\nabcd\r\n", "3\r\nabc\n", "11111111111111111\r\n", "5;a\u{0}\r\n",
  ])
  func `a chunk outside the grammar is refused`(body: String) {
    #expect(chunked(body).fault == .badChunk)
  }

  @Test(arguments: ["A : b\r\n\r\n", " A: b\r\n\r\n", "A\r\n\r\n"])
  func `trailers keep the rules of headers`(trailers: String) {
    #expect(chunked("0\r\n" + trailers).fault == .badHeader)
  }

  @Test func `extensions and trailers are capped`() {
    #expect(chunked("1;" + String(repeating: "a", count: 300) + "\r\n").fault == .badChunk)
    #expect(chunked("1;" + String(repeating: "a", count: 300)).fault == .badChunk)
    let line = "A: " + String(repeating: "b", count: 1_000) + "\r\n"
    #expect(chunked("0\r\n\(line)\(line)\(line)\(line)\(line)\r\n").fault == .headerTooLarge)
    #expect(chunked("0\r\n\(line)\(line)\r\n").requests.count == 1)
  }

  @Test func `the limit holds against what arrives, not against what is announced`() {
    var limits = HTTPLimits()
    limits.body = 4
    #expect(chunked("ffffffffffffffff\r\nabcd", limits: limits).fault == nil)
    #expect(chunked("ffffffffffffffff\r\nabcde", limits: limits).fault == .bodyTooLarge)
    #expect(chunked("2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n", limits: limits).requests.count == 1)
    #expect(chunked("2\r\nab\r\n3\r\ncde\r\n", limits: limits).fault == .bodyTooLarge)
  }

  @Test func `octets that arrive one by one give the same requests`() {
    let text =
      "\r\nPUT /a HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
      + "POST /b HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2;x\r\nab\r\n1\r\nc\r\n0\r\nT: r\r\n\r\n"
      + "GET /c?d HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n"
    for step in [1, 2, 3, 7] {
      let parsed = Parsed(text, step: step)
      #expect(parsed.requests.map(\.rawTarget) == ["/a", "/b", "/c?d"])
      #expect(parsed.requests.map(\.body) == [Array("abc".utf8), Array("abc".utf8), []])
    }
  }
}
