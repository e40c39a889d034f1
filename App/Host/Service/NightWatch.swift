import Engine
import Glibc
import Jalali
import Store
import Synchronization
import Values

/// Runs the nights inside a server: at start whatever was missed, then once after each midnight in Tehran; says one line of
/// each task, and once what keeps it from running.
final class NightWatch: Sendable {
  /// How long it waits after a night that broke off, in seconds.
  private static let pause = 60

  private let runtime: Runtime
  private let isStopped = Mutex(false)
  /// One night at a time, whoever asked for it.
  private let running = Mutex(())
  private let say: @Sendable (String) -> Void

  init(_ runtime: Runtime, say: @escaping @Sendable (String) -> Void = { Stderr.write($0) }) {
    self.runtime = runtime
    self.say = say
  }

  func start() {
    Thread { [self] in
      var last: JalaliDay?
      var wasDoubted = false
      var retry: UInt64 = 0
      while !isStopped.withLock({ $0 }) {
        let doubt = runtime.clockDoubt
        if (doubt != nil) != wasDoubted {
          wasDoubted = doubt != nil
          say(doubt.map { "<2>clock: \($0.texts.en)" } ?? "<4>clock: believed again; writing goes on")
        }
        let today = runtime.clock.day
        if doubt == nil, today != last, Watchdog.monotonicMicros >= retry {
          do {
            _ = try run()
            last = today
          } catch let refusal as Refusal where refusal.code == "nightly.held" {
            // Nothing changes until somebody answers or another day comes.
            say("<2>night \(today.text): \(refusal.texts.en)")
            last = today
          } catch {
            retry = Watchdog.monotonicMicros + UInt64(NightWatch.pause) * 1_000_000
            say("<3>night \(today.text): \(Night.words(for: error)); it is tried again in \(NightWatch.pause) s")
          }
        }
        usleep(500_000)
      }
    }.start()
  }

  func stop() { isStopped.withLock { $0 = true } }

  /// Runs what is due now, after whatever runs already.
  ///
  /// - Parameter catchUp: nil for what the store's environment allows.
  /// - Throws: as `Night.run` does.
  func run(catchingUp catchUp: Night.CatchUp? = nil) throws -> [Night.Report] {
    try running.withLock { _ in
      let reports = try Night(runtime, host: "serve").run(upTo: runtime.clock.day, catchingUp: catchUp)
      NightWatch.lines(of: reports).forEach(say)
      return reports
    }
  }

  /// A line for each task; of many nights only for those that had something to do.
  static func lines(of reports: [Night.Report]) -> [String] {
    let days = Set(reports.map(\.day)).count
    let told = days > 2 ? reports.filter { $0.settled + $0.refused + $0.failed > 0 } : reports
    let lines = told.map { report in
      let priority = report.failed > 0 ? "<3>" : "<6>"
      return
        "\(priority)night day=\(report.day.text) task=\(report.task) settled=\(report.settled) refused=\(report.refused) failed=\(report.failed)"
    }
    return days > 2 ? lines + ["<6>nights made up for: \(days)"] : lines
  }
}
