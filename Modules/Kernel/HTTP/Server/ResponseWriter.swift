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
