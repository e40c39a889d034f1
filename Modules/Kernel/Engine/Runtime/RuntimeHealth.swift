import Feature
import Glibc
import Ledger
import Store
import Synchronization
import Values

/// Whether a write goes through now, all the way to the disk.
public struct Pulse: Sendable {
  /// Whether a small row was committed and synced.
  public let isWritable: Bool
  /// Whether the ledger's last head stands in the high-water mark.
  public let isPublished: Bool

  /// What was found.
  ///
  /// - Parameters:
  ///   - isWritable: whether a small row was committed and synced.
  ///   - isPublished: whether the ledger's last head stands in the high-water mark.
  public init(isWritable: Bool, isPublished: Bool) {
    self.isWritable = isWritable
    self.isPublished = isPublished
  }
}

/// The figures by which a running store is watched; none of them says anything about a person.
public struct Gauges: Sendable {
  /// Entries in all epochs.
  public let ledgerSize: Int64
  /// The write-ahead log, in bytes of its file.
  public let walBytes: Int64
  /// Units that wait for the writer.
  public let waitingWrites: Int
  /// Microseconds since 1970, UTC; nil before the first night.
  public let lastNight: Int64?
  /// nil when no module counts them.
  public let openSessions: Int?
  /// Faults of disk and file that SQLite met since the program began.
  public let storeFaults: Int
  /// How the nights stand, and whether the clock is believed.
  public let nights: NightStatus
}

extension Runtime {
  /// Writes one small row and tells what became of it; `reply` is called on the writer's thread.
  public func pulse(reply: @escaping @Sendable (Pulse) -> Void) {
    do {
      try enqueue(PulseUnit(writerServices, reply: reply))
    } catch {
      reply(Pulse(isWritable: false, isPublished: false))
    }
  }

  /// Octets that the store's file system still has for us.
  public var freeBytes: Int64 {
    var status = statvfs()
    guard statvfs(folder.path, &status) == 0 else { return 0 }
    let (bytes, isMore) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    return isMore ? .max : Int64(clamping: bytes)
  }

  /// Whether the store was made by the steps of this program; `init` applies them, so it lacks some only after a restore
  /// under a running server.
  ///
  /// - Throws: `StoreFault` when the list of steps cannot be read.
  public func hasAllMigrations(_ reader: ReadSession) throws -> Bool {
    try registry.schema.state(of: reader.connection).isSame
  }

  /// Whether the audit key in `keys/` is the one that signs the open epoch of the ledger.
  ///
  /// - Throws: `KeyFileFault` when the key cannot be read, `StoreFault` when the store cannot be read.
  public func signsLedger(_ reader: ReadSession) throws -> Bool {
    let keys = try StoreKeys.read(folder)
    let own = NoteSigner(name: keys.name, kind: .log, signing: keys.audit)?.key.vkey
    let known = try reader.connection.privileged("SELECT vkey FROM audit_key WHERE to_size IS NULL AND revoked_at IS NULL").all()
    return known.isEmpty || known.contains { $0.first?.string == own }
  }

  /// The figures of now.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func gauges(_ reader: ReadSession) throws -> Gauges {
    var wal = stat()
    let hasWAL = stat(folder.database + "-wal", &wal) == 0
    let size = try reader.connection.privileged("SELECT coalesce(sum(size),0) FROM audit_head").first()?.integer
    let authenticator = try? registry.contracts.provider(of: (any Authenticator).self)
    let now = clock.now()
    return Gauges(
      ledgerSize: size ?? 0, walBytes: hasWAL ? Int64(wal.st_size) : 0, waitingWrites: waitingWrites,
      lastNight: try Moment.read("night", reader),
      openSessions: try snapshot(reader) { snapshot in try authenticator?.openSessions(at: now, in: snapshot) },
      storeFaults: StoreLog.faults, nights: try nightStatus(reader))
  }
}

private final class PulseUnit: WriteUnit {
  private let services: WriterServicesBox
  private let reply: @Sendable (Pulse) -> Void
  private let isPublished = Mutex(false)

  init(_ services: WriterServicesBox, reply: @escaping @Sendable (Pulse) -> Void) {
    self.services = services
    self.reply = reply
  }

  var isRepeatable: Bool { true }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    let services = try services.open()
    let isGood = services.ledger.publicationFault == nil
    isPublished.withLock { $0 = isGood }
    try Moment.note("pulse", services.clock.now(), on: connection)
  }

  func finished(_ outcome: CommitResult) {
    guard case .committed = outcome else { return reply(Pulse(isWritable: false, isPublished: false)) }
    reply(Pulse(isWritable: true, isPublished: isPublished.withLock { $0 }))
  }
}

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
