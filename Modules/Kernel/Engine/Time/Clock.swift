import Glibc
public import Jalali
import Persian
import Values

/// Where the time comes from; the demo life and tests hand in their own.
public struct Clock: Sendable {
  /// Microseconds since 1970-01-01 UTC.
  public let now: @Sendable () -> Int64
  /// Microseconds that the machine has run, sleep included; nil for a clock that is moved by hand.
  public let uptime: (@Sendable () -> Int64)?

  /// A clock of one's own.
  ///
  /// - Parameters:
  ///   - now: microseconds since 1970-01-01 UTC.
  ///   - uptime: microseconds of a clock that nobody sets, by which jumps of the other are noticed; nil where time is played.
  public init(now: @escaping @Sendable () -> Int64, uptime: (@Sendable () -> Int64)? = nil) {
    self.now = now
    self.uptime = uptime
  }

  /// The machine's (CLOCK_REALTIME, held against CLOCK_BOOTTIME).
  public static let system = Clock(now: { micros(CLOCK_REALTIME) }, uptime: { micros(CLOCK_BOOTTIME) })

  private static func micros(_ source: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(source, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
  }

  /// The civil day in Tehran.
  public var day: JalaliDay { JalaliDay.today(unixSeconds: now() / 1_000_000) }

  /// The instant that `rfc3339` wrote; nil for any other text.
  static func micros(rfc3339 text: String) -> Int64? {
    let parts = text.dropFirst(11).split { ":.Z".contains($0) }.compactMap { TypedText.wholeNumber(String($0)) }
    guard parts.count == 4, let day = try? JalaliDay(parsing: String(text.prefix(10))) else { return nil }
    let minutes = (Int64(day.number) * 24 + parts[0]) * 60 + parts[1]
    let micros = minutes * 60_000_000 + parts[2] * 1_000_000 + parts[3]
    return rfc3339(micros) == text ? micros : nil
  }

  /// RFC 3339, UTC, microseconds: `2026-03-21T08:00:00.123456Z`.
  public static func rfc3339(_ micros: Int64) -> String {
    let days = micros.floorDivided(by: 86_400_000_000)
    let rest = Int(micros - days * 86_400_000_000)
    let seconds = rest / 1_000_000
    // Every entry says its instant: it is written in place, without a string for each part.
    return String(unsafeUninitializedCapacity: 27) { bytes in
      var end = JalaliDay(number: Int(days)).writeISO(to: bytes)
      func put(_ mark: UInt8, _ number: Int, width: Int) {
        bytes[end] = mark
        var rest = number
        for place in stride(from: end + width, to: end, by: -1) {
          bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
        end += 1 + width
      }
      put(UInt8(ascii: "T"), seconds / 3600, width: 2)
      put(UInt8(ascii: ":"), seconds / 60 % 60, width: 2)
      put(UInt8(ascii: ":"), seconds % 60, width: 2)
      put(UInt8(ascii: "."), rest % 1_000_000, width: 6)
      bytes[end] = UInt8(ascii: "Z")
      return end + 1
    }
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
