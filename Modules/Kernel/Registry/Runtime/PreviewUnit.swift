import Jalali
import Ledger
import Store
import Synchronization
import Values

/// Many units tried one after the other inside one savepoint that is rolled back: what a whole night would write.
final class PreviewUnit: WriteUnit {
  private let desk: WriterDeskBox
  private let context: CallContext
  private let body: @Sendable (PreviewCore) throws -> Void
  private let reply: @Sendable (Result<[Value], any Error>) -> Void
  private let result = Mutex<Result<[Value], any Error>>(.success([]))

  init(
    desk: WriterDeskBox, context: CallContext, _ body: @escaping @Sendable (PreviewCore) throws -> Void,
    reply: @escaping @Sendable (Result<[Value], any Error>) -> Void
  ) {
    self.desk = desk
    self.context = context
    self.body = body
    self.reply = reply
  }

  var isRepeatable: Bool { false }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    let desk = try desk.open()
    try connection.savepoint("preview")
    let preview = PreviewCore(desk: desk, connection: connection, context: context)
    do {
      try body(preview)
      result.withLock { $0 = .success(preview.entries) }
    } catch {
      result.withLock { $0 = .failure(error) }
    }
    try connection.rollBack(to: "preview")
    try connection.release("preview")
    desk.configuration.forget()
  }

  func finished(_ outcome: CommitResult) { reply(result.withLock { $0 }) }
}

/// The writer as a preview sees it.
final class PreviewCore {
  private let desk: WriterDesk
  private let connection: Connection
  private let context: CallContext
  private(set) var entries: [Value] = []

  init(desk: WriterDesk, connection: Connection, context: CallContext) {
    self.desk = desk
    self.connection = connection
    self.context = context
  }

  private func reader(_ day: JalaliDay) -> ReadCore {
    ReadCore(
      connection: connection, tables: desk.tables, vault: desk.vault, kernel: desk.kernel, actor: context.actor,
      scope: .nation, day: day, micros: desk.clock.now(), origin: context.origin)
  }

  func due(_ task: any NightlyTask.Type, on day: JalaliDay, after: Int64, limit: Int) throws -> [Int64] {
    try task.due(on: day, after: after, limit: limit, in: Look(reader(day)))
  }

  func unit(act: String, module: String, on day: JalaliDay, _ body: (WorkCore) throws -> Void) throws {
    let core = WorkCore(reader(day), configuration: desk.configuration)
    let writing = EntryWriting(act: act, module: module, role: context.actor.id, context: context, at: desk.clock.now())
    try connection.savepoint("row")
    do {
      try body(core)
      try connection.release("row")
    } catch let refusal as Refusal {
      try connection.rollBack(to: "row")
      try connection.release("row")
      desk.configuration.forget()
      if refusal.isRecorded {
        entries.append(try desk.ledger.preview(writing.denial(refusal, core, province: nil)))
      }
      return
    }
    for draft in try writing.drafts(of: core) { entries.append(try desk.ledger.preview(draft)) }
  }
}
