import Feature
public import Jalali
import Ledger
import Persian
import Store
public import Values

/// How the nights of a store stand: the last, those that were missed, the next, and what was set aside.
public struct NightStatus: Codable, Sendable {
  /// What one part of the last night did.
  public struct Task: Codable, Sendable {
    /// Its id.
    public var task: String
    /// What it is called.
    public var name: Texts
    /// Rows settled.
    public var settled: Int
    /// Rows that a rule refused.
    public var refused: Int
    /// Rows set aside.
    public var failed: Int
  }

  /// A row that is tried again each night.
  public struct Failure: Codable, Sendable {
    /// Of which task.
    public var task: String
    /// Which of its rows; 0 for the whole task.
    public var row: Int64
    /// The first night that failed.
    public var since: JalaliDay
    /// Nights that tried.
    public var tries: Int
    /// What went wrong.
    public var error: String
  }

  /// The last day of which every task is over; nil before the first.
  public var last: JalaliDay?
  /// Tehran's time of its last entry.
  public var lastAt: String?
  /// Days before today that wait, at most the first hundred.
  public var missed: [JalaliDay]
  /// All of them.
  public var missedCount: Int
  /// Whether they are held until a person answers for them.
  public var isHeld: Bool
  /// Whether the last try of a night broke off: a whole task could not be run.
  public var isBroken: Bool
  /// The next day that is due.
  public var next: JalaliDay
  /// What the last night did.
  public var tasks: [Task]
  /// How many rows were set aside.
  public var failed: Int
  /// Which, for whoever looks after the whole house.
  public var failures: [Failure]
  /// Why the clock is doubted; nil while it is believed.
  public var clock: Texts?
  /// The same to be read.
  public var sentences: [Texts]

  /// Whether nothing is held, failed or doubted; tonight's night may still be due.
  public var isWell: Bool { alerts.isEmpty }

  /// What somebody has to see to; empty where all is well.
  public var alerts: [Texts] {
    var found = clock.map { [$0] } ?? []
    if isHeld, let first = missed.first { found.append(NightStatus.held(missedCount, from: first, until: next)) }
    if isBroken {
      found.append(
        Texts(
          "کار شبانهٔ \(next.textFa) ناتمام ماند؛ کارگزار هر دقیقه دوباره می‌آزماید (nightly status).",
          "The night of \(next.text) broke off; the server tries it again every minute (nightly status)."))
    }
    if failed > 0 {
      found.append(
        Texts(
          "\(PersianText.persianDigits(failed)) مورد کار شبانه بر اثر خطای سامانه کنار گذاشته شده است و شب بعد دوباره آزموده می‌شود (nightly status).",
          "\(failed) \(failed == 1 ? "row" : "rows") of the night were set aside by a fault of the program; each is tried again the next night (nightly status)."
        ))
    }
    return found
  }

  /// The same for whoever only waits for it: nothing of the machine.
  var notices: [Texts] {
    var found: [Texts] = []
    if clock != nil {
      found.append(
        Texts(
          "تا ساعت سامانه درست نشود چیزی نوشته نمی‌شود؛ بهزیستی کشور آگاه است.",
          "Nothing is written until the clock of the system is right; the national office is told."))
    }
    if isHeld, let first = missed.first {
      found.append(
        Texts(
          "کار شبانه از \(first.textFa) متوقف است؛ پایان سال‌ها و مهلت‌ها تا پاسخ بهزیستی کشور همان‌گونه می‌ماند.",
          "Nights are held since \(first.text); ends of years and time limits stay as they are until the national office answers."))
    }
    return found
  }

  private static func held(_ count: Int, from first: JalaliDay, until next: JalaliDay) -> Texts {
    Texts(
      "\(PersianText.persianDigits(count)) شب از \(first.textFa) مانده و متوقف است؛ پس از بررسی ساعت، مالک دستگاه: hamyar nightly --catch-up --reason …",
      "\(count) nights since \(first.text) are held; when the clock is right, at the machine: hamyar nightly --catch-up --reason …")
  }
}

extension NightStatus {
  private static let mostMissed = 100
  private static let mostFailures = 100

  /// - Parameter showsRows: whether the rows that were set aside are named.
  init(_ store: StoreSnapshot, _ nights: NightTexts, showsRows: Bool) throws {
    let look = store.condition.clockGuard.look()
    let today = JalaliDay.today(unixSeconds: look.now / 1_000_000)
    let calendar = NightCalendar(store.connection, nights.tasks.map(\.id), isPlayed: store.condition.environment == .training)
    let open = try calendar.openDays(upTo: today)
    let before = open.filter { $0 < today }
    var day = try calendar.newest(until: today)
    var done = try day.map { try calendar.finished(on: $0) } ?? []
    if let newest = day, done.count < nights.tasks.count {
      // Tonight is under way, or was cut short: the night before it is the last whole one.
      let earlier = try calendar.newest(until: newest.adding(days: -1))
      day = earlier
      done = try earlier.map { try calendar.finished(on: $0) } ?? []
    }
    last = done.isEmpty ? nil : day
    lastAt = done.last.flatMap { AuditShow.time($0.at) }
    missed = Array(before.prefix(NightStatus.mostMissed))
    missedCount = before.count
    isHeld = NightCalendar.isGap(open) && store.condition.environment == .production
    next = open.last ?? today.adding(days: 1)
    tasks = done.map { part in
      Task(task: part.task, name: nights.name(of: part.task), settled: part.settled, refused: part.refused, failed: part.failed)
    }
    failed = try NightFailure.count(rowsOnly: true, store.connection)
    isBroken = try NightFailure.count(rowsOnly: false, store.connection) > failed
    failures =
      showsRows
      ? try NightFailure.all(limit: NightStatus.mostFailures, store.connection).map {
        Failure(task: $0.task, row: $0.row, since: $0.first, tries: $0.tries, error: $0.error)
      } : []
    clock = look.doubt?.texts
    sentences = []
    sentences = told() + alerts
  }

  private func told() -> [Texts] {
    let settled = tasks.reduce(0) { $0 + $1.settled }
    let lastNight =
      last.map {
        Texts(
          "آخرین شب: \($0.textFa)، \(PersianText.persianDigits(settled)) ردیف.", "Last night: \($0.text), \(settled) rows settled.")
      } ?? Texts("هنوز شبی نگذشته است.", "No night has run yet.")
    let waiting =
      missed.isEmpty
      ? Texts("شبی نمانده است.", "No night was missed.")
      : Texts("\(PersianText.persianDigits(missedCount)) شب مانده است.", "\(missedCount) nights wait.")
    return [lastNight, waiting, Texts("شب بعد: \(next.textFa).", "Next: \(next.text).")]
  }
}

/// What the parts of the night are called.
struct NightTexts: Sendable {
  let tasks: [(id: String, texts: Texts)]

  func name(of task: String) -> Texts { tasks.first { $0.id == task }?.texts ?? Texts(task, task) }
}

/// How the nights stand; rows that were set aside are named to whoever looks after the whole house.
struct ShowNights: Query {
  static let spec = Spec("nightly.status", "وضعیت کار شبانه", "How the nights stand", "/nights", permission: .oneself)

  func answer(in snapshot: borrowing Snapshot) throws -> NightStatus {
    let reader = try CaseReader(snapshot)
    return try NightStatus(
      reader.store, snapshot.contract(NightTexts.self), showsRows: snapshot.contract(CaseIndex.self).isOperator(reader.principal))
  }
}

extension Runtime {
  /// How the nights stand, for whoever watches the machine.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func nightStatus(_ reader: ReadSession) throws -> NightStatus {
    try NightStatus(
      core(reader, .nightly, .nation, clock.day), registry.contracts.provider(of: NightTexts.self), showsRows: true)
  }
}

/// The words of what the engine answers about nights.
enum NightWords {
  static let words: Words = [
    "last": ("آخرین شب", "last night"), "lastAt": ("پایان آن", "ended at"), "missed": ("شب‌های مانده", "missed nights"),
    "missedCount": ("شمار شب‌های مانده", "nights missed"), "isHeld": ("متوقف تا پاسخ کسی", "held until somebody answers"),
    "isBroken": ("آخرین شب ناتمام", "last night broke off"), "next": ("شب بعد", "next night"),
    "tasks": ("کارهای آخرین شب", "tasks of the last night"), "task": ("کار", "task"),
    "name": ("نام", "name"), "fa": ("فارسی", "Persian"), "en": ("انگلیسی", "English"), "settled": ("انجام‌شده", "settled"),
    "refused": ("پذیرفته‌نشده", "refused"), "failed": ("کنار گذاشته", "set aside"), "failures": ("موردهای کنارگذاشته", "rows set aside"),
    "row": ("ردیف", "row"), "since": ("از", "since"), "tries": ("دفعات", "tries"), "error": ("خطا", "what went wrong"),
    "clock": ("تردید در ساعت", "doubt of the clock"), "sentences": ("به زبان ساده", "in words"),
  ]
}
