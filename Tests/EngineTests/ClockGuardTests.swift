import Engine
import Feature
import Jalali
import Ledger
import Store
import Synchronization
import TestKit
import Testing
import Values

@testable import Engine

/// A machine whose clock and whose uptime are set by hand.
private final class Machine: Sendable {
  static let hour: Int64 = 3_600_000_000
  private let state: Mutex<(clock: Int64, uptime: Int64)>

  init(_ day: JalaliDay) { state = Mutex((Int64(day.number) * 24 * Machine.hour + 6 * Machine.hour, 0)) }

  /// Time goes by for both.
  func pass(hours: Int64) { state.withLock { $0 = ($0.clock + hours * Machine.hour, $0.uptime + hours * Machine.hour) } }
  /// Somebody sets the clock.
  func set(hours: Int64) { state.withLock { $0.clock += hours * Machine.hour } }

  var clock: Clock {
    Clock(
      now: { [self] in
        state.withLock {
          $0.clock += 1; return $0.clock
        }
      }, uptime: { [self] in state.withLock { $0.uptime } })
  }
}

@Suite struct `The guard of the clock` {
  private let machine: Machine
  private let store: ClockStore

  init() throws {
    machine = Machine(try JalaliDay(1405, 2, 10))
    store = try ClockStore(machine.clock)
  }

  @Test func `entries keep their order while the clock is less than a day behind`() throws {
    try store.make("یک")
    machine.set(hours: -23)
    try store.make("دو")
    machine.set(hours: 23)
    try store.make("سه")
    let times = try store.times()
    #expect(times == times.sorted() && times.count == 3)
    #expect(try store.setBacks() == 0)
  }

  @Test func `nothing is written while it is further behind, and everything again once it is right`() throws {
    try store.make("یک")
    machine.set(hours: -25)
    let no = refusal { try store.make("دو") }
    #expect(no?.code == "clock.doubtful" && no?.kind == .unavailable)
    #expect(store.runtime.clockDoubt != nil)
    #expect(try store.times().count == 1, "a refusal leaves no entry either")
    machine.set(hours: 25)
    try store.make("دو")
    #expect(store.runtime.clockDoubt == nil)
  }

  @Test(arguments: [24 * 400, -24 * 8] as [Int64]) func `a jump is noticed by what the machine has run, and forgotten when it was short`(
    hours: Int64
  ) throws {
    try store.make("یک")
    machine.pass(hours: 24 * 300)
    try store.make("دو")
    machine.set(hours: hours)
    #expect(refusal { try store.make("سه") }?.code == "clock.doubtful")
    #expect(refusal { try store.make("سه", dryRun: true) }?.code == "clock.doubtful")
    #expect(store.runtime.clock.day == (try JalaliDay(1405, 2, 10)).adding(days: 300), "readers go by the time that should be")
    machine.set(hours: -hours)
    try store.make("سه")
  }

  @Test func `a week's jump is believed`() throws {
    try store.make("یک")
    machine.set(hours: 24 * 7 - 1)
    try store.make("دو")
  }

  @Test func `many small steps are no way around it, and time that goes by is no step`() throws {
    try store.make("یک")
    for _ in 1...3 {
      machine.pass(hours: 24 * 30)
      machine.set(hours: 48)
    }
    try store.make("دو")
    machine.set(hours: 48)
    #expect(refusal { try store.make("سه") }?.code == "clock.doubtful")
  }

  @Test func `a person may accept it: one entry, one step back, a warning`() throws {
    // Somebody signed in under a clock of years to come; the machine was started anew since.
    store.close()
    machine.set(hours: 24 * 1_500)
    let early = try ClockStore(machine.clock, opening: store.folder)
    try early.make("یک")
    let (path, later) = (store.folder, early.runtime.clock.now())
    early.close()
    machine.set(hours: -24 * 1_500)
    let again = try ClockStore(machine.clock, opening: path)
    #expect(refusal { try again.make("دو") }?.code == "clock.doubtful")
    #expect(refusal { _ = try again.runtime.acceptClock(reason: " ") }?.faults.first?.pointer == "/reason")
    let entry = try again.runtime.acceptClock(reason: "باتری ساعت عوض شد")
    try again.make("دو")
    let leaf = try #require(try AuditShow.entry(entry, on: again.connection()))
    #expect(leaf["act"] == "clock.accept" && leaf["actor"]?["id"] == "system.owner")
    #expect((leaf["at"]?.string ?? "z") < Clock.rfc3339(later) && (leaf["before"]?["newest"]?.string ?? "") > (leaf["at"]?.string ?? "z"))
    #expect(try AuditShow.opened("why.text", of: entry, again.runtime.vault, on: again.connection()) == "باتری ساعت عوض شد")
    #expect(try again.setBacks() == 1)
    #expect(refusal { _ = try again.runtime.acceptClock(reason: "بار دوم") }?.code == "clock.believed")
    let newest = Array(try again.times().suffix(2))
    #expect(newest == newest.sorted())
  }

  @Test func `a night does not run while it is doubted`() throws {
    try store.make("یک")
    machine.set(hours: 24 * 1_500)
    #expect(refusal { _ = try Night(store.runtime, host: "test").run(upTo: store.runtime.clock.day) }?.code == "clock.doubtful")
    #expect(try store.nights() == 0)
  }

  @Test func `instants are read as they were written`() throws {
    for micros in [0, 1_774_080_000_123_456, 951_782_399_999_999] as [Int64] {
      #expect(Clock.micros(rfc3339: Clock.rfc3339(micros)) == micros)
    }
    for text in ["", "2026-03-21", "2026-03-21T08:00:00Z", "2026-13-21T08:00:00.123456Z"] { #expect(Clock.micros(rfc3339: text) == nil) }
  }
}

/// A workshop's store on a clock of the test's.
private final class ClockStore {
  let folder: StoreFolder
  let runtime: Runtime
  private let root: TemporaryFolder?

  init(_ clock: Clock, opening known: StoreFolder? = nil) throws {
    root = known == nil ? try TemporaryFolder("clock") : nil
    folder = known ?? StoreFolder((root?.path ?? "") + "/store")
    let registry = try Registry([ShopModule.self])
    if known == nil { try Runtime.create(folder, ledgerName: "test.hamyar/1") }
    runtime = try Runtime(folder: folder, registry: registry, clock: clock)
  }

  func close() { runtime.close() }

  func make(_ name: String, dryRun: Bool = false) throws {
    guard let command = runtime.registry.command("shop.make") else { return }
    let input = try Field.conform(.record(["province": "IR-27", "name": .text(name), "weight": 5]), to: command.fields, mode: .typed)
    let context = CallContext(
      principal: .test(.maker), origin: LedgerOrigin(channel: "test", host: "", session: ""), request: "test", dryRun: dryRun)
    _ = try runtime.perform(command, input, context, reader: try runtime.openReader())
  }

  func connection() throws -> Connection { try Connection(path: folder.database, mode: .reader) }

  func times() throws -> [String] {
    try connection().privileged("SELECT leaf FROM audit_entry ORDER BY id").all().compactMap { row in
      guard case .bytes(let leaf) = row[0] else { return nil }
      return try JSONReader.read(leaf)["at"]?.string
    }
  }

  func nights() throws -> Int64 { try connection().privileged("SELECT count(*) FROM nightly_run").first()?.integer ?? -1 }

  /// Warnings of verification that the clock went backwards.
  func setBacks() throws -> Int {
    let report = try LedgerVerifier.verify(
      on: connection(), key: nil, keyName: "", tables: runtime.registry.auditedTables,
      anchors: [try Anchor(parsing: PlainFile.read(folder.highWaterMark), source: "mark")])
    #expect(report.conclusion == .proven)
    return report.warnings.count { $0.en.contains("clock went backwards") }
  }
}
