import Jalali
import Ledger
@testable import Engine
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

/// The workshop with a task that names one row twice.
private struct TwiceModule: FeatureModule {
  static let module = Module("twice", "دوبار", "Twice", nightly: [Twice.self])
}

private enum Twice: NightlyTask {
  static let id = "twice.name"
  static let texts = Texts("دوبار", "twice")
  static func due(on day: JalaliDay, after: Int64, limit: Int, in snapshot: borrowing Snapshot) throws -> [Int64] {
    after < 1 ? [1, 1] : []
  }
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
    try Night(bench.runtime, host: "test", isPlayed: true).run(upTo: today.adding(days: days))
  }

  @Test func `settles what is due and finds nothing left to do`() throws {
    try make("امروز", due: 0)
    try make("فردا", due: 1)
    let report = try #require(try night().first)
    #expect(report.day == today && report.task == "shop.wear" && report.settled == 1 && report.refused == 0)
    let count = try bench.count("audit_entry")
    #expect(try night() == [])
    #expect(try bench.count("audit_entry") == count)
    let entry = try #require(try bench.entries().first { $0["act"] == "shop.wear" })
    #expect(entry["act"] == "shop.wear" && entry["actor"]?["kind"] == "job" && entry["req"] == .text("night-\(today.iso)"))
  }

  @Test func `makes up for missed days, each under its own date`() throws {
    #expect(try night().count == 1)
    for days in 1...3 { try make("\(days)", due: days) }
    let reports = try night(3)
    #expect(reports.map(\.day.number) == (1...3).map { today.number + $0 } && reports.map(\.settled) == [1, 1, 1])
    #expect(
      try bench.entries().filter { $0["act"] == "shop.wear" }.map { $0["req"] }
        == (1...3).map { .text("night-\(today.adding(days: $0).iso)") })
  }

  @Test func `goes on behind a row that a rule refuses, and leaves its denied entry`() throws {
    try make("سبک", due: 0)
    try make("سنگین", due: 0, weight: 50)
    try make("نازک", due: 0)
    try bench.run("shop.change", ["tool": 2, "rev": 1, "weight": 500], as: maker)
    let reports = try night()
    #expect(reports.first?.settled == 2 && reports.first?.refused == 1)
    #expect(try bench.sql("SELECT state FROM shop_tool ORDER BY id") == [["worn"], ["made"], ["worn"]])
    #expect(try bench.entries().filter { $0["act"] == "shop.wear" }.map { $0["out"] } == ["ok", "denied", "ok"])
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
    let preview = try Night(bench.runtime, host: "test", isPlayed: true).preview(upTo: today)
    #expect(try bench.count("audit_entry") == before && bench.count("nightly_run") == 0)
    _ = try night()
    let written = try bench.leaves().dropFirst(Int(before)).map { try EntryPreview.reduced($0) }
    #expect(preview == Array(written) && preview.count == 3)
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
    let reports = try Night(later.runtime, host: "test", isPlayed: true).run(upTo: today.adding(days: 1))
    #expect(reports.filter { $0.task == "later.idle" }.map(\.day) == [today, today.adding(days: 1)])
    #expect(reports.filter { $0.task == "shop.wear" && $0.day == today.adding(days: 1) }.count == 1)
    #expect(try Night(later.runtime, host: "test", isPlayed: true).run(upTo: today.adding(days: 1)) == [])
  }

  @Test func `counts what it does itself, whatever a counter says`() throws {
    for number in 0..<3 { try make("t\(number)", due: 0) }
    let writer = try Connection(path: bench.folder.database, mode: .writer)
    try writer.privileged("INSERT INTO nightly_run VALUES(?,'shop.wear',0,7,0,0)").bind([.day(today)]).run()
    #expect(try night(1).map(\.settled) == [3, 0])
  }

  @Test(arguments: [0, 400]) func `marks set by SQL skip nothing`(days: Int) throws {
    _ = try night()
    for day in 1...2 { try make("\(day)", due: day) }
    let writer = try Connection(path: bench.folder.database, mode: .writer)
    for day in 0...days + 2 {
      try writer.privileged("INSERT INTO nightly_run VALUES(?,'shop.wear',999999,9,0,1) ON CONFLICT DO UPDATE SET finished=1, last=999999")
        .bind([.day(today.adding(days: day))]).run()
    }
    // An index that leads to an entry of another kind is no night either.
    try writer.privileged("INSERT INTO audit_ix(obj,entry,actor) VALUES(?,0,'system.nightly')")
      .bind([.text(NightLog.object(of: today.adding(days: 2)))]).run()
    #expect(try night(2).map(\.day) == [today.adding(days: 1), today.adding(days: 2)])
    #expect(try bench.sql("SELECT DISTINCT state FROM shop_tool") == [["worn"]])
  }

  @Test func `each leaves an entry for each task`() throws {
    try make("سبک", due: 0)
    _ = try night(1)
    let entries = try bench.entries().filter { $0["act"] == "nightly.done" }
    #expect(entries.map { $0["obj"] } == [0, 1].map { .text(NightLog.object(of: today.adding(days: $0))) })
    #expect(entries.first?["after"] == .record(["failed": 0, "refused": 0, "settled": 1, "task": "shop.wear"]))
    #expect(entries.allSatisfy { $0["actor"]?["id"] == "system.nightly" && $0["out"] == "ok" })
  }

  @Test func `a day that has not come has none`() throws {
    let night = Night(bench.runtime, host: "test")
    let before = try bench.count("audit_entry")
    let no = refusal { _ = try night.run(upTo: today.adding(days: 1)) }
    #expect(no?.faults.first?.code == "nightly.not-yet" && no?.faults.first?.pointer == "/on")
    #expect(refusal { _ = try night.preview(upTo: today.adding(days: 1)) }?.faults.first?.code == "nightly.not-yet")
    #expect(try bench.count("audit_entry") == before && bench.count("nightly_run") == 0)
  }

  @Test func `before the day on which the store was made there are none, and asking for one skips nothing`() throws {
    try make("یک", due: 0)
    let night = Night(bench.runtime, host: "test")
    let early = today.adding(days: -9_000)
    let no = refusal { _ = try night.run(upTo: early) }
    #expect(no?.faults.first?.code == "nightly.before-beginning" && no?.faults.first?.pointer == "/on")
    #expect(refusal { _ = try night.preview(upTo: early) }?.faults.first?.code == "nightly.before-beginning")
    #expect(try night.run(upTo: today).map(\.day) == [today])
  }

  @Test func `what was played of days to come is run again when they come`() throws {
    try make("فردا", due: 1)
    _ = try night(3)
    bench.day = today.adding(days: 2)
    #expect(try Night(bench.runtime, host: "test").run(upTo: bench.day).map(\.day) == [1, 2].map { today.adding(days: $0) })
  }

  @Test func `nights begin on the day of the first entry`() throws {
    try make("الف", due: 0)
    bench.day = today.adding(days: 3)
    #expect(try Night(bench.runtime, host: "test").run(upTo: bench.day).map(\.day) == (0...3).map { today.adding(days: $0) })
  }

  @Test func `nights begin on the day on which they were begun`() throws {
    bench.day = today.adding(days: 1)
    try Night(bench.runtime, host: "init").begin()
    bench.day = today.adding(days: 3)
    #expect(try Night(bench.runtime, host: "test").run(upTo: bench.day).map(\.day) == (1...3).map { today.adding(days: $0) })
  }

  @Test(.timeLimit(.minutes(1))) func `ends although a task names a row twice`() throws {
    let twice = try bench.reopened([ShopModule.self, TwiceModule.self])
    let reports = try Night(twice.runtime, host: "test").run(upTo: today)
    #expect(reports.first { $0.task == "twice.name" }?.settled == 2)
  }

  @Test func `a row that fails by our own fault is set aside, the others go on, and it is tried again`() throws {
    for name in ["سبک", "brittle", "نازک"] { try make(name, due: 0) }
    let report = try #require(try night().first)
    #expect(report.settled == 2 && report.failed == 1 && report.refused == 0)
    #expect(try bench.sql("SELECT task, row, tries, error FROM nightly_failure") == [["shop.wear", 2, 1, "Broken"]])
    #expect(try night(1).first?.failed == 1)
    #expect(try bench.sql("SELECT tries FROM nightly_failure") == [[2]])
    let writer = try Connection(path: bench.folder.database, mode: .writer)
    try writer.privileged("UPDATE shop_tool SET name='sound' WHERE id=2").run()
    #expect(try night(2).first?.settled == 1)
    #expect(try bench.count("nightly_failure") == 0)
  }

  @Test func `more than a week of missed nights waits for a person's word`() throws {
    _ = try night()
    try make("دور", due: 5)
    bench.day = today.adding(days: 9)
    let host = Night(bench.runtime, host: "test")
    let before = try bench.count("audit_entry")
    #expect(refusal { _ = try host.run(upTo: bench.day) }?.code == "nightly.held")
    #expect(try bench.count("audit_entry") == before)
    let held = try bench.runtime.nightStatus(bench.runtime.openReader())
    #expect(held.isHeld && held.missedCount == 8 && !held.isWell && held.last == today)
    #expect(refusal { _ = try host.run(upTo: bench.day, catchingUp: .owner(reason: "")) }?.faults.first?.pointer == "/reason")
    let reports = try host.run(upTo: bench.day, catchingUp: .owner(reason: "برق نبود"))
    #expect(reports.count == 9 && reports.reduce(0) { $0 + $1.settled } == 1)
    let word = try #require(try bench.entries().first { $0["act"] == "nightly.catch-up" })
    #expect(word["actor"]?["id"] == "system.owner" && word["after"]?["until"] == .text(bench.day.iso))
    let well = try bench.runtime.nightStatus(bench.runtime.openReader())
    #expect(well.isWell && well.missedCount == 0 && well.next == bench.day.adding(days: 1))
  }

  @Test func `many small steps are held like a big one`() throws {
    _ = try night()
    bench.day = today.adding(days: 30)
    let host = Night(bench.runtime, host: "test")
    for step in 1...4 { #expect(refusal { _ = try host.run(upTo: today.adding(days: step * 7)) }?.code == "nightly.held") }
    #expect(try host.run(upTo: today) == [], "what is over is no step")
    #expect(try host.run(upTo: today.adding(days: 23), catchingUp: .owner(reason: "برق نبود")).count == 23)
    #expect(try bench.entries().contains { $0["act"] == "nightly.catch-up" })
    #expect(try host.run(upTo: bench.day).count == 7, "a week is left")
  }

  @Test func `a week is made up for unasked, and a training store catches up whatever was missed`() throws {
    _ = try night()
    bench.day = today.adding(days: 8)
    #expect(try Night(bench.runtime, host: "test").run(upTo: bench.day).count == 8)
    try bench.folder.write(.training)
    let training = try bench.reopened([ShopModule.self])
    training.day = today.adding(days: 40)
    #expect(try Night(training.runtime, host: "test").run(upTo: training.day).count == 32)
  }

  @Test func `anybody on the staff is told how they stand, only the operator which rows were set aside`() throws {
    try make("brittle", due: 0)
    _ = try night()
    let told = try bench.ask("nightly.status", as: maker)
    #expect(told["last"] == .day(today) && told["failed"] == 1 && told["failures"]?.items.isEmpty == true)
    #expect(told["tasks"]?.items.first?["failed"] == 1 && told["next"] == .day(today.adding(days: 1)))
  }
}
