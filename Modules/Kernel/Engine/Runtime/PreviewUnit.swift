import Feature
import Jalali
import Ledger
import Store
import Synchronization
import Values

/// Many units tried one after the other inside one savepoint that is rolled back: what a whole night would write.
final class PreviewUnit: WriteUnit {
  private let services: WriterServicesBox
  private let context: CallContext
  private let body: @Sendable (PreviewCore) throws -> Void
  private let reply: @Sendable (Result<[Value], any Error>) -> Void
  private let result = Mutex<Result<[Value], any Error>>(.success([]))

  init(
    services: WriterServicesBox, context: CallContext, _ body: @escaping @Sendable (PreviewCore) throws -> Void,
    reply: @escaping @Sendable (Result<[Value], any Error>) -> Void
  ) {
    self.services = services
    self.context = context
    self.body = body
    self.reply = reply
  }

  var isRepeatable: Bool { false }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    let services = try services.open()
    try connection.savepoint("preview")
    let preview = PreviewCore(services: services, connection: connection, context: context)
    do {
      try body(preview)
      result.withLock { $0 = .success(preview.entries) }
    } catch {
      result.withLock { $0 = .failure(error) }
    }
    try connection.rollBack(to: "preview")
    try connection.release("preview")
    services.forget()
  }

  func finished(_ outcome: CommitResult) { reply(result.withLock { $0 }) }
}

/// The writer as a preview sees it.
final class PreviewCore {
  private let services: WriterServices
  private let connection: Connection
  private let context: CallContext
  private(set) var entries: [Value] = []

  init(services: WriterServices, connection: Connection, context: CallContext) {
    self.services = services
    self.connection = connection
    self.context = context
  }

  func due(_ task: any NightlyTask.Type, on day: JalaliDay, after: Int64, limit: Int) throws -> [Int64] {
    try task.due(on: day, after: after, limit: limit, in: Snapshot(services.snapshot(on: connection, context, .nation, day)))
  }

  /// The entry by which a task is over for its day.
  func preview(_ done: NightLog.Done, host: String) throws {
    entries.append(try services.ledger.preview(done.draft(at: services.stamp, host: host)))
  }

  /// - Throws: `StoreFault` that concerns more than the row.
  func unit(act: String, module: String, on day: JalaliDay, _ body: (StoreTransaction) throws -> Void) throws -> NightOutcome {
    let core = services.transaction(on: connection, context, .nation, day)
    let writing = EntryWriting(act: act, module: module, role: context.principal.id, context: context, at: services.stamp)
    try connection.savepoint("row")
    do {
      try body(core)
      try connection.release("row")
    } catch let refusal as Refusal {
      try connection.rollBack(to: "row")
      try connection.release("row")
      services.forget()
      if refusal.isRecorded {
        entries.append(try services.ledger.preview(writing.denial(refusal, core, province: nil)))
      }
      return .refused
    } catch let fault as StoreFault where !fault.concernsStatementOnly {
      throw fault
    } catch {
      try connection.rollBack(to: "row")
      try connection.release("row")
      services.forget()
      return .failed(Night.words(for: error))
    }
    for draft in try writing.drafts(of: core) { entries.append(try services.ledger.preview(draft)) }
    return .settled
  }
}
