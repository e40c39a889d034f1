import Feature
import Jalali
import Ledger
public import Store
import Values

/// One action on its way through the writer: body, entries, answer, all or nothing.
final class ActionUnit: AnsweringUnit {
  let act: String
  let module: String
  let day: JalaliDay
  private let context: CallContext
  private let scope: Scope
  private let role: String
  private let fingerprint: [UInt8]
  private let showsSecrets: Bool
  /// What the action was given, for the advice after a refusal.
  private let input: Value
  private let perform: @Sendable (StoreTransaction) throws -> Value
  let services: WriterServicesBox
  let answer: UnitAnswer<ActionResult>

  /// - Parameter showsSecrets: whether its principal sees personal data in clear, when an answer is repeated too.
  init(
    act: String, module: String, day: JalaliDay, context: CallContext, scope: Scope, role: String,
    fingerprint: [UInt8], showsSecrets: Bool = false, input: Value = .null, services: WriterServicesBox,
    perform: @escaping @Sendable (StoreTransaction) throws -> Value,
    reply: @escaping UnitAnswer<ActionResult>.Reply
  ) {
    self.act = act
    self.module = module
    self.day = day
    self.context = context
    self.scope = scope
    self.role = role
    self.fingerprint = fingerprint
    self.showsSecrets = showsSecrets
    self.input = input
    self.services = services
    self.perform = perform
    answer = UnitAnswer(reply)
  }

  /// What is only tried out takes its writing back always.
  var isRepeatable: Bool { !context.dryRun }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    let services = try services.open()
    do {
      try services.condition.clockGuard.requireTrust()
      if let known = try storedAnswer(services, on: connection) {
        return answer.set(.success(known))
      }
    } catch let refusal as Refusal {
      return answer.set(.failure(advice(services).told(refusal)))
    }
    let core = services.transaction(on: connection, context, scope, day)
    let before = connection.changesSoFar
    if rollback == .savepoint { try connection.savepoint("unit") }
    do {
      let value = try perform(core)
      let settled = try settle(core, value, services, connection)
      if rollback == .savepoint { try connection.release("unit") }
      answer.set(.success(settled))
    } catch let fault as StoreFault where !fault.concernsStatementOnly {
      throw fault
    } catch {
      services.forget()
      switch rollback {
      case .group where connection.changesSoFar != before: throw RestartTransaction()
      case .group: break
      case .savepoint:
        try connection.rollBack(to: "unit")
        try connection.release("unit")
      }
      guard var refusal = error as? Refusal else {
        return answer.set(.failure(error))
      }
      refusal.entry = try deny(refusal, core, services, connection)
      answer.set(.failure(advice(services, core).told(refusal)))
    }
  }

  private func advice(_ services: WriterServices, _ core: StoreTransaction? = nil) -> NextSteps {
    NextSteps(
      registry: services.registry, command: services.registry.command(act), principal: context.principal, input: input,
      store: core?.store, work: core)
  }

  // MARK: The three endings

  private func settle(
    _ core: StoreTransaction, _ value: Value, _ services: WriterServices, _ connection: Connection
  ) throws -> ActionResult {
    guard !context.dryRun else {
      let preview = try writing.drafts(of: core).map { try services.ledger.preview($0) }
      try connection.rollBack(to: "unit")
      services.forget()
      return ActionResult(value: value, entry: nil, preview: preview, isRepeated: false)
    }
    let last = try writing.append(core, services, connection)
    try keepAnswer(value, last, services, connection)
    return ActionResult(value: value, entry: last, preview: [], isRepeated: false)
  }

  /// A no of a rule, a state or a scope leaves its entry, with the verdicts that led to it.
  private func deny(_ refusal: Refusal, _ core: StoreTransaction, _ services: WriterServices, _ connection: Connection) throws -> Int64? {
    guard refusal.isRecorded else { return nil }
    guard !context.dryRun else {
      // A trial that is refused leaves what it must leave all the same, such as the count of attempts.
      try writing.keepResidues(of: core, services)
      return nil
    }
    return try writing.appendDenial(refusal, core, province: scope.province, services, connection)
  }

  private var writing: EntryWriting {
    get throws {
      EntryWriting(act: act, module: module, role: role, context: context, at: try services.open().stamp)
    }
  }

  // MARK: Idempotency

  // A key is never "still running" (409): the one writer keeps the answer together with its effect, so whoever
  // comes with the same key afterwards, even in the same group, finds it; after a rollback neither is there.
  private func storedAnswer(_ services: WriterServices, on connection: Connection) throws -> ActionResult? {
    guard let key = context.idempotencyKey, !context.dryRun else { return nil }
    guard let known = try IdempotencyStore.find(key, of: context.principal.id, services.vault, connection) else { return nil }
    guard known.fingerprint == fingerprint else {
      throw Refusal(
        .rule, "idempotency.mismatch",
        Texts("این Idempotency-Key با درخواست دیگری به کار رفته است.", "This Idempotency-Key was used with another request."))
    }
    return ActionResult(value: try JSONReader.read(known.answer), entry: known.entry, preview: [], isRepeated: true)
  }

  private func keepAnswer(_ value: Value, _ entry: Int64?, _ services: WriterServices, _ connection: Connection) throws {
    guard let key = context.idempotencyKey else { return }
    let answer = IdempotencyStore.Kept(
      fingerprint: fingerprint, answer: JSONWriter.write(value, showsSecrets: showsSecrets), entry: entry)
    try IdempotencyStore.keep(answer, key, of: context.principal.id, at: services.clock.now(), services.vault, connection)
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
  /// The work ended without a result, or is of another kind than it was called for: a fault of the program.
  case lost
}
