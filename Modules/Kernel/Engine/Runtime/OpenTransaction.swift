import Feature
import Store
public import Values

/// Several calls of one person as one transaction: each sees what the earlier ones changed, all are kept or none.
///
/// It holds the one writer, so it is for a process that has the store to itself; left alone for too long it is rolled
/// back. Refused attempts leave their entries whether it is kept or not.
public final class OpenTransaction: Sendable {
  private let runtime: Runtime
  private let unit: TransactionUnit

  init(_ runtime: Runtime, seconds: Int) throws {
    self.runtime = runtime
    unit = TransactionUnit(services: runtime.writerServices, seconds: seconds)
    try runtime.enqueue(unit)
  }

  /// Nothing can be done in it any more.
  public var isOver: Bool { unit.isOver }

  /// Runs an action inside; its entries are written at `commit`.
  ///
  /// - Throws: `Refusal` when the action is refused (the transaction goes on), when it tells a secret once, or when the
  ///   transaction is over.
  public func perform(
    _ command: Command, _ input: Value, _ context: CallContext, reader: ReadSession
  ) throws -> ActionResult {
    guard !command.spec.handlesSecret else {
      throw Refusal(
        .rule, "transaction.told-once",
        Texts(
          "پاسخ این فرمان یک بار گفته می‌شود و در تراکنش جا ندارد.", "This action tells a secret once and has no place in a transaction."))
    }
    guard case .action(let make) = command.body else { throw CallFault.lost }
    let permitted = Result { try command.permit(context.principal) }
    var call = try make(input)
    if command.isSlow, case .success = permitted {
      let core = runtime.core(reader, context.principal, .nation, runtime.clock.day, context.origin)
      try call.prepare(in: Snapshot(core))
    }
    let (ready, day) = (call, runtime.clock.day)
    return try unit.run { work in
      try work.step(command, input, context, permitted, on: day) { core in
        try Precondition(command, input, context)?.check(core.store)
        return try core.store.named(ready.perform(in: core), by: command.names)
      }
    }
  }

  /// Runs a query inside. What leaves an entry by being read must not hang on a transaction that may be rolled back.
  ///
  /// - Throws: `Refusal` when the query is refused, when reading leaves an entry, or when the transaction is over.
  public func answer(_ command: Command, _ input: Value, _ context: CallContext) throws -> Value {
    let (scope, _) = try command.permit(context.principal)
    guard !command.isSlow else {
      throw Refusal(
        .rule, "transaction.leaves-entry",
        Texts(
          "خواندن این ردیف خود در دفتر ثبت می‌شود؛ نخست تراکنش را پایان دهید.", "Reading this is itself recorded; end the transaction first."
        ))
    }
    let (day, cursors) = (runtime.clock.day, runtime.cursors)
    return try unit.run { work in
      let core = work.reader(context, scope, day)
      return switch command.body {
      case .query(let answer): try core.named(ValueEncoder.encode(try answer(input, Snapshot(core))), by: command.names)
      case .list(let selection):
        try ValueEncoder.encode(
          ListRun(command: command, selection: try selection(input), cursors: cursors, in: core).page(input, in: core))
      case .action: throw CallFault.lost
      }
    }
  }

  /// - Returns: the last entry of what was kept; nil when nothing changed.
  /// - Throws: `Refusal` when the transaction is over, `CallFault.commit` when the store could not keep it.
  public func commit() throws -> Int64? { try unit.end(keeping: true) }

  /// Takes everything back; the entries of refused attempts stay.
  ///
  /// - Throws: `Refusal` when the transaction is over.
  public func rollBack() throws { _ = try unit.end(keeping: false) }
}

extension Runtime {
  /// - Parameter seconds: how long it waits for the next call.
  /// - Returns: an open transaction; nobody else can write until it ends.
  /// - Throws: `Refusal` when the writer's queue is full.
  public func begin(seconds: Int) throws -> OpenTransaction { try OpenTransaction(self, seconds: seconds) }
}
