import Store
import Synchronization

/// Publishes notes on a thread of its own, always the newest: the two flushes to disk that this takes would otherwise
/// stand between one group and the next. The mark may lag behind the store, never the other way round.
final class NotePublisher: Sendable {
  private struct State {
    var newest: String?
    var fault: LedgerFault?
    var isClosed = false
  }

  private let mark: HighWaterMark
  private let state = Mutex(State())
  private let wake = Semaphore()
  private let done = Semaphore()

  init(_ mark: HighWaterMark) {
    self.mark = mark
    Thread { [self] in work() }.start()
  }

  /// Why the last note could not be published; nil once one was.
  var fault: LedgerFault? { state.withLock { $0.fault } }

  /// Takes the place of a note that still waits.
  func offer(_ note: String) {
    state.withLock { $0.newest = note }
    wake.signal()
  }

  /// Publishes what still waits, then returns.
  func close() {
    state.withLock { $0.isClosed = true }
    wake.signal()
    done.wait()
  }

  private func work() {
    while true {
      let (note, isLast) = state.withLock { state in
        defer { state.newest = nil }
        return (state.newest, state.isClosed)
      }
      if let note {
        let fault = mark.attempt(note)
        state.withLock { $0.fault = fault }
      } else if isLast {
        return done.signal()
      } else {
        wake.wait()
      }
    }
  }
}
