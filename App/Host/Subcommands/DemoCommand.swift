import Feature
import FoundationEssentials
import Glibc
import Jalali
import Ledger
import Engine
import Persian
import Store
import Values

enum DemoCommand: Subcommand {
  static let name = "demo"
  static let usage = "demo [--store DIR] [--config DIR] [--seed N]"
  static let texts = Texts(
    "مخزنی با سه سال زندگی در گلستان و کردستان می‌سازد.",
    "Builds a store that has lived three Jalali years in Golestan and Kurdistan.")
  static let flags = ["config=", "seed="]

  private static func seed(_ arguments: Arguments) throws -> UInt64 {
    guard let text = arguments.last("seed") else { return 1405 }
    guard let seed = TypedText.wholeNumber(text).flatMap({ UInt64(exactly: $0) }) else {
      throw UsageFault("--seed عددی از ۰ به بالا است، نه «\(text)».", "--seed is a number from 0, not \"\(text)\".")
    }
    return seed
  }

  static func run(_ arguments: Arguments) throws -> Int32 {
    let place = StoreLocator.folder(arguments)
    guard !place.exists else {
      throw UsageFault("در \(place.path) از پیش مخزنی هست.", "There is a store in \(place.path) already.")
    }
    let files = FileManager.default
    guard (try? files.contentsOfDirectory(atPath: place.path))?.isEmpty ?? !files.fileExists(atPath: place.path) else {
      throw UsageFault(
        "در \(place.path) چیزی هست؛ جای دیگری نام ببرید.", "There is something in \(place.path); name another place.")
    }
    // Lived in a folder beside it and moved when whole: a life that was cut short is not taken for a store.
    let folder = StoreFolder(place.path + ".partial")
    try? files.removeItem(atPath: folder.path)
    let start = try JalaliDay(DemoLife.start.year, DemoLife.start.month, DemoLife.start.day)
    let today = Clock.system.day
    guard today > start else {
      throw UsageFault(
        "ساعت دستگاه \(today.textFa) را نشان می‌دهد؛ آن را درست کنید.", "The machine's clock shows \(today.text); put it right first.")
    }
    let clock = DemoClock(start)
    let config = try ConfigFiles(folder: arguments.setting("config") ?? "Config")
    let (runtime, given) = try StoreLocator.create(folder, config: config, clock: clock.clock)
    let secret = try runtime.changeSecret(given, of: 1, channel: "demo")
    try folder.write(.training)
    let life = try DemoLife(
      runtime, clock: clock, seed: try seed(arguments), until: today,
      tell: { Stderr.progress("living … \($0)") })
    do {
      try life.live()
    } catch {
      runtime.close()
      throw error
    }
    if Stderr.isTerminal { Stderr.write("") }
    try writeAccounts(folder, secret, life.nation + life.casts.flatMap(\.secrets))
    try report(runtime)
    runtime.close()
    let outcome = try verify(folder)
    rmdir(place.path)  // Succeeds for an empty folder only.
    try files.moveItem(atPath: folder.path, toPath: place.path)
    return outcome
  }

  /// The secrets of the demo accounts, for the owner of the folder only.
  private static func writeAccounts(_ folder: StoreFolder, _ secret: String, _ others: [(user: String, secret: String, role: String)])
    throws
  {
    var lines = ["Accounts of the demo life (user, secret, role):", "  admin \(secret) national.admin"]
    lines += others.map { "  \($0.user) \($0.secret) \($0.role)" }
    try PlainFile.create(folder.path + "/demo-accounts.txt", text: lines.joined(separator: "\n") + "\n")
  }

  private static func report(_ runtime: Runtime) throws {
    let caller = try Caller(runtime, principal: .installer, channel: "demo")
    let lists = [
      ("people", "people.list"), ("groups", "groups.groups"), ("certificates", "training.certificates"),
      ("institutes", "institutes.institutes"), ("bases", "healthbases.bases"), ("agreements", "healthbases.agreements"),
    ]
    print(try lists.map { "\($0.0) \(try caller.rows($0.1).count)" }.joined(separator: "  "))
    for year in [1404, 1405] {
      let kinds = try caller.rows("healthbases.outcomes", [.init("year", .int(Int64(year)))]).compactMap { $0["kind"]?.string }
      let counts = ["renewed", "lapsed", "held"].map { kind in "\(kind) \(kinds.filter { $0 == kind }.count)" }
      print("night of 1 Farvardin \(year): \(counts.joined(separator: ", "))")
    }
    for measured in try caller.rows("monitoring.measurements") where measured["year"] == 1404 {
      print(try lines(measured, caller).joined(separator: "\n  "))
    }
  }

  /// The two indicators of a frozen measurement, as an officer would read them out.
  private static func lines(_ measured: Value, _ caller: Caller) throws -> [String] {
    let code = measured["code"] ?? .null
    let shown = try caller.perform("monitoring.measurement", .record(["measurement": code]))
    return shown["sentences"]?.items.compactMap { $0["en"]?.string } ?? []
  }

  private static func verify(_ folder: StoreFolder) throws -> Int32 {
    let connection = try Connection(path: folder.database, mode: .reader)
    let mark = try Anchor(parsing: PlainFile.read(folder.highWaterMark), source: folder.highWaterMark)
    let report = try LedgerVerifier.verify(
      on: connection, key: nil, keyName: "", tables: Registry(InstalledModules.all).auditedTables, anchors: [mark])
    print(report.lines)
    return report.conclusion.exitCode
  }
}
