import Jalali
import Ledger
import Store
import Synchronization
public import Values

/// What became of the rows of one import.
public struct BatchAnswer: Sendable {
  /// Refused rows: position and why.
  public let refused: [(row: Int, refusal: Refusal)]
  public let done: Int
  /// Whether anything was kept.
  public let isKept: Bool
  public let lastEntry: Int64?
}

/// Many inputs of one action in one transaction: all rows are tried, so that later rows see earlier ones; then all are
/// kept, or the good ones, or none.
final class BatchUnit: WriteUnit {
  private let command: Command
  private let inputs: [Value]
  private let context: CallContext
  private let scope: Scope
  private let role: String
  private let day: JalaliDay
  private let skipsRefused: Bool
  private let desk: WriterDeskBox
  private let reply: @Sendable (Result<BatchAnswer, any Error>) -> Void
  private let result = Mutex<Result<BatchAnswer, any Error>?>(nil)

  init(
    _ command: Command, _ inputs: [Value], _ context: CallContext, scope: Scope, role: String, day: JalaliDay,
    skipsRefused: Bool, desk: WriterDeskBox, reply: @escaping @Sendable (Result<BatchAnswer, any Error>) -> Void
  ) {
    self.command = command
    self.inputs = inputs
    self.context = context
    self.scope = scope
    self.role = role
    self.day = day
    self.skipsRefused = skipsRefused
    self.desk = desk
    self.reply = reply
  }

  func run(on connection: Connection) throws {
    guard case .action(let make) = command.body else { throw CallFault.lost }
    let desk = try desk.open()
    var works: [WorkCore] = []
    var refused: [(row: Int, refusal: Refusal)] = []
    try connection.savepoint("batch")
    for (index, input) in inputs.enumerated() {
      let reader = ReadCore(
        connection: connection, tables: desk.tables, vault: desk.vault, kernel: desk.kernel, actor: context.actor,
        scope: scope, day: day, micros: desk.clock.now(), origin: context.origin)
      let core = WorkCore(reader, configuration: desk.configuration)
      try connection.savepoint("row")
      do {
        _ = try make(input).perform(in: core)
        works.append(core)
      } catch let refusal as Refusal {
        try connection.rollBack(to: "row")
        refused.append((index, refusal))
      }
      try connection.release("row")
    }
    let isKept = !context.dryRun && (refused.isEmpty || skipsRefused)
    var last: Int64?
    if isKept { for core in works { last = try keep(core, desk, connection) ?? last } }
    if !isKept { try connection.rollBack(to: "batch") }
    try connection.release("batch")
    desk.configuration.forget()
    let answer = BatchAnswer(refused: refused, done: works.count, isKept: isKept, lastEntry: last)
    result.withLock { $0 = .success(answer) }
  }

  private func keep(_ core: WorkCore, _ desk: WriterDesk, _ connection: Connection) throws -> Int64? {
    let writing = EntryWriting(
      act: command.spec.id, module: command.spec.module, role: role, context: context, at: desk.clock.now())
    return try writing.append(core, desk, connection)
  }

  func finished(_ outcome: WriteOutcome) {
    switch outcome {
    case .committed: reply(result.withLock { $0 } ?? .failure(CallFault.lost))
    case .failed(let fault, let unknown): reply(.failure(CallFault.commit(fault, outcomeUnknown: unknown)))
    }
  }
}

extension Runtime {
  /// Runs one action for many inputs, all or nothing unless refused rows may be skipped.
  ///
  /// - Parameter inputs: canonical (see `Field.conform`).
  public func performAll(
    _ command: Command, _ inputs: [Value], _ context: CallContext, skippingRefused: Bool
  ) throws -> BatchAnswer {
    let (scope, role) = try permit(command, context.actor)
    guard !command.isSlow else {
      throw Refusal(
        .rule, "import.one-by-one", Texts("این فرمان دسته‌ای نمی‌شود.", "This action cannot be imported in bulk."))
    }
    let handover = Handover<Result<BatchAnswer, any Error>>()
    try enqueue(
      BatchUnit(
        command, inputs, context, scope: scope, role: role, day: clock.day, skipsRefused: skippingRefused,
        desk: writerDesk, reply: { handover.give($0) }))
    return try handover.take().get()
  }
}
