import Synchronization

/// Copies the write-ahead log into the database on a thread of its own, so that no group waits for it.
///
/// It never waits for readers and so never empties the log under load; the writer does that when the log has grown to
/// `mostPages`, when nearly everything is copied already.
final class Checkpointer: Sendable {
  /// Pages of the log after which they are copied: 4 MiB.
  static let portion: Int32 = 1_000
  /// Pages of the log at which the writer begins it anew: 32 MiB, half of what a log may ever take.
  static let mostPages: Int32 = 8_192

  private struct State {
    var isWanted = false
    var isTidying = false
    var isClosed = false
  }

  private let state = Mutex(State())
  private let wake = Signal()
  private let done = Signal()

  /// Opens its connection in its own thread; without one (too few descriptors) the writer's limit still holds.
  init(file: String) {
    Thread { [self] in
      if let connection = try? Connection(path: file, mode: .reader) {
        connection.waitsForOthers(milliseconds: 200)
        work(connection)
      }
      state.withLock { $0.isClosed = true }
      done.raise()
    }.start()
  }

  /// Copies what is in the log now.
  func copy() {
    state.withLock { $0.isWanted = true }
    wake.raise()
  }

  /// Copies it and gives the log's room on the disk back, for which it waits a moment for readers and the writer.
  func tidy() {
    state.withLock { $0.isTidying = true }
    wake.raise()
  }

  /// Returns when its connection is closed.
  func close() {
    state.withLock { $0.isClosed = true }
    wake.raise()
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
        connection.checkpoint(.truncate)
      } else if next.isWanted {
        connection.checkpoint(.passive)
      } else {
        wake.wait()
      }
    }
  }
}
