import Feature
import Synchronization
import Values

/// How work that runs tells how far it is, and hears that it shall stop.
public final class JobProgress: Sendable {
  private static let mostLines = 100

  struct State {
    var done = 0
    var total: Int?
    var log: [String] = []
    var isRunning = false
    var isCancelled = false
  }

  private let state = Mutex(State())

  /// Nothing done yet.
  public init() {}

  /// - Throws: `Refusal` when the job was cancelled; what was not kept yet shall be rolled back then.
  public func note(_ done: Int, of total: Int?) throws {
    let isCancelled = state.withLock { state in
      state.done = done
      state.total = total ?? state.total
      return state.isCancelled
    }
    if isCancelled { throw Refusal.conflict("job.cancelled", Texts("این کار لغو شد.", "The job was cancelled.")) }
  }

  /// Adds a line to the job's log, for whoever asked for it.
  public func say(_ line: String) {
    state.withLock { state in
      state.log.append(line)
      if state.log.count > JobProgress.mostLines { state.log.removeFirst() }
    }
  }

  func begin() { state.withLock { $0.isRunning = true } }
  func cancel() { state.withLock { $0.isCancelled = true } }
  var now: State { state.withLock { $0 } }
}
