import Glibc

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
