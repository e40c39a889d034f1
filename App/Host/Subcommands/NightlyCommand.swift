import Console
import Engine
import Glibc
import Jalali
import Persian
import Store
import Values

enum NightlyCommand: Subcommand {
  static let name = "nightly"
  static let usage =
    "nightly [status] [--store DIR] [--on 1405/01/01] [--catch-up --reason TEXT] [--simulate] [--dry-run] [--json] [--lang fa|en]"
  static let texts = Texts(
    "کار شبانهٔ روزهای مانده را انجام می‌دهد، یا از کارگزارِ در حال کار می‌خواهد؛ status می‌گوید چه گذشته و چه مانده است.",
    "Runs the nights that have not been run, or has a running server do it; status says what has passed and what waits.")
  static let flags = ["on=", "catch-up", "reason=", "simulate", "dry-run", "json", "lang="]

  static func run(_ arguments: Arguments) throws -> Int32 {
    switch arguments.rest {
    case []: return try nights(arguments)
    case ["status"]: return try status(arguments)
    default: throw UsageFault("پس از nightly تنها status می‌آید.", "Only `status` may follow `nightly`.")
    }
  }

  /// - Returns: 1 where somebody has to see to something.
  private static func status(_ arguments: Arguments) throws -> Int32 {
    let runtime = try StoreLocator.reading(arguments)
    let status = try runtime.nightStatus(runtime.openReader())
    if arguments.has("json") {
      print(JSONWriter.text(try ValueEncoder.encode(status)))
    } else {
      let language = try arguments.language()
      for line in status.sentences { print(language.map { line[$0] } ?? "\(line.en)\n  \(line.fa)") }
      let words = NightWords(language ?? .en)
      for task in status.tasks { print("\(task.task)  \(words.counts(Int64(task.settled), Int64(task.refused), Int64(task.failed)))") }
      for failure in status.failures { print("\(failure.task)  \(words.failure(failure))") }
    }
    return status.isWell ? 0 : 1
  }

  private static func nights(_ arguments: Arguments) throws -> Int32 {
    let reason = try catchUpReason(arguments)
    let runtime: Runtime
    do {
      runtime = try StoreLocator.runtime(arguments)
    } catch let fault as StoreFault where fault.kind == .locked && !arguments.has("dry-run") && !arguments.has("simulate") {
      // The server settles what is due until its today, whatever day is named.
      let today = Clock.system.day
      if let day = try day(arguments), day > today { throw Night.notYet(day, today: today) }
      let order = reason.map { ControlOrder.catchUp(reason: $0) } ?? .nightly
      guard let answer = try ControlClient.ask(order, of: StoreLocator.folder(arguments)) else { throw fault }
      try tell(answer["reports"]?.items ?? [], arguments)
      Stderr.write(try NightWords(arguments).byServer)
      return 0
    }
    defer { runtime.close() }
    let day = try day(arguments) ?? runtime.clock.day
    let night = Night(runtime, host: "nightly", isPlayed: try isPlayed(arguments, runtime))
    if arguments.has("dry-run") {
      let entries = try night.preview(upTo: day)
      for entry in entries { print(JSONWriter.text(entry)) }
      Stderr.write(try NightWords(arguments).preview(entries.count))
      return 0
    }
    let reports = try night.run(upTo: day, catchingUp: reason.map { .owner(reason: $0) }) { report in
      Stderr.progress("\(report.day.text) \(report.task): \(report.settled)")
    }
    if Stderr.isTerminal { Stderr.write("") }
    try tell(reports.map(ServerOrders.value(of:)), arguments)
    return reports.contains { $0.failed > 0 } ? ExitCode.partial.rawValue : 0
  }

  private static func tell(_ reports: [Value], _ arguments: Arguments) throws {
    let words = try NightWords(arguments)
    func count(_ name: String) -> Int64 { reports.reduce(0) { $0 + ($1[name]?.integer ?? 0) } }
    for report in reports where ["settled", "refused", "failed"].contains(where: { (report[$0]?.integer ?? 0) > 0 }) {
      guard !arguments.has("json") else {
        print(JSONWriter.text(report))
        continue
      }
      func number(_ name: String) -> Int64 { report[name]?.integer ?? 0 }
      let day = (try? report["day"].map { try JalaliDay(value: $0) }).map(words.day) ?? ""
      print("\(day)  \(report["task"]?.string ?? "")  \(words.counts(number("settled"), number("refused"), number("failed")))")
    }
    Stderr.write(words.sum(count("settled"), count("refused"), count("failed")))
  }

  private static func catchUpReason(_ arguments: Arguments) throws -> String? {
    guard arguments.has("catch-up") else { return nil }
    guard let reason = arguments.last("reason"), !reason.isEmpty else {
      throw UsageFault("با --catch-up علت را با --reason بنویسید.", "State why with --reason when you say --catch-up.")
    }
    return reason
  }

  private static func day(_ arguments: Arguments) throws -> JalaliDay? {
    do throws(FormatFault) {
      return try arguments.last("on").map { text throws(FormatFault) in try JalaliDay(parsing: text) }
    } catch {
      throw UsageFault(error.fa, error.en)
    }
  }

  /// Days that have not come are played in a training store only.
  private static func isPlayed(_ arguments: Arguments, _ runtime: Runtime) throws -> Bool {
    guard arguments.has("simulate") else { return false }
    guard runtime.folder.environment == .training else {
      throw UsageFault(
        "تنها مخزن آموزشی روزهای نیامده را می‌آزماید (init --environment training).",
        "Only a training store plays days that have not come (init --environment training).")
    }
    return true
  }
}
