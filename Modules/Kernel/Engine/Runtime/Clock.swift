import Feature
import Glibc
public import Jalali
import Persian

/// Where the time comes from; the demo life and tests hand in their own.
public struct Clock: Sendable {
  /// Microseconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Int64

  /// A clock of one's own.
  ///
  /// - Parameter now: microseconds since 1970-01-01 UTC.
  public init(now: @escaping @Sendable () -> Int64) { self.now = now }

  /// The machine's (CLOCK_REALTIME).
  public static let system = Clock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }

  /// The civil day in Tehran.
  public var day: JalaliDay { JalaliDay.today(unixSeconds: now() / 1_000_000) }

  /// RFC 3339, UTC, microseconds: `2026-03-21T08:00:00.123456Z`.
  public static func rfc3339(_ micros: Int64) -> String {
    let days = micros.floorDivided(by: 86_400_000_000)
    let rest = micros - days * 86_400_000_000
    let seconds = rest / 1_000_000
    let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.padded(to: 2) }.joined(separator: ":")
    return "\(JalaliDay(number: Int(days)).iso)T\(time).\((rest % 1_000_000).padded(to: 6))Z"
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
