import CSQLite
import Values

/// One SQLite connection with its cached statements; belongs to one thread at a time.
public final class Connection {
  /// What a connection is opened for.
  public enum Mode: Sendable {
    /// Creates the file when it is missing; WAL, `synchronous=FULL`, foreign keys.
    case writer
    /// Reads beside the writer.
    case reader
    /// Reads a copy that nobody writes; works on read-only media and without the `-wal` file.
    case copy
  }

  /// The file, as it was given.
  public let path: String
  let mode: Mode
  let handle: OpaquePointer
  let authorizer = Authorizer()
  private var statements = StatementCache()
  private var privilegedStatements = StatementCache()
  /// Pages in the write-ahead log after the writer's last commit.
  private(set) var walPages: Int32 = 0
  private var literals: [Literal: Statement] = [:]

  /// A literal of the program stands for its SQL by its address: finding its statement reads no text.
  private struct Literal: Hashable {
    let table: UnsafePointer<UInt8>?
    let text: UnsafePointer<UInt8>
    let isPrivileged: Bool
  }

  /// - Throws: `StoreFault` when the file cannot be opened or is no database.
  public init(path: String, mode: Mode) throws {
    self.path = path
    self.mode = mode
    guard StoreLog.isHeard else { throw StoreFault(.sql, Texts("گزارش خطاهای SQLite برقرار نشد.", "SQLite's log cannot be heard.")) }
    var opened: OpaquePointer?
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    flags |= mode == .writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE
    if mode == .copy { flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE }
    let code = sqlite3_open_v2(path, &opened, flags, nil)
    guard code == SQLITE_OK, let opened else {
      let fault = StoreFault(database: opened, code: code)
      sqlite3_close_v2(opened)
      throw fault.about(path)
    }
    handle = opened
    sqlite3_busy_timeout(handle, 5_000)
    do {
      try prepare()
    } catch let fault as StoreFault {
      throw fault.about(path)
    }
  }

  private func prepare() throws {
    if mode == .writer {
      try execute("PRAGMA journal_mode=WAL")
      try execute("PRAGMA synchronous=FULL")
      try execute("PRAGMA foreign_keys=ON")
      try execute("PRAGMA secure_delete=ON")
      try execute("PRAGMA journal_size_limit=\(Int(Checkpointer.mostPages) * 4_096)")
      countPages()
    }
    try execute("PRAGMA temp_store=MEMORY")
    try execute("PRAGMA cache_size=-16000")
  }

  deinit {
    statements.removeAll()
    privilegedStatements.removeAll()
    literals.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Runs SQL of the kernel's own that answers nothing; several statements may stand in it.
  ///
  /// - Throws: `StoreFault` with SQLite's extended result code; statements before the failing one have run.
  public func execute(_ sql: String) throws {
    let code = authorizer.asPrivileged { sqlite3_exec(handle, sql, nil, nil, nil) }
    guard code == SQLITE_OK else { throw StoreFault(database: handle, code: code) }
  }

  /// A cached statement of the kernel's own: the authorizer lets it read and write everything.
  ///
  /// - Throws: `StoreFault.sql` for SQL that cannot be prepared.
  public func privileged(_ sql: StaticString) throws -> Statement {
    let key = Literal(table: nil, text: sql.utf8Start, isPrivileged: true)
    if let ready = literals[key] { return ready.fresh() }
    let statement = try authorizer.asPrivileged { try Statement("\(sql)", on: handle, privilegedAuthorizer: authorizer) }
    literals[key] = statement
    return statement
  }

  /// The same for SQL that is put together, such as that of a table's sheet.
  ///
  /// - Throws: `StoreFault.sql` for SQL that cannot be prepared.
  public func privileged(text sql: String) throws -> Statement {
    if let ready = privilegedStatements.find(sql) { return ready.fresh() }
    let statement = try authorizer.asPrivileged { try Statement(sql, on: handle, privilegedAuthorizer: authorizer) }
    privilegedStatements.keep(statement, sql)
    return statement
  }

  /// A cached statement of a feature: reads only, and only what the scope shows.
  ///
  /// - Parameters:
  ///   - selecting: a table's name and its `SELECT … FROM …`, to which `sql` is the condition; nil when `sql` is whole.
  /// - Throws: `StoreFault.notAllowed` for writing or reaching around a view, `StoreFault.sql` for SQL that cannot be
  ///   prepared.
  public func scoped(_ sql: StaticString, selecting: (table: StaticString, start: String)? = nil) throws -> Statement {
    let key = Literal(table: selecting?.table.utf8Start, text: sql.utf8Start, isPrivileged: false)
    if let ready = literals[key] { return ready.fresh() }
    let statement = try Statement(selecting.map { "\($0.start) WHERE \(sql)" } ?? "\(sql)", on: handle)
    literals[key] = statement
    return statement
  }

  /// The same for SQL that is put together, such as a list's.
  ///
  /// - Throws: `StoreFault.notAllowed` for writing or reaching around a view, `StoreFault.sql` for SQL that cannot be
  ///   prepared.
  public func scoped(text sql: String) throws -> Statement {
    if let ready = statements.find(sql) { return ready.fresh() }
    let statement = try Statement(sql, on: handle)
    statements.keep(statement, sql)
    return statement
  }

  /// Opens, keeps or undoes a named part of the transaction; the statements are cached, they run for every unit.
  ///
  /// - Throws: `StoreFault` when SQLite refuses.
  public func savepoint(_ name: StaticString) throws { try privileged(text: "SAVEPOINT \(name)").run() }
  /// Keeps what was written since the savepoint of that name, as part of the transaction.
  ///
  /// - Throws: `StoreFault` when there is no savepoint of that name.
  public func release(_ name: StaticString) throws { try privileged(text: "RELEASE \(name)").run() }
  /// Undoes what was written since the savepoint of that name, which stays open.
  ///
  /// - Throws: `StoreFault` when there is no savepoint of that name.
  public func rollBack(to name: StaticString) throws { try privileged(text: "ROLLBACK TO \(name)").run() }

  /// Rows changed since it was opened.
  public var changesSoFar: Int64 { sqlite3_total_changes64(handle) }

  /// Rows changed by the last write.
  public var changes: Int { Int(sqlite3_changes(handle)) }

  /// Ends reads that were left before their last row (an error came between): they would hold the write-ahead log.
  public func endReads() {
    guard sqlite3_get_autocommit(handle) != 0, sqlite3_txn_state(handle, "main") != SQLITE_TXN_NONE else { return }
    var statement = sqlite3_next_stmt(handle, nil)
    while let found = statement {
      if sqlite3_stmt_busy(found) != 0 { sqlite3_reset(found) }
      statement = sqlite3_next_stmt(handle, found)
    }
  }

  /// How far copying the write-ahead log into the database goes.
  public enum CheckpointMode: Sendable {
    /// What no reader holds; waits for nobody.
    case passive
    /// Everything, so that the log begins anew; waits for readers as long as the connection waits.
    case restart
    /// The same, and gives the log's room on the disk back.
    case truncate

    var mode: Int32 {
      switch self {
      case .passive: SQLITE_CHECKPOINT_PASSIVE
      case .restart: SQLITE_CHECKPOINT_RESTART
      case .truncate: SQLITE_CHECKPOINT_TRUNCATE
      }
    }
  }

  /// Copies committed pages from the write-ahead log into the database file.
  ///
  /// - Returns: whether it went as far as asked; a fault is in `StoreLog`.
  @discardableResult public func checkpoint(_ kind: CheckpointMode) -> Bool {
    sqlite3_wal_checkpoint_v2(handle, nil, kind.mode, nil, nil) == SQLITE_OK
  }

  /// How long others that hold the file are waited for; 5 s unless told.
  func waitsForOthers(milliseconds: Int32) { sqlite3_busy_timeout(handle, milliseconds) }

  /// Counts the log's pages at each commit; this takes the place of SQLite's own checkpoints within COMMIT.
  private func countPages() {
    sqlite3_wal_hook(
      handle,
      { context, _, _, pages in
        if let context { Unmanaged<Connection>.fromOpaque(context).takeUnretainedValue().walPages = pages }
        return SQLITE_OK
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Lets another thread stop a statement that runs too long.
  public func interrupt() { sqlite3_interrupt(handle) }
}
