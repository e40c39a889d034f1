import Glibc

/// Tells the service manager how the server stands (sd_notify): one datagram to `$NOTIFY_SOCKET`, no library.
struct ServiceManager {
  private let address: UnixAddress

  /// Nil when nobody wants to know.
  init?(path: String? = getenv("NOTIFY_SOCKET").map { String(cString: $0) }) {
    guard let path, let address = UnixAddress(path) else { return nil }
    self.address = address
  }

  /// - Parameter text: `NAME=value` lines, such as `READY=1`. A manager that has gone is no fault of ours.
  func tell(_ text: String) {
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let octets = Array(text.utf8)
    address.withPointer { pointer, length in
      _ = sendto(descriptor, octets, octets.count, Int32(MSG_NOSIGNAL), pointer, length)
    }
  }
}

/// A local socket's address: a path, or a name beginning with `@` for the abstract space.
struct UnixAddress {
  private var address = sockaddr_un()
  private let length: socklen_t

  init?(_ path: String) {
    var octets = Array(path.utf8)
    let isAbstract = octets.first == UInt8(ascii: "@")
    guard isAbstract || octets.first == UInt8(ascii: "/"), !octets.contains(0) else { return nil }
    if isAbstract { octets[0] = 0 } else { octets.append(0) }
    guard octets.count <= MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: octets) }
    length = socklen_t(MemoryLayout<sockaddr_un>.offset(of: \.sun_path).map { $0 + octets.count } ?? 0)
  }

  func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }
}
