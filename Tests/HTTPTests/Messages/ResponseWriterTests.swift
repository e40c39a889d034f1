import Testing

@testable import HTTP

struct ResponseWriterTests {
  private func wire(
    _ response: HTTPResponse, isHead: Bool = false, closes: Bool = false, minorVersion: UInt8 = 1
  ) -> String? {
    var output: [UInt8] = []
    let framing = ResponseWriter.Framing(isHead: isHead, closes: closes, minorVersion: minorVersion)
    guard ResponseWriter().append(response, framing, to: &output) else { return nil }
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `an answer carries its length, and its connection's end when there is one`() {
    let response = HTTPResponse(status: 200, headers: [("X-A", "b")], body: Array("hello".utf8))
    #expect(wire(response) == "HTTP/1.1 200 OK\r\nX-A: b\r\nContent-Length: 5\r\n\r\nhello")
    #expect(wire(response, isHead: true) == "HTTP/1.1 200 OK\r\nX-A: b\r\nContent-Length: 5\r\n\r\n")
    #expect(wire(response, closes: true)?.contains("\r\nConnection: close\r\n") == true)
    #expect(wire(response, minorVersion: 0)?.contains("\r\nConnection: keep-alive\r\n") == true)
  }

  @Test(arguments: [204, 304])
  func `an answer without content has neither body nor length`(status: Int) {
    let text = wire(HTTPResponse(status: status, body: [65]))
    #expect(text?.contains("Content-Length") == false && text?.hasSuffix("\r\n\r\n") == true)
  }

  @Test(arguments: [
    ("X", "a\r\nEvil: 1"), ("X", "a\nb"), ("X", "a\u{0}b"), ("X\r\nEvil", "1"), ("X Y", "1"), ("", "1"), ("X:", "1"),
  ])
  func `a header that would not stay one line is refused`(name: String, value: String) {
    #expect(wire(HTTPResponse(status: 200, headers: [(name, value)])) == nil)
  }

  @Test(arguments: [0, 99, 100, 199, 600, -1])
  func `a status that is no final one is refused`(status: Int) {
    #expect(wire(HTTPResponse(status: status)) == nil)
  }

  @Test func `the handler's own framing lines are left out`() {
    let names = ["content-length", "Transfer-Encoding", "CONNECTION", "Date", "Server"]
    let response = HTTPResponse(status: 200, headers: names.map { ($0, "7") })
    #expect(wire(response) == "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
  }

  @Test func `dates are written as RFC 9110 wants them`() {
    #expect(HTTPDate.text(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(HTTPDate.text(1_774_051_200) == "Sat, 21 Mar 2026 00:00:00 GMT")
  }

  @Test func `every fault has a status that can be sent and a code of its own`() {
    for fault in HTTPFault.allCases {
      let text = wire(.plainProblem(status: fault.status, code: fault.code))
      #expect(text?.contains("\"code\":\"\(fault.code)\"") == true)
      #expect(HTTPStatus.reason(fault.status).utf8CodeUnitCount > 0)
    }
  }
}
