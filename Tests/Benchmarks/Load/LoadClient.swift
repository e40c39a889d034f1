import CLinux
import Glibc

/// Many kept connections on one thread, each sending the same request again as soon as it has its answer.
final class LoadClient {
  struct Throughput {
    let rate: Double
    let p50: Double
    let p99: Double
    /// Answers with another status than the first two hundred ones.
    let failures: Int
    /// Octets of one answer's body.
    let bodyLength: Int
  }

  private final class Line {
    let descriptor: Int32
    var input: [UInt8] = []
    var sentAt = 0.0
    init(_ descriptor: Int32) { self.descriptor = descriptor }
  }

  private let port: Int
  private var request: [UInt8]
  /// Where a serial number of eight digits stands in the request, so that no two are the same.
  private var serialPlace: Int?
  private var serial = 0
  private var lines: [Int32: Line] = [:]
  private var delays: [Float] = []
  private var failures = 0
  private var bodyLength = 0
  private let epoll = epoll_create1(0)
  private var buffer = [UInt8](repeating: 0, count: 262_144)

  init(port: Int, request: String) {
    self.port = port
    self.request = Array(request.utf8)
    serialPlace = self.request.firstIndex(of: UInt8(ascii: "@"))
  }

  deinit {
    for line in lines.values { close(line.descriptor) }
    close(epoll)
  }

  static func get(_ path: String, token: String = "") -> String {
    let authority = token.isEmpty ? "" : "Authorization: Bearer \(token)\r\n"
    return "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(authority)\r\n"
  }

  static func post(_ path: String, token: String, body: String) -> String {
    "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  /// Loads the server for so long, after a tenth of it as a warm-up that does not count.
  func run(connections: Int, seconds: Double) throws -> Throughput {
    for _ in 0..<connections { try connect() }
    let begin = monotonicSeconds() + seconds / 10
    let end = begin + seconds
    var events = [epoll_event](repeating: epoll_event(), count: 256)
    var started = false
    var now = monotonicSeconds()
    while now < end {
      let count = epoll_wait(epoll, &events, 256, 100)
      now = monotonicSeconds()
      if !started, now >= begin {
        started = true
        delays.removeAll(keepingCapacity: true)
        failures = 0
      }
      for index in 0..<Int(max(0, count)) {
        if let line = lines[events[index].data.fd] { try receive(line, now) }
      }
    }
    delays.sort()
    func part(_ share: Double) -> Double {
      delays.isEmpty ? 0 : Double(delays[min(delays.count - 1, Int(Double(delays.count) * share))]) * 1_000
    }
    return Throughput(
      rate: Double(delays.count) / seconds, p50: part(0.5), p99: part(0.99), failures: failures, bodyLength: bodyLength)
  }

  private func connect() throws {
    let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = in_addr_t(UInt32(0x7F00_0001).bigEndian)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(made, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard made >= 0, code == 0 else { throw Complaint("The server does not take a connection") }
    var one: Int32 = 1
    setsockopt(made, Int32(IPPROTO_TCP), TCP_NODELAY, &one, 4)
    var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(fd: made))
    epoll_ctl(epoll, EPOLL_CTL_ADD, made, &event)
    let line = Line(made)
    lines[made] = line
    send(line, monotonicSeconds())
  }

  private func send(_ line: Line, _ now: Double) {
    line.sentAt = now
    if let serialPlace {
      serial += 1
      var rest = serial
      for place in (serialPlace..<serialPlace + 8).reversed() {
        request[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
    }
    _ = Glibc.send(line.descriptor, request, request.count, Int32(MSG_NOSIGNAL))
  }

  private func receive(_ line: Line, _ now: Double) throws {
    let count = recv(line.descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    if count == 0 { throw Complaint("The server closed a connection") }
    guard count > 0 else { return }
    line.input.append(contentsOf: buffer[..<count])
    guard let length = line.input.withUnsafeBytes({ LoadClient.answerLength($0) }), line.input.count >= length.head + length.body
    else { return }
    // "HTTP/1.1 2": anything else is a failure.
    if line.input[9] != 0x32 { failures += 1 }
    bodyLength = length.body
    delays.append(Float(now - line.sentAt))
    line.input.removeAll(keepingCapacity: true)
    send(line, now)
  }

  private static func answerLength(_ input: UnsafeRawBufferPointer) -> (head: Int, body: Int)? {
    guard let start = input.baseAddress, let end = memmem(start, input.count, "\r\n\r\n", 4) else { return nil }
    let head = end - UnsafeMutableRawPointer(mutating: start) + 4
    let field = "ontent-Length: "
    guard let at = memmem(start, head, field, field.utf8.count) else { return (head, 0) }
    return (head, Int(atoll(at.assumingMemoryBound(to: CChar.self) + field.utf8.count)))
  }
}
