import Values

/// The writer's connection with its observer. A group that failed leaves both in doubt: what they hold in memory may differ
/// from the file, above all after a COMMIT that failed. They are then given up, and the next group begins with fresh ones
/// that read everything from the file again.
final class WriterConnection {
  typealias Open = @Sendable () throws -> (Connection, any TransactionObserver)

  private let open: Open
  private var present: (connection: Connection, observer: any TransactionObserver)?
  private let files: OpenFiles
  private let checkpointer: Checkpointer
  /// Whether the disk was full when the last group failed.
  private var isShortOfRoom = false
  /// Pages at which the log is copied next, and at which it must begin anew.
  private var pages: Int32 = 0
  private var nextCopy = Checkpointer.portion
  private var nextRestart = Checkpointer.mostPages
  /// Groups still to come whose units have savepoints, after one that had to begin again: whoever is refused again
  /// and again must not make everybody's work double.
  private var groupsUntilRetry = 0

  init(file: String, open: @escaping Open) throws {
    self.open = open
    let present = try open()
    self.present = present
    checkpointer = try Checkpointer(file: file)
    files = OpenFiles(file)
  }

  static func fault(_ error: any Error) -> StoreFault {
    error as? StoreFault ?? StoreFault(.sql, Texts("نوشتن نشد: \(error)", "The write failed: \(error)"))
  }

  /// - Throws: `StoreFault.replaced` when database or log are not the files that were opened; whatever opening throws.
  func take() throws -> (connection: Connection, observer: any TransactionObserver) {
    do {
      try files.check()
    } catch {
      // The log is gone by its name only: what it holds is still brought home.
      if files.isDatabaseThere { present?.connection.checkpoint(.passive) }
      throw error
    }
    if let present { return present }
    let fresh = try open()
    present = fresh
    StoreLog.note("the writer opened the store again")
    if isShortOfRoom { fresh.0.checkpoint(.truncate) }
    isShortOfRoom = false
    return fresh
  }

  /// Whether a group may be tried without savepoints.
  func canSkipSavepoints(_ units: [any WriteUnit]) -> Bool {
    groupsUntilRetry = max(0, groupsUntilRetry - 1)
    return groupsUntilRetry == 0 && units.allSatisfy(\.isRepeatable)
  }

  /// A group had to begin again.
  func didRestart() { groupsUntilRetry = 16 }

  /// After a group that failed.
  func leave(after fault: StoreFault) {
    guard fault.kind != .replaced, let (connection, observer) = present else { return }
    isShortOfRoom = fault.kind == .full
    if isShortOfRoom { StoreLog.take(fault.code, "there was no room for a group of changes") }  // SQLite says nothing of it.
    try? connection.execute("ROLLBACK")
    observer.didRollBack()
    observer.closing()
    present = nil
  }

  /// After a group that was committed: sees that the log is copied, and that it ends somewhere.
  func keepLogShort() {
    guard let connection = present?.connection else { return }
    defer { pages = connection.walPages }
    if connection.walPages < pages { (nextCopy, nextRestart) = (Checkpointer.portion, Checkpointer.mostPages) }
    checkpointer.rest { connection.checkpoint(.passive) }
    if connection.walPages >= nextRestart {
      restart(connection)
      nextRestart = connection.walPages + Checkpointer.portion
    } else if connection.walPages >= nextCopy {
      checkpointer.copy()
      nextCopy = connection.walPages + Checkpointer.portion
    }
  }

  private func restart(_ connection: Connection) {
    connection.waitsForOthers(milliseconds: 250)
    if !checkpointer.exclusively({ connection.checkpoint(.restart) }) {
      StoreLog.note("the write-ahead log has \(connection.walPages) pages and cannot begin anew: somebody reads for a long time")
    }
    connection.waitsForOthers(milliseconds: 5_000)
  }

  func tidy() { checkpointer.tidy() }

  /// Everything is in the database file when it returns, and the log is gone if nobody else has the store open.
  func close() {
    checkpointer.close()
    present?.connection.checkpoint(.truncate)
    present?.observer.closing()
    present = nil
  }
}
