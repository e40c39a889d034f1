import CLinux
import Glibc

/// A connected blocking socket that gives up after a time without progress.
final class ClientSocket {
  private let descriptor: Int32

  init(host: String, port: Int, timeout: Double) throws(HTTPClient.Fault) {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &found) == 0 else { throw .unreachable("\(host):\(port)") }
    defer { freeaddrinfo(found) }
    var next = found
    while let address = next?.pointee {
      let made = ClientSocket.connected(address, timeout)
      if made >= 0 {
        descriptor = made
        return
      }
      next = address.ai_next
    }
    throw .unreachable("\(host):\(port): \(String(cString: strerror(errno)))")
  }

  deinit { close(descriptor) }

  private static func connected(_ address: addrinfo, _ timeout: Double) -> Int32 {
    let made = socket(address.ai_family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard made >= 0 else { return -1 }
    let nanoseconds = max(1_000_000, timeout.nanoseconds)
    var limit = timeval(
      tv_sec: Int(nanoseconds / 1_000_000_000), tv_usec: Int(nanoseconds % 1_000_000_000 / 1_000))
    let limitSize = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(made, SOL_SOCKET, SO_RCVTIMEO, &limit, limitSize)
    setsockopt(made, SOL_SOCKET, SO_SNDTIMEO, &limit, limitSize)
    var yes: Int32 = 1
    setsockopt(made, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard connect(made, address.ai_addr, address.ai_addrlen) == 0 else {
      let reason = errno
      close(made)
      errno = reason
      return -1
    }
    return made
  }

  /// Open, and nothing has come that nobody asked for.
  var isIdle: Bool {
    var octet: UInt8 = 0
    return recv(descriptor, &octet, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) < 0 && errno == EAGAIN
  }

  func write(_ octets: [UInt8]) throws(HTTPClient.Fault) {
    var sent = 0
    while sent < octets.count {
      let count = octets.withUnsafeBytes { bytes in
        Glibc.send(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN {
        throw .timeout
      } else if errno != EINTR {
        // The server may have refused a long body early: its answer is worth reading.
        return
      }
    }
  }

  /// Appends what comes next; false at the end of the stream.
  func read(into input: inout [UInt8]) throws(HTTPClient.Fault) -> Bool {
    while true {
      let (count, reason) = withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 16) { buffer in
        let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        if count > 0 { input.append(contentsOf: buffer[..<count]) }
        return (count, errno)
      }
      if count > 0 { return true }
      if count == 0 { return false }
      if reason == EAGAIN { throw .timeout }
      if reason != EINTR { throw .connectionLost }
    }
  }
}
