import Glibc
import Host
import Values

/// Measures what the goals of the product speak of, each beside its ceiling, in one run: only the ratios of one run count.
@main
struct Main {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "serve", arguments.count == 2 { exit(ServedStore.run(arguments[1])) }
    if arguments.first == "hamyar" { exit(MeasuredProgram.run(Array(arguments.dropFirst()))) }
    do {
      let options = try Options(&arguments)
      let sheet = Sheet()
      try Bench(options, sheet).run()
      print(sheet.text)
      if let file = options.json { try sheet.write(to: file) }
    } catch {
      Stderr.line("Benchmarks: \(error)")
      exit(1)
    }
  }
}

/// `--seconds N` a load, `--rows N`, `--agreements N`, `--only WORDS`, `--json FILE`.
struct Options {
  private(set) var seconds = 5.0
  private(set) var rows = 10_000
  private(set) var agreements = 20_000
  private(set) var connections = 64
  private(set) var json: String?
  /// Measures whose name is not among these words are left out; empty leaves out none.
  private(set) var only: [String] = []

  init(_ arguments: inout [String]) throws {
    while let name = arguments.first {
      guard arguments.count > 1 else { throw Complaint("\(name) needs a value") }
      let value = arguments[1]
      switch name {
      case "--seconds": seconds = Double(value) ?? seconds
      case "--rows": rows = Int(value) ?? rows
      case "--agreements": agreements = Int(value) ?? agreements
      case "--connections": connections = Int(value) ?? connections
      case "--json": json = value
      case "--only": only = value.split(separator: ",").map(String.init)
      default: throw Complaint("\(name) is not known; --seconds --rows --agreements --connections --only --json")
      }
      arguments.removeFirst(2)
    }
  }
}

struct Complaint: Error, CustomStringConvertible {
  let description: String
  init(_ text: String) { description = text }
}

enum Stderr {
  static func line(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}

/// Seconds on the monotonic clock.
func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = monotonicSeconds()
  try body()
  return monotonicSeconds() - start
}

/// Processor seconds of this process so far: steadier than the clock on a machine that others use too.
func processorSeconds() -> Double {
  var usage = rusage()
  getrusage(0, &usage)  // 0 is RUSAGE_SELF.
  func whole(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
  return whole(usage.ru_utime) + whole(usage.ru_stime)
}
