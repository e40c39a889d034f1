import CSQLite
import Synchronization

/// What SQLite says about faults beneath it. For some it is the only sign: a failing checkpoint fails no statement.
public enum StoreLog {
  /// Takes one line without its end, with neither SQL nor anybody's data in it.
  public typealias Listener = @Sendable (String) -> Void

  private static let listener = Mutex<Listener?>(nil)
  private static let count = Atomic<Int>(0)

  /// Faults of disk and file since the program began; a recovered log and the like are told but not counted.
  public static var faults: Int { count.load(ordering: .relaxed) }

  /// Who takes the lines from now on, on whatever thread the fault happens.
  public static func listen(_ take: @escaping Listener) { listener.withLock { $0 = take } }

  /// SQLITE_NOTICE_RECOVER_WAL: what a crash left in the log was taken over.
  private static let recoveredLog: Int32 = 283

  /// Done once, before the first connection is opened.
  static let isHeard: Bool =
    hamyar_sqlite_config { _, code, text in StoreLog.take(code, text.map { String(cString: $0) } ?? "") } == SQLITE_OK

  /// Something the store itself has to say.
  static func note(_ line: String) { listener.withLock { $0 }?("store: \(line)") }

  /// The text of a statement stands in brackets. It is left out, so that the line stays short and holds nobody's data.
  static func take(_ code: Int32, _ text: String) {
    guard isFault(code) || code == recoveredLog else { return }
    if isFault(code) { count.add(1, ordering: .relaxed) }
    var line = text
    if let start = line.firstIndex(of: "["), let end = line.lastIndex(of: "]"), start < end { line.removeSubrange(start...end) }
    note("SQLite (\(code)) \(line.prefix(200))")
  }

  /// Wrong SQL, violated constraints and a busy file are answered where they happen.
  private static func isFault(_ code: Int32) -> Bool {
    [
      SQLITE_IOERR, SQLITE_FULL, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_NOMEM,
      SQLITE_PROTOCOL,
    ]
    .contains(code & 0xFF)
  }
}
