import Feature
import Store
import Synchronization
import Values

/// Keeps the writer's thread at the service of one transaction until it ends or its time is over.
final class TransactionUnit: WriteUnit {
  private enum Request: Sendable {
    /// Gives its answer away itself; throws only what fails the whole transaction.
    case step(@Sendable (TransactionWork) throws -> Void)
    case end(isKept: Bool)
  }

  private struct State {
    var waiting: Request?
    var isOver = false
    var last: Int64?
    var failure: CallFault?
  }

  private let services: WriterServicesBox
  private let seconds: Int
  private let state = Mutex(State())
  private let arrived = Semaphore()
  private let ended = Promise<Result<Int64?, any Error>>()

  init(services: WriterServicesBox, seconds: Int) {
    self.services = services
    self.seconds = seconds
  }

  // MARK: On the caller's thread

  func run<Answer: Sendable>(_ body: @escaping @Sendable (TransactionWork) throws -> Answer) throws -> Answer {
    let answer = Promise<Result<Answer, any Error>>()
    try send(
      .step { work in
        let result = Result { try body(work) }
        answer.fulfill(result)
        if case .failure(let error) = result, let fault = error as? StoreFault, !fault.concernsStatementOnly { throw fault }
      })
    return try answer.wait().get()
  }

  func end(keeping isKept: Bool) throws -> Int64? {
    try send(.end(isKept: isKept))
    return try ended.wait().get()
  }

  /// Ended, out of time, or failed.
  var isOver: Bool { state.withLock { $0.isOver } }

  private func send(_ request: Request) throws {
    let isTaken = state.withLock { state in
      guard !state.isOver else { return false }
      state.waiting = request
      return true
    }
    guard isTaken else {
      if let failure = state.withLock({ $0.failure }) { throw failure }
      throw Refusal.conflict(
        "transaction.over",
        Texts("زمان تراکنش گذشت و همهٔ آن برگشت خورد.", "The transaction ran out of time and was rolled back."))
    }
    arrived.signal()
  }

  // MARK: On the writer's thread

  var isRepeatable: Bool { false }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    let work = TransactionWork(try services.open(), connection)
    try connection.savepoint("held")
    var isKept = false
    serving: while let request = next() {
      switch request {
      case .step(let body):
        do { try body(work) } catch {
          state.withLock { $0.isOver = true }
          throw error
        }
      case .end(let keeps):
        isKept = keeps
        break serving
      }
    }
    let last = try work.settle(isKept: isKept)
    state.withLock { ($0.isOver, $0.last) = (true, last) }
  }

  /// Nil when nothing came in time.
  private func next() -> Request? {
    while true {
      let isRaised = arrived.wait(milliseconds: Int32(clamping: seconds &* 1000))
      let request = state.withLock { state in
        defer { state.waiting = nil }
        state.isOver = state.waiting == nil && !isRaised
        return state.waiting
      }
      // Raised for a request that was taken already: the wait begins anew.
      if request != nil || !isRaised { return request }
    }
  }

  func finished(_ outcome: CommitResult) {
    guard let failure = outcome.fault else { return ended.fulfill(.success(state.withLock { $0.last })) }
    state.withLock { ($0.isOver, $0.failure) = (true, failure) }
    services.forget()
    ended.fulfill(.failure(failure))
  }
}
