import Glibc
import Jalali
import Store
import Values

/// How far one task came on one day; a run that was killed goes on behind it.
struct NightState {
  var last: Int64 = 0
  var settled = 0
  var refused = 0
  var isFinished = false

  static func read(_ day: JalaliDay, _ task: String, _ reader: ReadSession) throws -> NightState {
    let row = try reader.connection.kernel("SELECT last, settled, refused, finished FROM nightly_run WHERE day=? AND task=?")
      .bind([.day(day), .text(task)]).all().first
    guard let row else { return NightState() }
    return NightState(
      last: row[0].integer ?? 0, settled: Int(row[1].integer ?? 0), refused: Int(row[2].integer ?? 0),
      isFinished: row[3].integer == 1)
  }

  func write(_ day: JalaliDay, _ task: String, _ runtime: Runtime) throws {
    let values: [Value] = [
      .day(day), .text(task), .int(last), .int(Int64(settled)), .int(Int64(refused)), .bool(isFinished),
    ]
    try KernelWrite.wait(runtime) { connection in
      try connection.kernel(
        """
        INSERT INTO nightly_run(day,task,last,settled,refused,finished) VALUES(?,?,?,?,?,?)
        ON CONFLICT(day,task) DO UPDATE SET last=excluded.last, settled=excluded.settled,
          refused=excluded.refused, finished=excluded.finished
        """
      ).bind(values).run()
    }
  }
}

/// Keeps two processes from running the night together.
struct NightLease {
  private static let duration: Int64 = 60_000_000
  private let runtime: Runtime
  private let holder = "pid \(getpid())"

  init(_ runtime: Runtime) { self.runtime = runtime }

  /// Takes or prolongs the lease.
  func take() throws {
    let now = runtime.clock.now()
    let holder = holder
    try KernelWrite.wait(runtime) { connection in
      try connection.kernel(
        """
        INSERT INTO nightly_lease(id,holder,until) VALUES(1,?,?)
        ON CONFLICT(id) DO UPDATE SET holder=excluded.holder, until=excluded.until
        WHERE nightly_lease.holder = excluded.holder OR nightly_lease.until < ?
        """
      ).bind([.text(holder), .int(now + NightLease.duration), .int(now)]).run()
      guard connection.changes == 1 else {
        throw Refusal.conflict(
          "nightly.running", Texts("کار شبانه در پردازش دیگری در جریان است.", "Another process is running the night."))
      }
    }
  }

  func letGo() throws {
    let holder = holder
    try KernelWrite.wait(runtime) { connection in
      try connection.kernel("DELETE FROM nightly_lease WHERE holder=?").bind([.text(holder)]).run()
    }
  }
}
