import Jalali
import Engine
import Synchronization

/// The clock of the demo life: it stands on a day and moves a second with every look, so that entries keep their order.
final class DemoClock: Sendable {
  private let micros: Mutex<Int64>

  init(_ day: JalaliDay) { micros = Mutex(DemoClock.morning(day)) }

  var clock: Clock { Clock { [self] in now() } }

  private func now() -> Int64 {
    micros.withLock { time in
      time += 1_000_000
      return time
    }
  }

  /// Eight in the morning, Tehran; never backwards.
  func move(to day: JalaliDay) { micros.withLock { $0 = max($0, DemoClock.morning(day)) } }

  private static func morning(_ day: JalaliDay) -> Int64 { (Int64(day.number) * 86_400 + 16_200) * 1_000_000 }
}
