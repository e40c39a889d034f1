import Glibc

/// A listening socket that the service manager opened for us (sd_listen_fds), so that a restart refuses nobody.
struct SocketActivation {
  /// The first descriptor that is handed over, by convention.
  static let first: Int32 = 3

  let descriptor: Int32
  /// Whether only this machine can reach it.
  let isLoopback: Bool

  /// Takes the socket, once; children never see the variables.
  ///
  /// - Returns: nil when none was handed to this process.
  /// - Throws: `UsageFault` for more than one: it would be left unserved.
  static func take() throws -> SocketActivation? {
    defer { for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { unsetenv(name) } }
    guard number("LISTEN_PID") == getpid(), let count = number("LISTEN_FDS"), count > 0 else { return nil }
    guard count == 1 else {
      throw UsageFault("تنها یک سوکت پذیرفته می‌شود.", "Only one socket can be handed over; \(count) were.")
    }
    _ = fcntl(first, F_SETFD, FD_CLOEXEC)
    return SocketActivation(descriptor: first, isLoopback: try isLoopback(first))
  }

  private static func number(_ name: String) -> Int32? { getenv(name).flatMap { Int32(String(cString: $0)) } }

  private static func isLoopback(_ descriptor: Int32) throws -> Bool {
    var address = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let known = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    guard known == 0 else {
      throw UsageFault("آنچه سپرده شده سوکت نیست.", "What was handed over is no socket.")
    }
    return withUnsafeBytes(of: address) { raw in
      switch Int32(address.ss_family) {
      case AF_UNIX: true
      case AF_INET: UInt32(bigEndian: raw.loadUnaligned(as: sockaddr_in.self).sin_addr.s_addr) >> 24 == 127
      case AF_INET6:
        withUnsafeBytes(of: raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr) { octets in
          octets.dropLast().allSatisfy { $0 == 0 } && octets.last == 1
        }
      default: false
      }
    }
  }
}
