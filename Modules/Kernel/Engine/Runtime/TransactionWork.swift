import Feature
import Jalali
import Ledger
import Store
import Values

/// What a transaction has done so far, on the writer's thread.
final class TransactionWork {
  private let services: WriterServices
  private let connection: Connection
  private var kept: [(core: StoreTransaction, writing: EntryWriting)] = []
  private var denied: [(refusal: Refusal, core: StoreTransaction, writing: EntryWriting, province: String?)] = []
  private var deniedTrials: [(core: StoreTransaction, writing: EntryWriting)] = []
  private var touched: [String: Set<String>] = [:]

  init(_ services: WriterServices, _ connection: Connection) {
    self.services = services
    self.connection = connection
  }

  func reader(_ context: CallContext, _ scope: Scope, _ day: JalaliDay) -> StoreSnapshot {
    services.snapshot(on: connection, context, scope, day)
  }

  /// One action in a savepoint of its own.
  func step(
    _ command: Command, _ input: Value, _ context: CallContext, _ permitted: Result<(Scope, String), any Error>, on day: JalaliDay,
    _ body: (StoreTransaction) throws -> Value
  ) throws -> ActionResult {
    let (scope, role) = (try? permitted.get()) ?? (context.principal.province.map { .province($0) } ?? .nothing, "none")
    let core = services.transaction(on: connection, context, scope, day)
    core.touchedBefore = touched[context.principal.id] ?? []
    let writing = EntryWriting(
      act: command.spec.id, module: command.spec.module, role: role, context: context, at: services.stamp)
    try connection.savepoint("step")
    do {
      try services.condition.clockGuard.requireTrust()
      _ = try permitted.get()
      let value = try body(core)
      let preview = context.dryRun ? try writing.drafts(of: core).map { try services.ledger.preview($0) } : []
      if context.dryRun {
        try undo()
      } else {
        try connection.release("step")
        kept.append((core, writing))
        if !command.isConfirming { touched[context.principal.id, default: []].formUnion(core.changes.map(\.object)) }
      }
      return ActionResult(value: value, entry: nil, preview: preview, isRepeated: false)
    } catch let fault as StoreFault where !fault.concernsStatementOnly {
      throw fault
    } catch {
      try undo()
      if let refusal = error as? Refusal, refusal.isRecorded {
        if context.dryRun { deniedTrials.append((core, writing)) } else { denied.append((refusal, core, writing, scope.province)) }
      }
      guard let refusal = error as? Refusal else { throw error }
      throw NextSteps(
        registry: services.registry, command: command, principal: context.principal, input: input, store: core.store, work: core
      ).told(refusal)
    }
  }

  private func undo() throws {
    try connection.rollBack(to: "step")
    try connection.release("step")
    services.forget()
  }

  /// Writes the entries, or takes everything back; attempts that were refused are recorded in either case.
  func settle(isKept: Bool) throws -> Int64? {
    var last: Int64?
    if isKept {
      for (core, writing) in kept { last = try writing.append(core, services, connection) ?? last }
    } else {
      try connection.rollBack(to: "held")
      services.forget()
    }
    for (refusal, core, writing, province) in denied {
      _ = try writing.appendDenial(refusal, core, province: province, services, connection)
    }
    for (core, writing) in deniedTrials { try writing.keepResidues(of: core, services) }
    try connection.release("held")
    return last
  }
}
