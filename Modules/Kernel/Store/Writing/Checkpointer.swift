import Synchronization

/// Copies the write-ahead log into the database on a thread of its own, so that no group waits for it.
///
/// Under load some pages are always written meanwhile. So when it is done the writer copies these few itself, and with
/// nothing left to copy the next group begins the log anew, unless somebody still reads from it.
final class Checkpointer: Sendable {
  /// Pages of the log after which they are copied: 16 MiB.
  static let portion: Int32 = 4_000
  /// Pages of the log at which the writer waits for readers, so that it can begin anew: 48 MiB.
  static let mostPages: Int32 = 12_288

  private struct State {
    var isWanted = false
    var isTidying = false
    var isClosed = false
  }

  private let state = Mutex(State())
  /// Held while somebody copies: SQLite refuses the second at once, without waiting.
  private let turn = Mutex(())
  private let isDone = Atomic<Bool>(false)
  private let wake = Semaphore()
  private let done = Semaphore()

  /// Opens its connection, which stays open: as long as it is, nobody's closing removes the log.
  ///
  /// - Throws: `StoreFault`.
  init(file: String) throws {
    let started = Promise<(any Error)?>()
    Thread { [self] in
      do {
        let connection = try Connection(path: file, mode: .reader)
        connection.waitsForOthers(milliseconds: 200)
        _ = try connection.privileged("SELECT count(*) FROM sqlite_master").first()  // Takes hold of the log.
        started.fulfill(nil)
        work(connection)
      } catch {
        started.fulfill(error)
      }
      done.signal()
    }.start()
    if let fault = started.wait() { throw fault }
  }

  /// Copies what is in the log now.
  func copy() {
    state.withLock { $0.isWanted = true }
    wake.signal()
  }

  /// Copies it and gives the log's room on the disk back, for which it waits a moment for readers and the writer.
  func tidy() {
    state.withLock { $0.isTidying = true }
    wake.signal()
  }

  /// Lets the writer copy the rest, if it was not asked before since the last copying and nobody copies now.
  func rest(_ body: () -> Void) {
    guard isDone.exchange(false, ordering: .relaxed) else { return }
    turn.withLockIfAvailable { _ in body() }
  }

  /// Runs the writer's own copying after what this one is about to finish.
  func exclusively(_ body: () -> Bool) -> Bool { turn.withLock { _ in body() } }

  /// Returns when its connection is closed.
  func close() {
    state.withLock { $0.isClosed = true }
    wake.signal()
    done.wait()
  }

  private func work(_ connection: Connection) {
    while true {
      let next = state.withLock { state in
        defer { (state.isWanted, state.isTidying) = (false, false) }
        return state
      }
      if next.isClosed { return }
      if next.isTidying {
        _ = turn.withLock { _ in connection.checkpoint(.truncate) }
      } else if next.isWanted {
        _ = turn.withLock { _ in connection.checkpoint(.passive) }
        isDone.store(true, ordering: .relaxed)
      } else {
        wake.wait()
      }
    }
  }
}
