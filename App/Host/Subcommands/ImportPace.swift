import Console
import Synchronization

/// Tells how far an import is, and lets Ctrl-C end it: once stops after the current row, twice ends the process, and
/// with it the open transaction.
final class ImportPace: Sendable {
  private let progress: Mutex<Progress>

  init(total: Int) {
    Signals.watch()
    progress = Mutex(Progress(total: total))
  }

  func goesOn(_ done: Int) -> Bool {
    Stderr.draw(progress.withLock { $0.step(done) })
    return !Signals.isInterrupted
  }

  func end() { Stderr.draw(progress.withLock { $0.end() }) }
}
