import Store
import Synchronization

/// Lets other threads work on portions while their owner prepares the next ones, and hands the results back in order.
/// Portions are large: nothing else is ever waited for.
final class OrderedPipeline<Portion: Sendable, Result: Sendable>: Sendable {
  private struct State {
    var waiting: [(number: Int, portion: Portion)] = []
    var ready: [Int: Result] = [:]
    var put = 0
    var taken = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let work: @Sendable (Portion) -> Result
  private let isWanted = Semaphore()
  private let isReady = Semaphore()
  private let threads: Int

  init(threads: Int = 2, _ work: @escaping @Sendable (Portion) -> Result) {
    self.work = work
    self.threads = threads
    for _ in 0..<threads { Thread { [self] in help() }.start() }
  }

  /// Portions whose results are still to be taken.
  var count: Int { state.withLock { $0.put - $0.taken } }

  func put(_ portion: Portion) {
    state.withLock { state in
      state.waiting.append((state.put, portion))
      state.put += 1
    }
    isWanted.signal()
  }

  /// The result of the oldest portion, waited for. There must be one.
  func take() -> Result {
    while true {
      let result = state.withLock { state in
        let result = state.ready.removeValue(forKey: state.taken)
        if result != nil { state.taken += 1 }
        return result
      }
      if let result { return result }
      isReady.wait()
    }
  }

  /// Ends the threads; results not taken are dropped.
  func close() {
    state.withLock {
      $0.isClosed = true
      $0.waiting = []
    }
    for _ in 0..<threads { isWanted.signal() }
  }

  private func help() {
    while true {
      isWanted.wait()
      let (next, isClosed) = state.withLock { ($0.waiting.isEmpty ? nil : $0.waiting.removeFirst(), $0.isClosed) }
      if let next {
        let result = work(next.portion)
        state.withLock { $0.ready[next.number] = result }
        isReady.signal()
      } else if isClosed {
        return
      }
    }
  }
}
