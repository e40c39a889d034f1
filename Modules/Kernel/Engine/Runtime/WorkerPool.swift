import Feature
import Store
import Synchronization
import Values

/// A few threads of their own for slow work (password hashing, reports), so that it delays nobody's small read.
public final class WorkerPool: Sendable {
  /// Work on a reader that belongs to the thread while it runs.
  public typealias Work = @Sendable (ReadSession) -> Void

  private struct State {
    var waiting: [Work] = []
    var isClosed = false
  }

  private let state = Mutex(State())
  private let wake = Semaphore()
  private let limit: Int
  private let threads: Int

  /// - Parameters:
  ///   - threads: how many may work at once; two hashes need 128 MiB.
  ///   - limit: how many may wait.
  /// - Throws: `StoreFault` when a reader cannot be opened.
  public init(_ runtime: Runtime, threads: Int = 2, limit: Int = 256) throws {
    self.limit = limit
    self.threads = threads
    for _ in 0..<threads {
      let box = ReaderBox(try runtime.openReader())
      Thread { [self] in work(box.reader) }.start()
    }
  }

  /// - Throws: `Refusal` 503 when too many wait.
  public func submit(_ work: @escaping Work) throws {
    let taken = state.withLock { state in
      guard !state.isClosed, state.waiting.count < limit else { return false }
      state.waiting.append(work)
      return true
    }
    guard taken else {
      throw Refusal(
        .unavailable, "busy",
        Texts("کارهای سنگین زیادی در نوبت‌اند؛ کمی بعد دوباره بفرستید.", "Too much slow work is waiting; try again shortly."), retryAfter: 2)
    }
    wake.signal()
  }

  /// Takes nothing new; what runs and what waits is not waited for.
  public func close() {
    state.withLock { $0.isClosed = true }
    for _ in 0..<threads { wake.signal() }
  }

  private func work(_ reader: ReadSession) {
    while true {
      let (next, isClosed) = state.withLock { state -> (Work?, Bool) in
        (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isClosed)
      }
      if let next {
        next(reader)
        reader.endBatch()
      } else if isClosed {
        return
      } else {
        wake.wait()
      }
    }
  }
}

/// Carries a reader to the thread that will own it.
// Safe because the reader is made before the thread starts and used by that thread only.
private final class ReaderBox: @unchecked Sendable {
  let reader: ReadSession
  init(_ reader: ReadSession) { self.reader = reader }
}
