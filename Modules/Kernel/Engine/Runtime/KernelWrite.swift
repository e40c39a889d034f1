import Feature
import Store
import Synchronization
import Values

/// A small write of the kernel's own, outside the ledger: progress of the night, leases, jobs.
final class KernelWrite: WriteUnit {
  private let body: @Sendable (Connection) throws -> Void
  private let reply: @Sendable (Result<Bool, any Error>) -> Void
  private let failure = Mutex<(any Error)?>(nil)

  private init(
    _ body: @escaping @Sendable (Connection) throws -> Void, reply: @escaping @Sendable (Result<Bool, any Error>) -> Void
  ) {
    self.body = body
    self.reply = reply
  }

  static func wait(_ runtime: Runtime, _ body: @escaping @Sendable (Connection) throws -> Void) throws {
    let promise = Promise<Result<Bool, any Error>>()
    try send(runtime, body) { promise.fulfill($0) }
    _ = try promise.wait().get()
  }

  /// The same without waiting; `reply` is called on the writer's thread.
  static func send(
    _ runtime: Runtime, _ body: @escaping @Sendable (Connection) throws -> Void,
    reply: @escaping @Sendable (Result<Bool, any Error>) -> Void
  ) throws {
    try runtime.enqueue(KernelWrite(body, reply: reply))
  }

  /// They are few; whatever one of them reads and keeps aside is read and kept once.
  var isRepeatable: Bool { false }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    try connection.savepoint("unit")
    do {
      try body(connection)
    } catch let refusal as Refusal {
      failure.withLock { $0 = refusal }
      try connection.rollBack(to: "unit")
    }
    try connection.release("unit")
  }

  func finished(_ outcome: CommitResult) {
    if let failure = failure.withLock({ $0 }) { return reply(.failure(failure)) }
    reply(outcome.fault.map { .failure($0) } ?? .success(true))
  }
}
