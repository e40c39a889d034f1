import Glibc
import Engine
import HTTP
import Store
import Synchronization

/// Tells the service manager twice in each of its periods that the server works: only after a write has reached the
/// disk, so that a hanging store gets the process started anew.
final class Watchdog: Sendable {
  private let manager: ServiceManager
  private let runtime: Runtime
  private let place: String
  private let halfMicros: UInt64
  private let isStopped = Mutex(false)

  /// Nil when the manager does not ask this process (`WATCHDOG_USEC`, `WATCHDOG_PID`).
  init?(_ manager: ServiceManager, _ runtime: Runtime, place: String) {
    func number(_ name: String) -> UInt64? { getenv(name).flatMap { UInt64(String(cString: $0)) } }
    guard let period = number("WATCHDOG_USEC"), period >= 2 else { return nil }
    guard number("WATCHDOG_PID").map({ $0 == UInt64(getpid()) }) ?? true else { return nil }
    self.manager = manager
    self.runtime = runtime
    self.place = place
    halfMicros = period / 2
  }

  func start() {
    Thread { [self] in
      var due = Watchdog.monotonicMicros
      while !isStopped.withLock({ $0 }) {
        if Watchdog.monotonicMicros >= due {
          due += halfMicros
          // A writer that is stuck never comes back to say so, and the manager hears nothing.
          runtime.pulse { [manager, runtime, place] pulse in
            guard pulse.isWritable else { return }
            manager.tell("WATCHDOG=1\nSTATUS=Listening on \(place); \(runtime.waitingWrites) writes waiting")
          }
        }
        usleep(useconds_t(min(halfMicros / 4, 250_000)))
      }
    }.start()
  }

  func stop() { isStopped.withLock { $0 = true } }

  /// As CLOCK_MONOTONIC has it, for `MONOTONIC_USEC` too.
  static var monotonicMicros: UInt64 { monotonicNow() / 1_000 }
}
