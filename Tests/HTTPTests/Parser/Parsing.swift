@testable import HTTP

/// What the parser makes of one connection's octets.
struct Parsed {
  var requests: [HTTPRequest] = []
  var fault: HTTPFault?
  /// Octets that wait for more.
  var rest = 0

  /// - Parameter step: how many octets arrive at a time.
  init(_ octets: [UInt8], step: Int = .max, limits: HTTPLimits = HTTPLimits()) {
    var parser = RequestParser(limits: limits)
    var waiting: [UInt8] = []
    var arrived = 0
    do throws(HTTPFault) {
      while arrived < octets.count {
        let end = min(octets.count, step == .max ? octets.count : arrived + step)
        waiting += octets[arrived..<end]
        arrived = end
        var event = RequestParser.Event.head
        while event != .needsMore {
          let found = try parser.advance(over: waiting.span)
          waiting.removeFirst(found.consumed)
          event = found.event
          if event == .request { requests.append(parser.take(peer: "test").request) }
        }
      }
    } catch {
      fault = error
    }
    rest = waiting.count
  }

  init(_ text: String, step: Int = .max, limits: HTTPLimits = HTTPLimits()) {
    self.init(Array(text.utf8), step: step, limits: limits)
  }
}

/// The fault of a request with these header lines.
func fault(lines: String..., body: String = "", limits: HTTPLimits = HTTPLimits()) -> HTTPFault? {
  Parsed(
    "POST / HTTP/1.1\r\nHost: a\r\n" + lines.map { $0 + "\r\n" }.joined() + "\r\n" + body, limits: limits
  ).fault
}

/// The fault of a request with this first line.
func fault(line: String) -> HTTPFault? { Parsed(line + "\r\nHost: a\r\n\r\n").fault }
