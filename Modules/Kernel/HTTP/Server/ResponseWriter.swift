import CLinux
import Glibc

/// Puts answers on the wire. Keeps the date line ready for the second that it belongs to.
struct ResponseWriter {
  /// What a connection adds to an answer.
  struct Framing {
    var isHead: Bool
    var closes: Bool
    /// Only a 1.0 client must be told that the connection stays.
    var minorVersion: UInt8
  }

  private var second: time_t = -1
  private var fixedLines: [UInt8] = []

  /// Called once a turn of the loop.
  mutating func refreshDate() {
    let now = time(nil)
    guard now != second else { return }
    second = now
    fixedLines = Array("Server: hamyar\r\nDate: \(HTTPDate.text(now))\r\n".utf8)
  }

  /// Appends the answer to `output`, or nothing when it could not be trusted on the wire.
  func append(_ response: HTTPResponse, _ framing: Framing, to output: inout [UInt8]) -> Bool {
    guard (200...599).contains(response.status), response.headers.allSatisfy({ isSafe($0.0, $0.1) }) else {
      return false
    }
    let status = response.status
    append("HTTP/1.1 ", to: &output)
    output.append(UInt8(ascii: "0") + UInt8(status / 100))
    output.append(UInt8(ascii: "0") + UInt8(status / 10 % 10))
    output.append(UInt8(ascii: "0") + UInt8(status % 10))
    output.append(UInt8(ascii: " "))
    append(HTTPStatus.reason(status), to: &output)
    append("\r\n", to: &output)
    output.append(contentsOf: fixedLines)
    append(response.preset, to: &output)
    for (name, value) in response.headers where !isReserved(name) {
      append(text: name, to: &output)
      append(": ", to: &output)
      append(text: value, to: &output)
      append("\r\n", to: &output)
    }
    let mayHaveBody = status != 204 && status != 304
    if mayHaveBody {
      append("Content-Length: ", to: &output)
      append(number: response.body.count, to: &output)
      append("\r\n", to: &output)
    }
    if framing.closes {
      append("Connection: close\r\n", to: &output)
    } else if framing.minorVersion == 0 {
      append("Connection: keep-alive\r\n", to: &output)
    }
    append("\r\n", to: &output)
    if mayHaveBody, !framing.isHead { output.append(contentsOf: response.body) }
    return true
  }

  private func isSafe(_ name: String, _ value: String) -> Bool {
    let token = ByteSet.token
    return !name.isEmpty && name.utf8.allSatisfy { token.contains($0) }
      && value.utf8.allSatisfy { $0.isFieldContent }
  }

  private func isReserved(_ name: String) -> Bool {
    let octets = name.utf8
    switch octets.count {
    case 4: return octets.matches("date")
    case 6: return octets.matches("server")
    case 10: return octets.matches("connection")
    case 14: return octets.matches("content-length")
    case 17: return octets.matches("transfer-encoding")
    default: return false
    }
  }

  private func append(_ text: StaticString, to output: inout [UInt8]) {
    text.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  private func append(text: String, to output: inout [UInt8]) {
    output.append(contentsOf: text.utf8)
  }

  private func append(number: Int, to output: inout [UInt8]) {
    var divisor = 1
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      output.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}

extension String.UTF8View {
  fileprivate func matches(_ lowercasedWord: StaticString) -> Bool {
    lowercasedWord.withUTF8Buffer { word in elementsEqual(word) { $0.lowercased == $1 } }
  }
}

/// The reason phrases of the statuses that the house uses (RFC 9110 section 15, RFC 6585). Others go without.
enum HTTPStatus {
  static func reason(_ status: Int) -> StaticString {
    switch status {
    case 200: "OK"
    case 201: "Created"
    case 202: "Accepted"
    case 204: "No Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 303: "See Other"
    case 304: "Not Modified"
    case 307: "Temporary Redirect"
    case 308: "Permanent Redirect"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 406: "Not Acceptable"
    case 408: "Request Timeout"
    case 409: "Conflict"
    case 410: "Gone"
    case 412: "Precondition Failed"
    case 413: "Content Too Large"
    case 414: "URI Too Long"
    case 415: "Unsupported Media Type"
    case 417: "Expectation Failed"
    case 421: "Misdirected Request"
    case 422: "Unprocessable Content"
    case 428: "Precondition Required"
    case 429: "Too Many Requests"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 503: "Service Unavailable"
    case 505: "HTTP Version Not Supported"
    case 507: "Insufficient Storage"
    default: ""
    }
  }
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110 section 5.6.7).
enum HTTPDate {
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// - Parameter seconds: since 1970-01-01 00:00:00 UTC.
  static func text(_ seconds: time_t) -> String {
    var instant = seconds
    var parts = tm()
    gmtime_r(&instant, &parts)
    let day = "\(weekdays[Int(parts.tm_wday)]), \(padded(parts.tm_mday)) \(months[Int(parts.tm_mon)])"
    let clock = "\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))"
    return "\(day) \(parts.tm_year + 1900) \(clock) GMT"
  }

  private static func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
