import Feature
import Glibc
import Jalali
import Store
import Synchronization
import Values

/// How far one task came on one day; a run that was killed goes on behind it.
struct NightState: Sendable {
  var last: Int64 = 0
  var settled = 0
  var refused = 0
  var isFinished = false

  static func read(_ day: JalaliDay, _ task: String, _ reader: ReadSession) throws -> NightState {
    let row = try reader.connection.privileged("SELECT last, settled, refused, finished FROM nightly_run WHERE day=? AND task=?")
      .bind([.day(day), .text(task)]).all().first
    guard let row else { return NightState() }
    return NightState(
      last: row[0].integer ?? 0, settled: Int(row[1].integer ?? 0), refused: Int(row[2].integer ?? 0),
      isFinished: row[3].integer == 1)
  }

  fileprivate func values(_ day: JalaliDay, _ task: String) -> [Value] {
    [.day(day), .text(task), .int(last), .int(Int64(settled)), .int(Int64(refused)), .bool(isFinished)]
  }
}

/// Writes how far the night came, and with every write prolongs the lease that keeps a second process away.
final class NightlyLease {
  private static let lease: Int64 = 60_000_000
  /// Nights of this process that are under way, by their number.
  private static let underWay = Mutex<(last: Int, numbers: Set<Int>)>((0, []))

  private let runtime: Runtime
  private let number: Int
  private let holder: String
  private var waiting: [[Value]] = []

  init(_ runtime: Runtime) {
    self.runtime = runtime
    number = NightlyLease.underWay.withLock { known in
      known.last += 1
      known.numbers.insert(known.last)
      return known.last
    }
    holder = "pid \(getpid()) \(number)"
  }

  deinit { NightlyLease.underWay.withLock { _ = $0.numbers.remove(number) } }

  func note(_ day: JalaliDay, _ task: String, _ state: NightState) { waiting.append(state.values(day, task)) }

  /// Takes the lease; one of a process that was killed in the middle of a night is no obstacle.
  func takeLease() throws {
    try KernelWrite.wait(runtime) { connection in
      guard let holder = try connection.privileged("SELECT holder FROM nightly_lease").first()?.string,
        NightlyLease.isGone(holder)
      else { return }
      try connection.privileged("DELETE FROM nightly_lease WHERE holder=?").bind([.text(holder)]).run()
    }
    try write()
  }

  private static func isGone(_ holder: String) -> Bool {
    let words = holder.split(separator: " ")
    guard words.count > 1, words[0] == "pid", let process = pid_t(words[1]), process > 0 else { return false }
    guard process == getpid() else { return kill(process, 0) != 0 && errno == ESRCH }
    // A process of the same number may have held it before a restart.
    let number = words.count > 2 ? Int(words[2]) : nil
    return !underWay.withLock { known in number.map { known.numbers.contains($0) } ?? false }
  }

  /// - Throws: `Refusal.conflict` when another process holds the lease.
  func write() throws {
    let states = waiting
    let lease = lease()
    try KernelWrite.wait(runtime) { connection in
      try lease(connection)
      for values in states {
        try connection.privileged(
          """
          INSERT INTO nightly_run(day,task,last,settled,refused,finished) VALUES(?,?,?,?,?,?)
          ON CONFLICT(day,task) DO UPDATE SET last=excluded.last, settled=excluded.settled,
            refused=excluded.refused, finished=excluded.finished
          """
        ).bind(values).run()
      }
    }
    waiting.removeAll()
  }

  func letGo() throws {
    let holder = holder
    try KernelWrite.wait(runtime) { connection in
      try connection.privileged("DELETE FROM nightly_lease WHERE holder=?").bind([.text(holder)]).run()
    }
  }

  private func lease() -> @Sendable (Connection) throws -> Void {
    let now = runtime.clock.now()
    let values: [Value] = [.text(holder), .int(now + NightlyLease.lease), .int(now)]
    return { connection in
      try connection.privileged(
        """
        INSERT INTO nightly_lease(id,holder,until) VALUES(1,?,?)
        ON CONFLICT(id) DO UPDATE SET holder=excluded.holder, until=excluded.until
        WHERE nightly_lease.holder = excluded.holder OR nightly_lease.until < ?
        """
      ).bind(values).run()
      guard connection.changes == 1 else {
        throw Refusal.conflict(
          "nightly.running", Texts("کار شبانه در پردازش دیگری در جریان است.", "Another process is running the night."))
      }
    }
  }
}
