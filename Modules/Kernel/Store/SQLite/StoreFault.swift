import CSQLite
import Synchronization
public import Values

/// Something the store cannot do. Not a refusal: it is answered as our fault, or stops the program at start.
public struct StoreFault: Error, Sendable, CustomStringConvertible {
  /// What it is about; commands turn it into their exit code.
  public enum Kind: String, Sendable {
    /// Wrong use of SQLite; a disk that fails, is full or may not be written; somebody holds the file; the database is
    /// damaged or none of ours; another process has the store; a file was put in its place; a newer version made it; there
    /// is no store; a constraint is violated; the authorizer said no; the ledger's high-water mark is missing; the key is
    /// another's.
    case sql, io, full, readOnly, busy, corrupt, locked, replaced, newerSchema, missing, constraint, notAllowed, unmarked, wrongKey
  }

  /// What it is about.
  public let kind: Kind
  /// SQLite's extended result code; 0 where SQLite was not asked.
  public let code: Int32
  /// What happened and, where somebody can do something, what.
  public let texts: Texts
  public var description: String { "\(kind.rawValue) (\(code)): \(texts.en)" }

  /// A fault that SQLite itself did not raise, unless its code is given.
  ///
  /// - Parameters:
  ///   - kind: what it is about.
  ///   - texts: what happened.
  ///   - code: SQLite's extended result code; 0 where SQLite was not asked.
  public init(_ kind: Kind, _ texts: Texts, code: Int32 = 0) {
    self.kind = kind
    self.code = code
    self.texts = texts
  }

  init(database: OpaquePointer?, code: Int32) {
    let message = database.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(code))
    let kind: Kind =
      switch code & 0xFF {
      case SQLITE_FULL: .full
      case SQLITE_IOERR: .io
      case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: .readOnly
      case SQLITE_BUSY, SQLITE_LOCKED: .busy
      case SQLITE_CORRUPT, SQLITE_NOTADB: .corrupt
      case SQLITE_CONSTRAINT: .constraint
      case SQLITE_AUTH: .notAllowed
      default: .sql
      }
    let extended = database.map { sqlite3_extended_errcode($0) } ?? code
    self.init(kind, Texts("خطای پایگاه داده: \(message)", "Database error: \(message)"), code: extended)
  }
}

extension StoreFault {
  /// The same with the file that it is about.
  func about(_ path: String) -> StoreFault {
    StoreFault(kind, Texts("\(path): \(texts.fa)", "\(path): \(texts.en)"), code: code)
  }

  /// Whether only this statement failed (wrong SQL, a constraint, the authorizer) and the transaction around it is sound. A full
  /// or broken disk is another matter: it concerns everybody who writes.
  public var concernsStatementOnly: Bool {
    switch kind {
    case .constraint, .notAllowed: true
    case .sql: [0, SQLITE_ERROR, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE].contains(code & 0xFF)
    default: false
    }
  }

  /// Whether a COMMIT that failed so may have taken effect all the same. A constraint or another writer were met before;
  /// without room the last frame of the log, which makes the group count, was not written whole.
  var leavesCommitUnknown: Bool { kind != .constraint && kind != .busy && kind != .full }

  /// Extended codes of a violated UNIQUE or PRIMARY KEY.
  public static var uniqueViolation: Int32 { 2067 }
  /// The same of a PRIMARY KEY: SQLITE_CONSTRAINT_PRIMARYKEY.
  public static var primaryKeyViolation: Int32 { 1555 }
}

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
