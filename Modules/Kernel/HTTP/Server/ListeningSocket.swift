import CLinux
import Glibc

/// A non-blocking socket that connections come from.
struct ListeningSocket {
  let descriptor: Int32

  /// Takes over a socket that listens already.
  init(adopting descriptor: Int32) throws {
    var listens: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0, listens != 0 else {
      throw SystemCallFault("listening descriptor", number: EINVAL)
    }
    let flags = fcntl(descriptor, F_GETFL)
    guard flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0 else { throw SystemCallFault("fcntl") }
    self.descriptor = descriptor
  }

  /// Binds and listens.
  init(host: String, port: Int) throws {
    guard let service = UInt16(exactly: port) else { throw SystemCallFault("port", number: EINVAL) }
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_PASSIVE
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(service), &hints, &found) == 0, let address = found?.pointee else {
      throw SystemCallFault("address \(host)", number: EADDRNOTAVAIL)
    }
    defer { freeaddrinfo(found) }
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let made = socket(address.ai_family, kind, 0)
    guard made >= 0 else { throw SystemCallFault("socket") }
    var yes: Int32 = 1
    setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    guard bind(made, address.ai_addr, address.ai_addrlen) == 0, listen(made, SOMAXCONN) == 0 else {
      let error = SystemCallFault("listen on \(host):\(port)")
      close(made)
      throw error
    }
    descriptor = made
  }

  /// The port it listens on; 0 for a local socket.
  var port: Int {
    var address = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let known = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    return known == 0 ? PeerAddress(address).port : 0
  }
}

/// A socket address as text and number.
struct PeerAddress {
  var text = "unix"
  var port = 0

  init(_ address: sockaddr_storage) {
    withUnsafeBytes(of: address) { raw in
      switch Int32(address.ss_family) {
      case AF_INET:
        let known = raw.loadUnaligned(as: sockaddr_in.self)
        port = Int(UInt16(bigEndian: known.sin_port))
        text = PeerAddress.text(AF_INET, known.sin_addr)
      case AF_INET6:
        let known = raw.loadUnaligned(as: sockaddr_in6.self)
        port = Int(UInt16(bigEndian: known.sin6_port))
        text = PeerAddress.text(AF_INET6, known.sin6_addr)
        // One IPv4 peer must not count twice because the socket speaks both.
        if text.hasPrefix("::ffff:") { text.removeFirst(7) }
      default: break
      }
    }
  }

  /// An IPv4 or IPv6 address as this server writes it; nil for anything else.
  static func canonical(_ text: String) -> String? {
    var four = in_addr()
    if inet_pton(AF_INET, text, &four) == 1 { return PeerAddress.text(AF_INET, four) }
    var six = in6_addr()
    guard inet_pton(AF_INET6, text, &six) == 1 else { return nil }
    let written = PeerAddress.text(AF_INET6, six)
    return written.hasPrefix("::ffff:") ? String(written.dropFirst(7)) : written
  }

  private static func text<Address>(_ family: Int32, _ address: Address) -> String {
    withUnsafeBytes(of: address) { octets in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { buffer in
        guard let base = buffer.baseAddress,
          inet_ntop(family, octets.baseAddress, base, socklen_t(buffer.count)) != nil
        else { return "unknown" }
        return String(cString: base)
      }
    }
  }
}

/// A system call that failed.
public struct SystemCallFault: Error, Sendable, CustomStringConvertible {
  /// The call, as in the manual: `epoll_ctl`.
  public let call: String
  /// errno.
  public let number: Int32

  init(_ call: String, number: Int32 = errno) {
    self.call = call
    self.number = number
  }

  public var description: String { "\(call): \(String(cString: strerror(number)))" }
}

/// The monotonic clock in nanoseconds (`CLOCK_MONOTONIC`): it never goes back, whatever happens to the time of day.
public func monotonicNow() -> UInt64 {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Nanoseconds(now.tv_sec) * 1_000_000_000 + Nanoseconds(now.tv_nsec)
}
