import Feature
import Jalali
import Ledger
import Store
import Synchronization
public import Values

/// The rows of a batch, read one after the other while the one before is in the store already: how many there are costs no
/// memory.
public struct BatchRows: Sendable {
  /// Hands on the number of each row and its canonical input (see `Field.conform`), or why it cannot be read; ends early
  /// where false comes back.
  public typealias Reading = @Sendable (_ each: (Int, Result<Value, Refusal>) throws -> Bool) throws -> Void

  let count: Int
  let forEach: Reading

  /// - Parameters:
  ///   - count: how many there are.
  ///   - forEach: reads them, on the writer's thread.
  public init(count: Int, forEach: @escaping Reading) {
    self.count = count
    self.forEach = forEach
  }

  /// Inputs that are there already, numbered from 0.
  public init(_ inputs: [Value]) {
    self.init(count: inputs.count) { each in
      for (index, input) in inputs.enumerated() { guard try each(index, .success(input)) else { return } }
    }
  }
}

/// What became of the rows of one batch.
public struct BatchResult: Sendable {
  /// Refused rows by their numbers, and why.
  public internal(set) var refused: [(row: Int, refusal: Refusal)] = []
  /// Rows that changed something; with a dry run or all-or-nothing they need not have been kept.
  public internal(set) var changed = 0
  /// Rows that asked for what is there already.
  public internal(set) var same = 0
  /// Whether anything was kept.
  public internal(set) var isKept = false
  /// nil when nothing was kept.
  public internal(set) var lastEntry: Int64?
  var firstEntry: Int64?
  /// Which row each thing came from.
  var sources = SourceRows()
  /// How many rows were tried; fewer than there are when somebody stopped it.
  public internal(set) var tried = 0
  /// The number under which the batch is written down; nil where nothing was kept, or the rows are of no file.
  public internal(set) var batch: Int64?
  /// What each row that changed something is called now, where somebody asked for it.
  public internal(set) var codes: [(row: Int, code: String)] = []

  /// Rows that were not refused.
  public var done: Int { changed + same }

  /// What stands in a row's way is a row before it, which nobody finds in the store when nothing is kept.
  func twin(of clash: Clash?, _ steps: NextSteps) -> Refusal? {
    guard let clash, let row = clash.object.flatMap({ sources.row(of: $0) }) else { return nil }
    let field = steps.faults(of: clash).last { !$0.pointer.isEmpty }?.pointer ?? "/csv"
    var refusal = Refusal.input(
      field, "import.twin", Texts("همان است که در سطر \(row) همین برگه آمده است.", "It is the same as row \(row) of this sheet."))
    refusal.next = [NextStep(Texts("یکی از دو سطر را بردارید.", "Remove one of the two rows."))]
    return refusal
  }
}

/// What is wanted of a batch.
public struct BatchWish: Sendable {
  /// Whether good rows stay although others were refused.
  public var skipsRefused: Bool
  /// Whether somebody asks what the rows are called now.
  public var wantsCodes: Bool
  /// The file they come from, by which the batch is written down; nil for rows of no file.
  var file: BatchFile?

  /// - Parameters:
  ///   - skipsRefused: whether good rows stay although others were refused; else it is all or nothing.
  ///   - wantsCodes: whether somebody asks what the rows are called now.
  public init(skipsRefused: Bool = false, wantsCodes: Bool = false) {
    self.skipsRefused = skipsRefused
    self.wantsCodes = wantsCodes
  }
}

/// A file whose rows are a batch, or a portion of one.
struct BatchFile {
  /// SHA-256.
  let digest: [UInt8]
  /// All its rows.
  let rows: Int
  /// Whether it may be imported although it was before.
  let isAgain: Bool
  /// The batch of which these rows are a further portion; nil for the first.
  var batch: Int64?
  /// Rows of portions before, of which nothing was kept.
  var refusedBefore = 0
  /// Rows before these that the batch has dealt with; otherwise somebody else goes on with it at the same time.
  var processed = 0
}

/// Told after each row how many were tried; false stops after that row.
public typealias BatchPace = @Sendable (Int) -> Bool

/// Many inputs of one action in one transaction: all rows are tried, so that later rows see earlier ones; then all are
/// kept, or the good ones, or none.
final class BatchUnit: AnsweringUnit {
  private let command: Command
  private let rows: BatchRows
  private let context: CallContext
  private let day: JalaliDay
  private let wish: BatchWish
  private let pace: BatchPace
  let services: WriterServicesBox
  let answer: UnitAnswer<BatchResult>

  init(
    _ command: Command, _ rows: BatchRows, _ context: CallContext, day: JalaliDay, wish: BatchWish, pace: @escaping BatchPace,
    services: WriterServicesBox,
    reply: @escaping UnitAnswer<BatchResult>.Reply
  ) {
    self.command = command
    self.rows = rows
    self.context = context
    self.day = day
    self.wish = wish
    self.pace = pace
    self.services = services
    answer = UnitAnswer(reply)
  }

  /// After so many refused rows the rest is not tried.
  static let mostRefused = 10_000

  /// What came of it in a group without savepoints, of which nothing is to be kept: known when the group begins again.
  private let foregone = Mutex<BatchResult?>(nil)

  /// What is only tried out takes its writing back always.
  var isRepeatable: Bool { !context.dryRun }

  func run(on connection: Connection, rollback: RollbackScope) throws {
    let services = try services.open()
    if let known = foregone.withLock({ $0 }) { return answer.set(.success(known)) }
    let turn: Turn
    do { turn = try begin(rollback, services, connection) } catch let refusal as Refusal { return answer.set(.failure(refusal)) }
    if rollback == .savepoint { try connection.savepoint("batch") }
    do {
      let result = try attempt(turn)
      if rollback == .savepoint, !result.isKept { try connection.rollBack(to: "batch") }
      answer.set(.success(result))
    } catch let restart as RestartTransaction {
      services.forget()
      throw restart
    } catch let fault as StoreFault where !fault.concernsStatementOnly {
      throw fault
    } catch {
      services.forget()
      guard rollback == .savepoint else { throw RestartTransaction() }
      try connection.rollBack(to: "batch")
      answer.set(.failure(error))
    }
    if rollback == .savepoint { try connection.release("batch") }
    services.forget()
  }

  /// What all rows of one attempt share.
  private struct Turn {
    let rollback: RollbackScope
    let services: WriterServices
    let connection: Connection
    let scope: Scope
    let role: String
    var context: CallContext
  }

  /// With the rights of this moment: a portion may come long after the sheet was sent.
  ///
  /// - Throws: `Refusal` for whoever may not do this any longer.
  private func begin(_ rollback: RollbackScope, _ services: WriterServices, _ connection: Connection) throws -> Turn {
    try services.condition.clockGuard.requireTrust()
    var context = context
    let nation = services.snapshot(on: connection, context, .nation, day)
    context.principal = try services.contracts.renewed(context.principal, in: Snapshot(nation))
    let (scope, role) = try command.permit(context.principal)
    return Turn(rollback: rollback, services: services, connection: connection, scope: scope, role: role, context: context)
  }

  private func attempt(_ given: Turn) throws -> BatchResult {
    guard case .action(let make) = command.body else { throw CallFault.lost }
    let (rollback, connection) = (given.rollback, given.connection)
    let record = try record(given)
    var turn = given
    if let record { turn.context.request = record.request }
    let before = connection.changesSoFar
    var result = BatchResult()
    try rows.forEach { number, input in
      // Whoever sends so many wrong rows mends the sheet first; each refusal is kept until the end.
      guard result.tried == 0 || pace(result.tried), result.refused.count < BatchUnit.mostRefused else { return false }
      result.tried += 1
      switch input {
      case .failure(let refusal): result.refused.append((number, advice(turn, .null, nil).told(refusal)))
      case .success(let input): try perform(make(input), input, number, turn, &result)
      }
      // All of it is going to be taken back, which a group without savepoints cannot do for one of its units.
      if rollback == .group, !result.refused.isEmpty, !wish.skipsRefused, connection.changesSoFar != before { throw RestartTransaction() }
      return true
    }
    let isWhole = result.refused.isEmpty && result.tried == rows.count
    result.isKept = !context.dryRun && (isWhole || wish.skipsRefused)
    if !result.isKept { result.lastEntry = nil }
    if result.isKept, result.done > 0 || wish.file?.batch != nil { result.batch = try record?.kept(with: result, on: connection) }
    if rollback == .group, !result.isKept, connection.changesSoFar != before {
      foregone.withLock { $0 = result }
      throw RestartTransaction()
    }
    return result
  }

  /// What is known of the batch so far; nil for rows of no file.
  ///
  /// - Throws: `Refusal` for a file that was imported before, unless it shall be again.
  private func record(_ turn: Turn) throws -> BatchRecord? {
    guard let file = wish.file else { return nil }
    let (connection, scope) = (turn.connection, turn.scope)
    if let batch = file.batch {
      let record = try BatchRecord.find(batch, on: connection)
      guard record?.undone == nil else { throw Refusal.undoneMeanwhile }
      guard record?.processed == file.processed else { throw Refusal.importedMeanwhile }
      return record
    }
    let known = try BatchRecord.last(command.spec.id, file.digest, province: scope.province, on: connection)
    if let known, !file.isAgain { throw Refusal.imported(known) }
    return BatchRecord(
      id: try BatchRecord.nextNumber(on: connection), action: command.spec.id, owner: context.principal.id,
      province: scope.province, digest: file.digest, rows: file.rows, refused: file.refusedBefore, at: turn.services.clock.now())
  }

  /// In a group without savepoints a row that was refused before it wrote anything needs none: SQLite pays for every page
  /// that changes under a savepoint, for long sheets more than for all else.
  private func perform(
    _ action: any PreparedCall, _ input: Value, _ number: Int, _ turn: Turn, _ result: inout BatchResult
  ) throws {
    let (rollback, services, connection, context) = (turn.rollback, turn.services, turn.connection, turn.context)
    let core = services.transaction(on: connection, context, turn.scope, day, isAnswerRead: false)
    let before = connection.changesSoFar
    if rollback == .savepoint { try connection.savepoint("row") }
    let answer: Value
    do {
      answer = try action.perform(in: core, encodesAnswer: wish.wantsCodes)
    } catch let refusal as Refusal {
      if rollback == .group, connection.changesSoFar != before { throw RestartTransaction() }
      if rollback == .savepoint { try connection.rollBack(to: "row") }
      services.forget()
      let steps = advice(turn, input, core)
      result.refused.append((number, result.twin(of: core.clash, steps) ?? steps.told(refusal).located(in: command.fields, input)))
      if rollback == .savepoint { try connection.release("row") }
      return
    }
    if rollback == .savepoint { try connection.release("row") }
    // Entries of what will be taken back are not worth their time.
    if !context.dryRun, result.refused.isEmpty || wish.skipsRefused {
      if let last = try append(core, turn) {
        result.lastEntry = last
        // The entries of one row follow one another.
        result.firstEntry = result.firstEntry ?? last - Int64(core.reads.count + core.changes.count) + 1
      }
    }
    if let change = core.changes.first {
      result.changed += 1
      result.sources.note(change.layout.entity.object, change.row, row: number)
    } else {
      result.same += 1
    }
    if wish.wantsCodes, let change = core.changes.first {
      let name = try core.store.name(of: ThingName.anyKind, code: change.object)
      result.codes.append((number, answer["code"]?.string ?? name?.code ?? change.object))
    }
  }

  private func advice(_ turn: Turn, _ input: Value, _ core: StoreTransaction?) -> NextSteps {
    NextSteps(
      registry: turn.services.registry, command: command, principal: turn.context.principal, input: input, store: core?.store, work: core)
  }

  private func append(_ core: StoreTransaction, _ turn: Turn) throws -> Int64? {
    let writing = EntryWriting(
      act: command.spec.id, module: command.spec.module, role: turn.role, context: turn.context, at: turn.services.stamp)
    return try writing.append(core, turn.services, turn.connection)
  }
}

extension Refusal {
  /// What a row refers to and is not there, or is there more than once: with the field, where only one can be meant.
  fileprivate func located(in fields: [Field], _ input: Value) -> Refusal {
    guard faults.isEmpty, let entity, kind == .notFound || kind == .malformed else { return self }
    let meant = fields.filter { field in
      if case .reference(entity, _) = field.kind { input[field.name].map { $0 != .null } ?? false } else { false }
    }
    guard meant.count == 1 else { return self }
    var located = self
    located.faults = [FieldFault("/\(meant[0].name)", code, texts)]
    return located
  }

  fileprivate static let undoneMeanwhile = Refusal.conflict(
    "import.undone-meanwhile",
    Texts(
      "این برگه در میان کار برگردانده شد؛ بقیهٔ آن وارد نشد.", "The sheet was taken back while it was being imported; the rest was left."))
  static let importedMeanwhile = Refusal.conflict(
    "import.same-file-runs",
    Texts(
      "همین فایل هم‌اکنون وارد می‌شود؛ بگذارید پایان یابد.", "The same file is being imported at this moment; let that end."))

  /// A file that was imported already by this action in this province.
  fileprivate static func imported(_ known: BatchRecord) -> Refusal {
    let time = AuditShow.time(Clock.rfc3339(known.at)) ?? ""
    var refusal = Refusal.conflict(
      "import.same-file",
      Texts(
        "همین فایل پیش‌تر وارد شده است (برگهٔ \(known.id)، \(time)).", "The same file was imported before (sheet \(known.id), \(time))."))
    if known.processed < known.rows {
      refusal.next = [
        NextStep(
          Texts(
            "آن کار نیمه‌کاره مانده است: با --skip-invalid (در API: skipRefused=true) همان فایل از همان جا ادامه می‌یابد.",
            "That import was cut short: with --skip-invalid (API: skipRefused=true) the same file goes on from there."))
      ]
    }
    refusal.next += [
      NextStep(
        Texts(
          "اگر باید دوباره وارد شود با --again (در API: again=true) بفرستید؛ آن برگه را ببینید.",
          "If it shall be imported once more, send it with --again (API: again=true); look at that sheet."),
        command: ShowImport.spec.id, input: [.init("batch", .int(known.id))])
    ]
    return refusal
  }
}

extension Runtime {
  /// Runs one action for many inputs, all or nothing unless refused rows may be skipped.
  ///
  /// - Parameters:
  ///   - rows: read on the writer's thread.
  ///   - pace: called on the writer's thread; a stopped batch keeps what was done only where refused rows may be skipped.
  /// - Returns: what became of each row.
  /// - Throws: `Refusal` when the principal may not or the action has slow preparation, which cannot be done in bulk;
  ///   `CallFault.commit` when the store could not keep it. Refused rows throw nothing.
  public func performAll(
    _ command: Command, _ rows: BatchRows, _ context: CallContext, _ wish: BatchWish = BatchWish(),
    pace: @escaping BatchPace = { _ in true }
  ) throws -> BatchResult {
    _ = try recordingDenial(command, context) { try command.permit(context.principal) }
    guard !command.isSlow else {
      throw Refusal(
        .rule, "import.one-by-one", Texts("این فرمان دسته‌ای نمی‌شود.", "This action cannot be imported in bulk."))
    }
    let promise = Promise<Result<BatchResult, any Error>>()
    try enqueue(
      BatchUnit(
        command, rows, context, day: clock.day, wish: wish, pace: pace, services: writerServices, reply: { promise.fulfill($0) }))
    return try recordingDenial(command, context) { try promise.wait().get() }
  }

  /// A denied import is an entry as a denied action is.
  private func recordingDenial<Outcome>(_ command: Command, _ context: CallContext, _ body: () throws -> Outcome) throws -> Outcome {
    do {
      return try body()
    } catch let refusal as Refusal where refusal.kind == .forbidden {
      let promise = Promise<Result<ActionResult, any Error>>()
      deny(command, context, refusal) { promise.fulfill($0) }
      _ = try promise.wait().get()
      throw refusal
    }
  }
}
