public import Jalali
import Synchronization

/// A clock that stands at nine in the morning, Tehran, and moves a millisecond with every look.
public final class TestTime: Sendable {
  private let micros: Mutex<Int64>

  public init(_ day: JalaliDay) { micros = Mutex(TestTime.morning(day)) }

  /// - Parameter start: microseconds since 1970, UTC.
  public init(from start: Int64) { micros = Mutex(start) }

  /// Microseconds since 1970, UTC.
  public func now() -> Int64 {
    micros.withLock { time in
      time += 1_000
      return time
    }
  }

  /// Microseconds.
  public func pass(_ more: Int64) { micros.withLock { $0 += more } }

  public func move(to day: JalaliDay) { micros.withLock { $0 = TestTime.morning(day) } }

  private static func morning(_ day: JalaliDay) -> Int64 { (Int64(day.number) * 86_400 + 19_800) * 1_000_000 }
}
