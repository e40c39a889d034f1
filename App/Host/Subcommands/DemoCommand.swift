import Glibc
import Jalali
import Ledger
import Registry
import Store
import Values

enum DemoCommand: Subcommand {
  static let name = "demo"
  static let usage = "demo [--store DIR] [--config DIR] [--seed N]"
  static let texts = Texts(
    "مخزنی با سه سال زندگی در گلستان و کردستان می‌سازد.",
    "Builds a store that has lived three Jalali years in Golestan and Kurdistan.")
  static let flags = ["config=", "seed="]

  static func run(_ words: Words) throws -> Int32 {
    let folder = Opening.folder(words)
    let start = try JalaliDay(DemoLife.start.year, DemoLife.start.month, DemoLife.start.day)
    let clock = DemoClock(start)
    let config = try ConfigFiles(folder: words.setting("config") ?? "Config")
    let (runtime, secret) = try Opening.create(folder, config: config, clock: clock.clock)
    let life = try DemoLife(
      runtime, clock: clock, seed: words.last("seed").flatMap { UInt64($0) } ?? 1405,
      tell: { Stderr.progress("living … \($0)") })
    do {
      try life.live()
    } catch {
      runtime.close()
      throw error
    }
    if Stderr.isTerminal { Stderr.write("") }
    try writeAccounts(folder, secret, life.casts)
    try report(runtime)
    runtime.close()
    return try verify(folder)
  }

  /// The secrets of the demo accounts, for the owner of the folder only.
  private static func writeAccounts(_ folder: StoreFolder, _ secret: String, _ casts: [Cast]) throws {
    var lines = ["Accounts of the demo life (user, one-time secret, role):", "  admin \(secret) national.admin"]
    for cast in casts { lines += cast.secrets.map { "  \($0.user) \($0.secret) \($0.role)" } }
    try PlainFile.create(folder.path + "/demo-accounts.txt", text: lines.joined(separator: "\n") + "\n")
  }

  private static func report(_ runtime: Runtime) throws {
    let caller = try Caller(runtime, actor: .installer, channel: "demo")
    for (title, list) in [
      ("people", "people.list"), ("groups", "groups.list"), ("institutes", "institutes.list"), ("health bases", "healthbases.list"),
    ] {
      print("\(title): \(try count(caller, list))")
    }
    for province in ["IR-27", "IR-12"] {
      let shown = try caller.perform("monitoring.indicators", .record(["province": .text(province), "year": 1404]))
      print("\(province) 1404: \(JSONWriter.text(shown))")
    }
  }

  private static func count(_ caller: Caller, _ list: String) throws -> Int {
    var count = 0
    var cursor: Value = .null
    repeat {
      let page = try caller.perform(list, .record(["limit": 500, "cursor": cursor]))
      count += page["items"]?.items.count ?? 0
      cursor = page["next"] ?? .null
    } while cursor != .null
    return count
  }

  private static func verify(_ folder: StoreFolder) throws -> Int32 {
    let connection = try Connection(path: folder.database, mode: .reader)
    let mark = try Anchor(parsing: PlainFile.read(folder.highWaterMark), source: folder.highWaterMark)
    let report = try LedgerVerifier.verify(
      on: connection, key: nil, keyName: "", tables: Registry(InstalledModules.all).auditedTables, anchors: [mark])
    print(report.lines)
    return report.outcome.exitCode
  }
}
