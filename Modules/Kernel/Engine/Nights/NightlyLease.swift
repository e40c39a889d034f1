import Feature
import Glibc
import Jalali
import Ledger
import Store
import Synchronization
import Values

/// Writes what the night came to, and with every write prolongs the lease that keeps a second process away.
final class NightlyLease {
  private static let lease: Int64 = 60_000_000
  /// Nights of this process that are under way, by their number.
  private static let underWay = Mutex<(last: Int, numbers: Set<Int>)>((0, []))

  private let runtime: Runtime
  private let number: Int
  private let holder: String
  private let host: String
  private var finished: [NightLog.Done] = []
  private var failures: [(day: JalaliDay, failure: NightFailure)] = []

  /// - Parameter host: the machine, as the ledger names it.
  init(_ runtime: Runtime, host: String) {
    self.runtime = runtime
    self.host = host
    number = NightlyLease.underWay.withLock { known in
      known.last += 1
      known.numbers.insert(known.last)
      return known.last
    }
    holder = "pid \(getpid()) \(number)"
  }

  deinit { NightlyLease.underWay.withLock { _ = $0.numbers.remove(number) } }

  /// A task is over for its day; kept with the next write.
  func note(_ done: NightLog.Done) { finished.append(done) }

  /// A row was set aside; kept with the next write.
  func note(_ failure: NightFailure, on day: JalaliDay) { failures.append((day, failure)) }

  /// A whole task failed: nothing that waits is kept but this.
  func noteFault(_ day: JalaliDay, _ task: String, _ words: String) throws {
    finished.removeAll()
    note(NightFailure(task: task, row: 0, error: words), on: day)
    try write()
  }

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
    let (finished, failures, host) = (finished, failures, host)
    let lease = lease()
    let services = runtime.writerServices
    try KernelWrite.wait(runtime) { connection in
      try lease(connection)
      for (day, failure) in failures { try failure.write(on: day, connection) }
      let services = try services.open()
      if !finished.isEmpty { try services.condition.clockGuard.requireTrust() }
      for done in finished {
        try NightlyLease.finish(done, connection)
        let now = services.stamp
        _ = try services.ledger.append(done.draft(at: now, host: host), on: connection)
        services.condition.clockGuard.note(entry: now)
      }
      if !finished.isEmpty {
        let now = services.stamp
        try DenialLog.close(before: now - DenialLog.window, atMost: .max, now, services, connection)
      }
    }
    self.finished.removeAll()
    self.failures.removeAll()
  }

  private static func finish(_ done: NightLog.Done, _ connection: Connection) throws {
    try connection.privileged(
      """
      INSERT INTO nightly_run(day,task,last,settled,refused,finished) VALUES(?,?,0,?,?,1)
      ON CONFLICT(day,task) DO UPDATE SET settled=excluded.settled, refused=excluded.refused, finished=1
      """
    ).bind([.day(done.day), .text(done.task), .int(Int64(done.settled)), .int(Int64(done.refused))]).run()
    try NightFailure.forget(done.task, before: done.day, connection)
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
