import Jalali
import Ledger
public import Store
import Synchronization
import Values

/// What all units share on the writer's thread.
final class WriterDesk {
  let tables: Tables
  let vault: Vault
  let kernel: Kernel
  let ledger: LedgerWriter
  let configuration: ConfigurationCache
  let clock: Clock

  init(
    tables: Tables, vault: Vault, kernel: Kernel, ledger: LedgerWriter, configuration: ConfigurationCache, clock: Clock
  ) {
    self.tables = tables
    self.vault = vault
    self.kernel = kernel
    self.ledger = ledger
    self.configuration = configuration
    self.clock = clock
  }
}

/// One action on its way through the writer: body, entries, answer, all or nothing.
final class ActionUnit: WriteUnit {
  typealias Reply = @Sendable (Result<ActionAnswer, any Error>) -> Void

  let act: String
  let module: String
  let day: JalaliDay
  private let context: CallContext
  private let scope: Scope
  private let role: String
  private let fingerprint: [UInt8]
  private let showsSecrets: Bool
  private let perform: @Sendable (WorkCore) throws -> Value
  private let desk: WriterDeskBox
  private let reply: Reply
  private let result = Mutex<Result<ActionAnswer, any Error>?>(nil)

  /// - Parameter showsSecrets: whether its actor sees personal data in clear, when an answer is repeated too.
  init(
    act: String, module: String, day: JalaliDay, context: CallContext, scope: Scope, role: String,
    fingerprint: [UInt8], showsSecrets: Bool = false, desk: WriterDeskBox, perform: @escaping @Sendable (WorkCore) throws -> Value,
    reply: @escaping Reply
  ) {
    self.act = act
    self.module = module
    self.day = day
    self.context = context
    self.scope = scope
    self.role = role
    self.fingerprint = fingerprint
    self.showsSecrets = showsSecrets
    self.desk = desk
    self.perform = perform
    self.reply = reply
  }

  /// What is only tried out takes its writing back always.
  var isRepeatable: Bool { !context.dryRun }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    let desk = try desk.open()
    do {
      if let known = try storedAnswer(desk, on: connection) {
        result.withLock { $0 = .success(known) }
        return
      }
    } catch let refusal as Refusal {
      result.withLock { $0 = .failure(refusal) }
      return
    }
    let reader = ReadCore(
      connection: connection, tables: desk.tables, vault: desk.vault, kernel: desk.kernel, actor: context.actor,
      scope: scope, day: day, micros: desk.clock.now(), origin: context.origin)
    let core = WorkCore(reader, configuration: desk.configuration)
    let before = connection.changesSoFar
    if rollback == .savepoint { try connection.savepoint("unit") }
    do {
      let value = try perform(core)
      let answer = try settle(core, value, desk, connection)
      if rollback == .savepoint { try connection.release("unit") }
      result.withLock { $0 = .success(answer) }
    } catch let fault as StoreFault where !fault.concernsStatementOnly {
      throw fault
    } catch {
      desk.configuration.forget()
      switch rollback {
      case .group where connection.changesSoFar != before: throw RestartTransaction()
      case .group: break
      case .savepoint:
        try connection.rollBack(to: "unit")
        try connection.release("unit")
      }
      guard var refusal = error as? Refusal else {
        result.withLock { $0 = .failure(error) }
        return
      }
      refusal.entry = try deny(refusal, core, desk, connection)
      result.withLock { [refusal] in $0 = .failure(refusal) }
    }
  }

  func finished(_ outcome: CommitResult) {
    switch outcome {
    case .committed: reply(result.withLock { $0 } ?? .failure(CallFault.lost))
    case .failed(let fault, let unknown):
      try? desk.open().configuration.forget()  // It may have been read from rows that are gone now.
      reply(.failure(CallFault.commit(fault, outcomeUnknown: unknown)))
    }
  }

  // MARK: The three endings

  private func settle(
    _ core: WorkCore, _ value: Value, _ desk: WriterDesk, _ connection: Connection
  ) throws -> ActionAnswer {
    guard !context.dryRun else {
      let preview = try writing.drafts(of: core).map { try desk.ledger.preview($0) }
      try connection.rollBack(to: "unit")
      desk.configuration.forget()
      return ActionAnswer(value: value, entry: nil, preview: preview, isRepeated: false)
    }
    let last = try writing.append(core, desk, connection)
    try keepAnswer(value, last, desk, connection)
    return ActionAnswer(value: value, entry: last, preview: [], isRepeated: false)
  }

  /// A no of a rule, a state or a scope leaves its entry, with the verdicts that led to it.
  private func deny(_ refusal: Refusal, _ core: WorkCore, _ desk: WriterDesk, _ connection: Connection) throws -> Int64? {
    guard !context.dryRun, refusal.isRecorded else { return nil }
    return try writing.appendDenial(refusal, core, province: scope.province, desk, connection)
  }

  private var writing: EntryWriting {
    get throws {
      EntryWriting(act: act, module: module, role: role, context: context, at: try desk.open().clock.now())
    }
  }

  // MARK: Idempotency

  // A key is never "still running" (409): the one writer keeps the answer together with its effect, so whoever
  // comes with the same key afterwards, even in the same group, finds it; after a rollback neither is there.
  private func storedAnswer(_ desk: WriterDesk, on connection: Connection) throws -> ActionAnswer? {
    guard let key = context.idempotencyKey, !context.dryRun else { return nil }
    guard let known = try AnswerBook.find(key, of: context.actor.id, desk.vault, connection) else { return nil }
    guard known.fingerprint == fingerprint else {
      throw Refusal(
        .rule, "idempotency.mismatch",
        Texts("این Idempotency-Key با درخواست دیگری به کار رفته است.", "This Idempotency-Key was used with another request."))
    }
    return ActionAnswer(value: try JSONReader.read(known.answer), entry: known.entry, preview: [], isRepeated: true)
  }

  private func keepAnswer(_ value: Value, _ entry: Int64?, _ desk: WriterDesk, _ connection: Connection) throws {
    guard let key = context.idempotencyKey else { return }
    let answer = AnswerBook.Kept(
      fingerprint: fingerprint, answer: JSONWriter.write(value, showsSecrets: showsSecrets), entry: entry)
    try AnswerBook.keep(answer, key, of: context.actor.id, at: desk.clock.now(), desk.vault, connection)
  }
}

extension Refusal {
  /// Whether an attempt belongs into the ledger: decisions and denials do, typing errors do not.
  var isRecorded: Bool {
    switch kind {
    case .rule, .forbidden, .conflict, .notFound, .unauthenticated, .tooMany: true
    default: false
    }
  }
}

/// Our fault, not the caller's.
public enum CallFault: Error, Sendable {
  /// The group failed; after a failing COMMIT nobody knows whether it took effect (answer 503, repeat with the key).
  case commit(StoreFault, outcomeUnknown: Bool)
  case lost
}
