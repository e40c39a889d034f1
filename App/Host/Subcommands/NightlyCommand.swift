import Glibc
import Jalali
import Engine
import Persian
import Store
import Synchronization
import Values

enum NightlyCommand: Subcommand {
  static let name = "nightly"
  static let usage = "nightly [--store DIR] [--on 1405/01/01] [--dry-run] [--json]"
  static let texts = Texts("کار شبانهٔ روزهای مانده را انجام می‌دهد.", "Runs the nights that have not been run, up to a day.")
  static let flags = ["on=", "dry-run", "json"]

  static func run(_ arguments: Arguments) throws -> Int32 {
    let runtime = try StoreLocator.runtime(arguments)
    defer { runtime.close() }
    let day: JalaliDay
    do throws(FormatFault) {
      day = try arguments.last("on").map { text throws(FormatFault) in try JalaliDay(parsing: text) } ?? runtime.clock.day
    } catch {
      throw UsageFault(error.fa, error.en)
    }
    let night = Night(runtime, host: "nightly")
    if arguments.has("dry-run") {
      let entries = try night.preview(upTo: day)
      for entry in entries { print(JSONWriter.text(entry)) }
      Stderr.write("\(entries.count) entries would be written; nothing was changed.")
      return 0
    }
    var settled = 0
    var refused = 0
    let reports = try night.run(upTo: day) { report in
      settled += report.settled
      refused += report.refused
      Stderr.progress("\(report.day.text) \(report.task): \(report.settled)")
    }
    if Stderr.isTerminal { Stderr.write("") }
    for report in reports where report.settled + report.refused > 0 {
      if arguments.has("json") {
        let line = Value.record([
          "day": .day(report.day), "task": .text(report.task), "settled": .int(Int64(report.settled)),
          "refused": .int(Int64(report.refused)),
        ])
        print(JSONWriter.text(line))
      } else {
        print("\(report.day.text)  \(report.task)  settled \(report.settled)  refused \(report.refused)")
      }
    }
    Stderr.write("\(settled) rows settled, \(refused) refused.")
    return 0
  }
}

/// Runs the nights inside a server: at start whatever was missed, then once after each midnight in Tehran.
final class NightWatch: Sendable {
  private let runtime: Runtime
  private let isStopped = Mutex(false)

  init(_ runtime: Runtime) { self.runtime = runtime }

  func start() {
    Thread { [self] in
      var last: JalaliDay?
      while !isStopped.withLock({ $0 }) {
        let today = runtime.clock.day
        if today != last {
          do {
            _ = try Night(runtime, host: "serve").run(upTo: today)
            last = today
          } catch {
            Stderr.write("<3>night \(today.text): \(error)")
            sleep(60)
          }
        }
        usleep(500_000)
      }
    }.start()
  }

  func stop() { isStopped.withLock { $0 = true } }
}
