import Jalali
import Ledger
import Store
import Values

/// What a transaction has done so far, on the writer's thread.
final class TransactionWork {
  private let desk: WriterDesk
  private let connection: Connection
  private var kept: [(core: WorkCore, writing: EntryWriting)] = []
  private var denied: [(refusal: Refusal, core: WorkCore, writing: EntryWriting, province: String?)] = []
  private var touched: [String: Set<String>] = [:]

  init(_ desk: WriterDesk, _ connection: Connection) {
    self.desk = desk
    self.connection = connection
  }

  func reader(_ context: CallContext, _ scope: Scope, _ day: JalaliDay) -> ReadCore {
    ReadCore(
      connection: connection, tables: desk.tables, vault: desk.vault, kernel: desk.kernel, actor: context.actor,
      scope: scope, day: day, micros: desk.clock.now(), origin: context.origin)
  }

  /// One action in a savepoint of its own.
  func step(
    _ command: Command, _ context: CallContext, _ permitted: Result<(Scope, String), any Error>, on day: JalaliDay,
    _ body: (WorkCore) throws -> Value
  ) throws -> ActionAnswer {
    let (scope, role) = (try? permitted.get()) ?? (context.actor.province.map { .province($0) } ?? .nothing, "none")
    let core = WorkCore(reader(context, scope, day), configuration: desk.configuration)
    core.touchedBefore = touched[context.actor.id] ?? []
    let writing = EntryWriting(
      act: command.spec.id, module: command.spec.module, role: role, context: context, at: desk.clock.now())
    try connection.savepoint("step")
    do {
      _ = try permitted.get()
      let value = try body(core)
      let preview = context.dryRun ? try writing.drafts(of: core).map { try desk.ledger.preview($0) } : []
      if context.dryRun {
        try undo()
      } else {
        try connection.release("step")
        kept.append((core, writing))
        touched[context.actor.id, default: []].formUnion(core.changes.map(\.object))
      }
      return ActionAnswer(value: value, entry: nil, preview: preview, isRepeated: false)
    } catch let fault as StoreFault where !fault.concernsStatementOnly {
      throw fault
    } catch {
      try undo()
      if let refusal = error as? Refusal, refusal.isRecorded, !context.dryRun {
        denied.append((refusal, core, writing, scope.province))
      }
      throw error
    }
  }

  private func undo() throws {
    try connection.rollBack(to: "step")
    try connection.release("step")
    desk.configuration.forget()
  }

  /// Writes the entries, or takes everything back; attempts that were refused are recorded in either case.
  func settle(isKept: Bool) throws -> Int64? {
    var last: Int64?
    if isKept {
      for (core, writing) in kept { last = try writing.append(core, desk, connection) ?? last }
    } else {
      try connection.rollBack(to: "held")
      desk.configuration.forget()
    }
    for (refusal, core, writing, province) in denied {
      _ = try writing.appendDenial(refusal, core, province: province, desk, connection)
    }
    try connection.release("held")
    return last
  }
}
