import Contracts
import Jalali
import Persian
import Registry
import Store
import Values

/// Clocks as the contract describes them, without a night.
struct StandInDeadlines: FeatureModule, DeadlinesDesk {
  static let manifest = Manifest("deadlines", "مهلت‌های آزمون", "test deadlines", isSwitchable: false)

  init(_ kernel: Kernel) throws { try kernel.publish((any DeadlinesDesk).self, self) }

  var records: [any Record.Type] { [StandInClock.self] }
  var lists: [any ListQuery.Type] { [ListClocks.self] }
  var migrations: [Migration] {
    [
      Migration(
        "deadlines.stand-in",
        """
        CREATE TABLE deadlines_clock(id INTEGER PRIMARY KEY, rev INTEGER, kind TEXT, object TEXT, due INTEGER,
        is_open INTEGER) STRICT
        """,
        "CREATE UNIQUE INDEX deadlines_clock_open ON deadlines_clock(kind, object) WHERE is_open = 1")
    ]
  }

  func open(
    _ kind: String, for object: String, in province: Province, from: JalaliDay, days: Int, rule: DeadlineRule,
    texts: Texts, work: borrowing UnitOfWork
  ) throws -> JalaliDay {
    let due = deadline(from: from, days: days, rule: rule, calendar: .official).day
    try work.insert(StandInClock(kind: kind, object: object, due: due, isOpen: true))
    return due
  }

  func meet(_ kind: String, for object: String, work: borrowing UnitOfWork) throws {
    guard var clock = try running(kind, object, work.look) else { return }
    clock.isOpen = false
    try work.update(clock)
  }

  func due(_ kind: String, for object: String, in look: borrowing Look) throws -> JalaliDay? {
    try running(kind, object, look)?.due
  }

  func notify(
    _ role: Role, in province: Province, key: String, object: String, texts: Texts, work: borrowing UnitOfWork
  ) throws {}

  private func running(_ kind: String, _ object: String, _ look: borrowing Look) throws -> StandInClock? {
    try look.first(StandInClock.self, "kind = ? AND object = ? AND is_open = 1", kind, object)
  }
}

private struct StandInClock: Record {
  typealias Of = DeadlineEntity
  static let table = Table("deadlines_clock", reach: .nation)
  var id = ID<DeadlineEntity>(0)
  var rev = 0
  var kind: String
  var object: String
  var due: JalaliDay
  var isOpen: Bool
}

struct ListClocks: ListQuery {
  struct Item: Codable, Sendable {
    var kind: String
    var object: String
    var due: JalaliDay
    var isOpen: Bool
  }

  static let spec = Spec(
    "deadlines.clocks", "مهلت‌ها", "Clocks", "/deadlines/clocks",
    permission: Permission("deadlines.read", "دیدن مهلت‌ها", "see clocks", heldBy: Role.all))

  func selection() -> Selection { Selection(from: "deadlines_clock t") }
}
