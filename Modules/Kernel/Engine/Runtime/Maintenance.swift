import Feature
import Store
import Values

/// What the kernel itself puts in order after a night.
enum Maintenance {
  /// How long the answer to an Idempotency-Key is kept, in microseconds.
  static let answersLive: Int64 = 48 * 3_600_000_000

  /// How long it is remembered that a job was.
  static let jobsLive: Int64 = 90 * 24 * 3_600_000_000

  /// Removes answers and results that nobody will ask for again and notes that the night ran through; shortens the log.
  static func afterNight(_ runtime: Runtime) throws {
    let now = runtime.clock.now()
    try KernelWrite.wait(runtime) { connection in
      try connection.privileged("DELETE FROM registry_answer WHERE at < ?").bind([.int(now - answersLive)]).run()
      try connection.privileged("UPDATE registry_job SET result=NULL, result_type=NULL WHERE ended_at < ? AND result IS NOT NULL")
        .bind([.int(now - answersLive)]).run()
      try connection.privileged("DELETE FROM registry_job WHERE ended_at < ?").bind([.int(now - jobsLive)]).run()
      try Moment.note("night", now, on: connection)
    }
    runtime.tidy()
  }
}

/// When something of the kernel last happened.
enum Moment {
  static func note(_ name: String, _ micros: Int64, on connection: Connection) throws {
    try connection.privileged(
      "INSERT INTO registry_moment(name,at) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET at=excluded.at"
    ).bind([.text(name), .int(micros)]).run()
  }

  static func read(_ name: String, _ reader: ReadSession) throws -> Int64? {
    try reader.connection.privileged("SELECT at FROM registry_moment WHERE name=?").bind([.text(name)]).first()?.integer
  }
}
