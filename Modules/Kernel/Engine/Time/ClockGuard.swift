import Feature
import Jalali
import Ledger
import Store
import Synchronization
public import Values

/// Why the machine's clock is not believed.
public enum ClockDoubt: Sendable, Equatable {
  /// It shows less than the newest entry of the ledger.
  case behind(newest: Int64, clock: Int64)
  /// It moved by more than a week while the machine itself counted less, forwards or back.
  case jumped(expected: Int64, clock: Int64)

  /// What is wrong with it, and what a person does about it.
  public var texts: Texts {
    let away = Texts(
      " تا کسی ساعت را درست نکند یا با hamyar clock accept --reason … نپذیرد چیزی نوشته نمی‌شود.",
      " Nothing is written until somebody puts the clock right or accepts it: hamyar clock accept --reason …")
    switch self {
    case .behind(let newest, let clock):
      return Texts(
        "ساعت دستگاه \(ClockDoubt.fa(clock)) را نشان می‌دهد، ولی آخرین ثبت دفتر در \(ClockDoubt.fa(newest)) نوشته شده است." + away.fa,
        "The machine's clock shows \(ClockDoubt.en(clock)), but the newest entry of the ledger was written at \(ClockDoubt.en(newest))."
          + away.en)
    case .jumped(let expected, let clock):
      return Texts(
        "ساعت دستگاه به \(ClockDoubt.fa(clock)) پریده است؛ باید \(ClockDoubt.fa(expected)) باشد." + away.fa,
        "The machine's clock jumped to \(ClockDoubt.en(clock)); it should be \(ClockDoubt.en(expected))." + away.en)
    }
  }

  /// What it is instead of an answer.
  public var refusal: Refusal {
    var refusal = Refusal(.unavailable, "clock.doubtful", texts)
    refusal.next = [
      NextStep(
        Texts(
          "از کسی که کنار دستگاه است بخواهید ساعت را درست کند یا بپذیرد.",
          "Ask whoever looks after the machine to put its clock right, or to accept it."))
    ]
    return refusal
  }

  /// Tehran's time.
  private static func en(_ micros: Int64) -> String { AuditShow.time(Clock.rfc3339(micros)) ?? Clock.rfc3339(micros) }
  private static func fa(_ micros: Int64) -> String { PersianText.persianDigits(en(micros)) }
}

/// Decides whether the machine's clock may become the time of entries.
///
/// An entry is never older than the one before it: while a clock is less than a day behind, entries bear the time of the
/// newest. One that is further behind, or jumped by more than a week in all since it was first believed, is doubted, and nothing is written while it is;
/// the jump is measured against the time that the machine has run, never against what a request says. A clock that comes
/// back is believed again. Meanwhile readers get the time that should be.
final class ClockGuard: Sendable {
  /// So far behind the newest entry a clock may be.
  static let tolerance: Int64 = 24 * 3_600_000_000
  /// So far it may move at once.
  static let longestJump: Int64 = 7 * tolerance

  private struct State {
    /// The newest entry, microseconds since 1970.
    var newest = Int64.min
    /// When the clock was first believed, or accepted; never moved on, so that many small steps are no way around the guard.
    var origin: (clock: Int64, uptime: Int64)?
    /// When it was last believed: what it should show now is counted from here.
    var anchor: (clock: Int64, uptime: Int64)?
  }

  private let source: Clock
  private let state = Mutex(State())

  init(_ source: Clock) { self.source = source }

  /// The machine's clock as far as it is believed, else what it should show.
  var clock: Clock { Clock(now: { [self] in look().now }) }

  /// The time that an entry bears, were it written now.
  var stamp: Int64 {
    let now = look().now
    return state.withLock { max($0.newest, now) }
  }

  var doubt: ClockDoubt? { look().doubt }

  /// - Throws: `Refusal` of kind `unavailable` while the clock is doubted.
  func requireTrust() throws {
    if let doubt { throw doubt.refusal }
  }

  func look() -> (now: Int64, doubt: ClockDoubt?) {
    let clock = source.now()
    let uptime = source.uptime?()
    return state.withLock { state in
      let expected = state.anchor.flatMap { anchor in uptime.map { anchor.clock + ($0 - anchor.uptime) } }
      let unstepped = state.origin.flatMap { origin in uptime.map { origin.clock + ($0 - origin.uptime) } }
      if let expected, let unstepped, max(abs(clock - expected), abs(clock - unstepped)) > ClockGuard.longestJump {
        return (expected, .jumped(expected: expected, clock: clock))
      }
      // Compared as a sum, for the newest entry of an empty ledger is the least number there is.
      if clock + ClockGuard.tolerance < state.newest {
        return (expected ?? clock, .behind(newest: state.newest, clock: clock))
      }
      state.anchor = uptime.map { (clock, $0) }
      state.origin = state.origin ?? state.anchor
      return (clock, nil)
    }
  }

  /// An entry was written, or found when the store was opened.
  func note(entry at: Int64) { state.withLock { $0.newest = max($0.newest, at) } }

  /// A person says that the clock is right: entries begin from it, though the newest may be later.
  ///
  /// - Returns: what the clock shows, and the newest entry before it.
  func accept() -> (clock: Int64, newest: Int64) {
    let clock = source.now()
    let uptime = source.uptime?()
    return state.withLock { state in
      let before = state.newest
      state.newest = clock
      state.anchor = uptime.map { (clock, $0) }
      state.origin = state.anchor
      return (clock, before)
    }
  }
}

extension ClockGuard {
  /// Takes note of the newest entry that a store holds.
  ///
  /// - Throws: `StoreFault` when it cannot be read.
  func follow(_ connection: Connection) throws {
    guard case .bytes(let leaf)? = try connection.privileged("SELECT leaf FROM main.audit_entry ORDER BY id DESC LIMIT 1").first(),
      let text = try? JSONReader.read(leaf)["at"]?.string, let at = Clock.micros(rfc3339: text)
    else { return }
    note(entry: at)
  }
}
