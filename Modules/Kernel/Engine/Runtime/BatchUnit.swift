import Feature
import Jalali
import Ledger
import Store
public import Values

/// What became of the rows of one import.
public struct BatchResult: Sendable {
  /// Refused rows: position and why.
  public let refused: [(row: Int, refusal: Refusal)]
  /// Rows that were not refused; with a dry run or all-or-nothing they need not have been kept.
  public let done: Int
  /// Whether anything was kept.
  public let isKept: Bool
  /// nil when nothing was kept.
  public let lastEntry: Int64?
  /// How many rows were tried; fewer than given when somebody stopped it.
  public let tried: Int
}

/// Told after each row how many were tried; false stops after that row.
public typealias BatchPace = @Sendable (Int) -> Bool

/// Many inputs of one action in one transaction: all rows are tried, so that later rows see earlier ones; then all are
/// kept, or the good ones, or none.
final class BatchUnit: AnsweringUnit {
  private let command: Command
  private let inputs: [Value]
  private let context: CallContext
  private let scope: Scope
  private let role: String
  private let day: JalaliDay
  private let skipsRefused: Bool
  private let pace: BatchPace
  let services: WriterServicesBox
  let answer: UnitAnswer<BatchResult>

  init(
    _ command: Command, _ inputs: [Value], _ context: CallContext, scope: Scope, role: String, day: JalaliDay,
    skipsRefused: Bool, pace: @escaping BatchPace, services: WriterServicesBox,
    reply: @escaping UnitAnswer<BatchResult>.Reply
  ) {
    self.command = command
    self.inputs = inputs
    self.context = context
    self.scope = scope
    self.role = role
    self.day = day
    self.skipsRefused = skipsRefused
    self.pace = pace
    self.services = services
    answer = UnitAnswer(reply)
  }

  var isRepeatable: Bool { false }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    let services = try services.open()
    try connection.savepoint("batch")
    do {
      let result = try attempt(services, connection)
      if !result.isKept { try connection.rollBack(to: "batch") }
      answer.set(.success(result))
    } catch let fault as StoreFault where !fault.concernsStatementOnly {
      throw fault
    } catch {
      try connection.rollBack(to: "batch")
      answer.set(.failure(error))
    }
    try connection.release("batch")
    services.forget()
  }

  private func attempt(_ services: WriterServices, _ connection: Connection) throws -> BatchResult {
    guard case .action(let make) = command.body else { throw CallFault.lost }
    var works: [StoreTransaction] = []
    var refused: [(row: Int, refusal: Refusal)] = []
    var tried = 0
    for (index, input) in inputs.enumerated() {
      guard tried == 0 || pace(tried) else { break }
      tried += 1
      let core = services.transaction(on: connection, context, scope, day)
      try connection.savepoint("row")
      do {
        _ = try make(input).perform(in: core)
        works.append(core)
      } catch let refusal as Refusal {
        try connection.rollBack(to: "row")
        services.forget()
        let advice = NextSteps(
          registry: services.registry, command: command, principal: context.principal, input: input, store: core.store, work: core)
        refused.append((index, advice.told(refusal)))
      }
      try connection.release("row")
    }
    let isWhole = refused.isEmpty && tried == inputs.count
    let isKept = !context.dryRun && (isWhole || skipsRefused)
    var last: Int64?
    if isKept { for core in works { last = try keep(core, services, connection) ?? last } }
    return BatchResult(refused: refused, done: works.count, isKept: isKept, lastEntry: last, tried: tried)
  }

  private func keep(_ core: StoreTransaction, _ services: WriterServices, _ connection: Connection) throws -> Int64? {
    let writing = EntryWriting(
      act: command.spec.id, module: command.spec.module, role: role, context: context, at: services.clock.now())
    return try writing.append(core, services, connection)
  }
}

extension Runtime {
  /// Runs one action for many inputs, all or nothing unless refused rows may be skipped.
  ///
  /// - Parameters:
  ///   - inputs: canonical (see `Field.conform`).
  ///   - pace: called on the writer's thread; a stopped batch keeps what was done only where refused rows may be skipped.
  /// - Returns: what became of each row.
  /// - Throws: `Refusal` when the principal may not or the action has slow preparation, which cannot be done in bulk;
  ///   `CallFault.commit` when the store could not keep it. Refused rows throw nothing.
  public func performAll(
    _ command: Command, _ inputs: [Value], _ context: CallContext, skippingRefused: Bool,
    pace: @escaping BatchPace = { _ in true }
  ) throws -> BatchResult {
    let (scope, role) = try permitOrRecord(command, context)
    guard !command.isSlow else {
      throw Refusal(
        .rule, "import.one-by-one", Texts("این فرمان دسته‌ای نمی‌شود.", "This action cannot be imported in bulk."))
    }
    let promise = Promise<Result<BatchResult, any Error>>()
    try enqueue(
      BatchUnit(
        command, inputs, context, scope: scope, role: role, day: clock.day, skipsRefused: skippingRefused,
        pace: pace, services: writerServices, reply: { promise.fulfill($0) }))
    return try promise.wait().get()
  }

  /// A denied import is an entry as a denied action is.
  private func permitOrRecord(_ command: Command, _ context: CallContext) throws -> (Scope, String) {
    do {
      return try permit(command, context.principal)
    } catch let refusal as Refusal where refusal.kind == .forbidden {
      let promise = Promise<Result<ActionResult, any Error>>()
      deny(command, context, refusal) { promise.fulfill($0) }
      _ = try promise.wait().get()
      throw refusal
    }
  }
}
