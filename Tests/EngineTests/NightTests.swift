import Jalali
import Ledger
import Engine
import Feature
import Store
import Testing
import Values

/// The workshop with one more task, installed later.
private struct LaterModule: FeatureModule {
  static let module = Module("later", "بعدی", "Later", nightly: nightly)
  static var nightly: [any NightlyTask.Type] { [Idle.self] }
}

private enum Idle: NightlyTask {
  static let id = "later.idle"
  static let texts = Texts("بیکار", "idle")
  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] { [] }
  static func settle(_ row: Int64, in work: borrowing Transaction) throws {}
}

@Suite struct `The night` {
  private let bench: Bench
  private let maker = Principal.test(.maker)
  private let today: JalaliDay

  init() throws {
    bench = try Bench()
    today = bench.day
  }

  private func make(_ name: String, due days: Int, weight: Int64 = 5) throws {
    try bench.run(
      "shop.make", ["province": "IR-27", "name": .text(name), "weight": .int(weight), "due": .text(today.adding(days: days).text)],
      as: maker)
  }

  private func night(_ days: Int = 0) throws -> [Night.Report] {
    try Night(bench.runtime, host: "test").run(upTo: today.adding(days: days))
  }

  @Test func `settles what is due and finds nothing left to do`() throws {
    try make("امروز", due: 0)
    try make("فردا", due: 1)
    let report = try #require(try night().first)
    #expect(report.day == today && report.task == "shop.wear" && report.settled == 1 && report.refused == 0)
    let count = try bench.count("audit_entry")
    #expect(try night() == [])
    #expect(try bench.count("audit_entry") == count)
    let entry = try #require(try bench.entries().last)
    #expect(entry["act"] == "shop.wear" && entry["actor"]?["kind"] == "job" && entry["req"] == .text("night-\(today.iso)"))
  }

  @Test func `makes up for missed days, each under its own date`() throws {
    #expect(try night().count == 1)
    for days in 1...3 { try make("\(days)", due: days) }
    let reports = try night(3)
    #expect(reports.map(\.day.number) == (1...3).map { today.number + $0 } && reports.map(\.settled) == [1, 1, 1])
    #expect(try bench.entries().suffix(3).map { $0["req"] } == (1...3).map { .text("night-\(today.adding(days: $0).iso)") })
  }

  @Test func `goes on behind a row that a rule refuses, and leaves its denied entry`() throws {
    try make("سبک", due: 0)
    try make("سنگین", due: 0, weight: 50)
    try make("نازک", due: 0)
    try bench.run("shop.change", ["tool": 2, "rev": 1, "weight": 500], as: maker)
    let reports = try night()
    #expect(reports.first?.settled == 2 && reports.first?.refused == 1)
    #expect(try bench.sql("SELECT state FROM shop_tool ORDER BY id") == [["worn"], ["made"], ["worn"]])
    #expect(try bench.entries().suffix(3).map { $0["out"] } == ["ok", "denied", "ok"])
    #expect(try night(1).first?.refused == 1, "it is still due the next night")
  }

  @Test func `more rows than one batch are all settled`() throws {
    for number in 0..<450 { try make("t\(number)", due: 0) }
    #expect(try night().first?.settled == 450)
  }

  @Test func `foretells the entries it then writes, refusals among them`() throws {
    try make("یک", due: 0)
    try make("دو", due: 1)
    try bench.run("shop.make", ["province": "IR-27", "name": "سه", "weight": 50, "due": .text(today.text)], as: maker)
    try bench.run("shop.change", ["tool": 3, "rev": 1, "weight": 500], as: maker)
    let before = try bench.count("audit_entry")
    let preview = try Night(bench.runtime, host: "test").preview(upTo: today)
    #expect(try bench.count("audit_entry") == before && bench.count("nightly_run") == 0)
    _ = try night()
    let written = try bench.leaves().dropFirst(Int(before)).map { try EntryPreview.reduced($0) }
    #expect(preview == Array(written) && preview.count == 2)
  }

  @Test func `waits for nobody: another holder's lease is respected until it ends`() throws {
    let path = bench.folder.database
    func hold(until: Int64) throws {
      let other = try Connection(path: path, mode: .writer)
      try other.privileged("INSERT OR REPLACE INTO nightly_lease VALUES(1,'pid 0',?)").bind([.int(until)]).run()
    }
    try hold(until: bench.runtime.clock.now() + 60_000_000)
    #expect(refusal { _ = try night() }?.code == "nightly.running")
    #expect(try bench.sql("SELECT holder FROM nightly_lease") == [["pid 0"]])
    try hold(until: bench.runtime.clock.now() - 1)
    #expect(try night().count == 1)
    #expect(try bench.count("nightly_lease") == 0)
  }

  @Test func `the lease of a process that was killed is no obstacle`() throws {
    // Linux gives no process a number beyond 2^22.
    let until = bench.runtime.clock.now() + 60_000_000
    let other = try Connection(path: bench.folder.database, mode: .writer)
    try other.privileged("INSERT OR REPLACE INTO nightly_lease VALUES(1,'pid 999999999',?)").bind([.int(until)]).run()
    #expect(try night().count == 1)
    #expect(try bench.count("nightly_lease") == 0)
  }

  @Test func `a task installed later starts with the last night, not with the beginning of time`() throws {
    _ = try night()
    let later = try bench.reopened([ShopModule.self, LaterModule.self])
    let reports = try Night(later.runtime, host: "test").run(upTo: today.adding(days: 1))
    #expect(reports.filter { $0.task == "later.idle" }.map(\.day) == [today, today.adding(days: 1)])
    #expect(reports.filter { $0.task == "shop.wear" && $0.day == today.adding(days: 1) }.count == 1)
    #expect(try Night(later.runtime, host: "test").run(upTo: today.adding(days: 1)) == [])
  }

  @Test func `goes on where a killed run ended`() throws {
    for number in 0..<3 { try make("t\(number)", due: 0) }
    let writer = try Connection(path: bench.folder.database, mode: .writer)
    try writer.privileged("INSERT INTO nightly_run VALUES(?,'shop.wear',1,1,0,0)").bind([.day(today)]).run()
    #expect(try night(1).map(\.settled) == [3, 1])
  }
}
