/// Reads one answer from a socket: by Content-Length, in chunks, or up to the end of the connection.
struct ClientResponseReader {
  private static let headLimit = 256 * 1_024

  private let socket: ClientSocket
  private let bodyLimit: Int
  private var input: [UInt8] = []
  private var place = 0

  init(_ socket: ClientSocket, bodyLimit: Int) {
    self.socket = socket
    self.bodyLimit = bodyLimit
  }

  /// - Returns: the answer, and whether the connection may be used again.
  mutating func read(isHead: Bool) throws(HTTPClient.Fault) -> (HTTPClient.Response, persists: Bool) {
    var status = 0
    var headers: [(name: String, value: String)] = []
    var version = ""
    repeat {
      (version, status) = try readStatusLine()
      headers = try readHeaders()
    } while (100...199).contains(status)
    func value(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
    var persists = version == "HTTP/1.1" && value("connection")?.lowercased() != "close"
    var body: [UInt8] = []
    if isHead || status == 204 || status == 304 {
      // No body follows, whatever the headers say.
    } else if value("transfer-encoding")?.lowercased() == "chunked" {
      body = try readChunks()
    } else if let length = value("content-length") {
      guard let count = Int(length), count >= 0 else { throw .malformedResponse }
      body = try take(count)
    } else {
      persists = false
      while try fill() {}
      body = Array(input[place...])
      place = input.count
    }
    return (HTTPClient.Response(status: status, headers: headers, body: body), persists && place == input.count)
  }

  private mutating func readStatusLine() throws(HTTPClient.Fault) -> (version: String, status: Int) {
    let parts = try readLine().split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0] == "HTTP/1.1" || parts[0] == "HTTP/1.0", parts[1].utf8.count == 3,
      let status = Int(parts[1]), (100...599).contains(status)
    else { throw .malformedResponse }
    return (String(parts[0]), status)
  }

  private mutating func readHeaders() throws(HTTPClient.Fault) -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    while true {
      let line = try readLine()
      if line.isEmpty { return headers }
      guard headers.count < 1_000, let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        throw .malformedResponse
      }
      let octets = Array(line.utf8[colon...].dropFirst())
      let value = octets.span.trimmed(0..<octets.count)
      headers.append((String(line[..<colon]), octets.span.text(value)))
    }
  }

  private mutating func readChunks() throws(HTTPClient.Fault) -> [UInt8] {
    var body: [UInt8] = []
    while true {
      let line = try readLine().split(separator: ";", omittingEmptySubsequences: false)[0]
      guard let size = Int(line, radix: 16), size >= 0, size <= bodyLimit - body.count else {
        throw .malformedResponse
      }
      if size == 0 { break }
      body += try take(size)
      guard try readLine().isEmpty else { throw .malformedResponse }
    }
    _ = try readHeaders()
    return body
  }

  private mutating func readLine() throws(HTTPClient.Fault) -> String {
    var seen = place
    while true {
      if let feed = input[seen...].firstIndex(of: UInt8(ascii: "\n")) {
        guard feed > place, input[feed - 1] == UInt8(ascii: "\r") else { throw .malformedResponse }
        defer { place = feed + 1 }
        return String(decoding: input[place..<feed - 1], as: UTF8.self)
      }
      seen = input.count
      guard input.count - place <= Self.headLimit else { throw .malformedResponse }
      guard try fill() else { throw .connectionLost }
    }
  }

  private mutating func take(_ count: Int) throws(HTTPClient.Fault) -> [UInt8] {
    guard count <= bodyLimit else { throw .malformedResponse }
    while input.count - place < count {
      guard try fill() else { throw .connectionLost }
    }
    defer { place += count }
    return Array(input[place..<place + count])
  }

  private mutating func fill() throws(HTTPClient.Fault) -> Bool {
    guard input.count - place <= bodyLimit + Self.headLimit else { throw .malformedResponse }
    return try socket.read(into: &input)
  }
}
