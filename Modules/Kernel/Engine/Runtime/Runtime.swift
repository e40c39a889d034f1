public import Feature
import Jalali
import Ledger
import Secrets
public import Store
public import Values

/// A store that is open: the registry over it, one writer, readers, the ledger.
public final class Runtime: Sendable {
  /// What is installed.
  public let registry: Registry
  /// Where the store lies.
  public let folder: StoreFolder
  /// Where the time comes from: the clock the store was opened with, as far as it is believed.
  public let clock: Clock
  let condition: StoreCondition
  let vault: Vault
  let cursors: CursorSeal
  /// nil for a store that is only looked at.
  private let writer: Writer?
  /// What is being imported portion by portion.
  let runningSheets = RunningSheets()
  private let services: WriterServicesBox
  private let lock: StoreLock?

  /// Opens the store in a folder that `create` made.
  ///
  /// - Parameter acceptsMissingMark: whether a ledger whose high-water mark is gone is taken as it stands.
  /// - Throws: `StoreFault` (locked, missing, newer schema, wrong key …), `KeyFileFault`, `LedgerFault` when the head is
  ///   behind the published high-water mark, `RegistryFault`.
  public init(folder: StoreFolder, registry: Registry, clock: Clock = .system, acceptsMissingMark: Bool = false) throws {
    guard folder.exists else {
      throw StoreFault(
        .missing,
        Texts("در \(folder.path) مخزنی نیست؛ «hamyar init» آن را می‌سازد.", "There is no store in \(folder.path); `hamyar init` makes one."))
    }
    self.registry = registry
    self.folder = folder
    let clockGuard = ClockGuard(clock)
    condition = StoreCondition(environment: folder.environment, clockGuard: clockGuard)
    let clock = clockGuard.clock
    self.clock = clock
    lock = try StoreLock(folder)
    let keys = try StoreKeys.read(folder)
    let vault = Vault(master: keys.master)
    self.vault = vault
    cursors = CursorSeal(key: try keys.master.derive(.cursor))
    let services = WriterServicesBox()
    self.services = services
    let condition = condition
    writer = try Writer(file: folder.database) {
      let connection = try StoreValidation.writer(on: folder, registry.schema)
      try registry.schema.apply(to: connection, at: Clock.rfc3339(clock.now()))
      try StoreValidation.recognise(vault, on: connection, folder)
      if !acceptsMissingMark { try StoreValidation.requireMark(folder, on: connection) }
      let ledger = try StoreValidation.naming(folder) {
        try LedgerWriter(
          on: connection, vault: vault, key: keys.audit, name: keys.name, highWaterMark: folder.highWaterMark,
          publishesBeside: true)
      }
      try clockGuard.follow(connection)
      try registry.tables.reach.renew(on: connection)
      try JobStore.interruptAll(at: clock.now(), on: connection)
      try connection.installScopedViews(over: registry.scopedTables)
      let source = try? registry.contracts.provider(of: (any ConfigurationSource).self)
      services.fill(
        WriterServices(
          registry: registry, tables: registry.tables, vault: vault, contracts: registry.contracts, ledger: ledger,
          configuration: ConfigurationCache(source), condition: condition))
      return (connection, ledger)
    }
  }

  /// Opens a store for reading only, also beside the process that writes it; its schema must be this program's.
  ///
  /// - Throws: `StoreFault` for a missing store, another schema or another key, `KeyFileFault` when the keys cannot be
  ///   read.
  public init(reading folder: StoreFolder, registry: Registry) throws {
    guard folder.exists else {
      throw StoreFault(.missing, Texts("در \(folder.path) مخزنی نیست.", "There is no store in \(folder.path)."))
    }
    self.registry = registry
    self.folder = folder
    condition = StoreCondition(environment: folder.environment, clockGuard: ClockGuard(.system))
    clock = condition.clockGuard.clock
    writer = nil
    lock = nil
    services = WriterServicesBox()
    let keys = try StoreKeys.read(folder)
    vault = Vault(master: keys.master)
    cursors = CursorSeal(key: try keys.master.derive(.cursor))
    let connection = try Connection(path: folder.database, mode: .reader)
    try Migrations.requireStore(connection)
    try StoreValidation.requireComplete(registry.schema.check(connection))
    try StoreValidation.compare(vault, on: connection, folder)
    try condition.clockGuard.follow(connection)
  }

  /// Makes folder, keys and an empty database.
  ///
  /// - Parameter ledgerName: the origin of the ledger's signed notes (C2SP tlog-checkpoint); never changes.
  /// - Throws: `StoreFault.locked` when there is a store, other `StoreFault` or `KeyFileFault` when something cannot be
  ///   written.
  public static func create(_ folder: StoreFolder, ledgerName: String) throws {
    guard !folder.exists else {
      throw StoreFault(.locked, Texts("در \(folder.path) از پیش مخزنی هست.", "There is a store in \(folder.path) already."))
    }
    try folder.create()
    try StoreKeys.create(folder, name: ledgerName)
    try Migrations.begin(Connection(path: folder.database, mode: .writer))
  }

  /// Writes into the lock file where this process can be reached.
  public func announce(_ text: String) { lock?.describe(text) }

  /// Finishes what waits, moves the write-ahead log into the database, lets go of the folder.
  public func close() {
    writer?.close()
    lock?.release()
  }

  func tidy() { writer?.tidy() }

  // MARK: Actions

  /// Hands an action to the writer. `reply` is called on the writer's thread, after COMMIT.
  ///
  /// The input must be canonical (see `Field.conform`). Slow preparation runs here, on the caller's thread.
  public func submit(
    _ command: Command, _ input: Value, _ context: CallContext, reader: ReadSession,
    reply: @escaping @Sendable (Result<ActionResult, any Error>) -> Void
  ) {
    do {
      let (scope, role) = try command.permit(context.principal)
      guard case .action(let make) = command.body else { throw CallFault.lost }
      guard !context.dryRun || !command.spec.handlesSecret else { throw Refusal.noDryRun }
      var call = try make(input)
      if command.isSlow {
        try call.prepare(in: Snapshot(core(reader, context.principal, .nation, clock.day, context.origin)))
      }
      let ready = call
      let condition = Precondition(command, input, context)
      var context = context
      if command.spec.handlesSecret { context.idempotencyKey = nil }
      // What was asked for, so that a key cannot be used for something else later.
      let fingerprint =
        context.idempotencyKey == nil
        ? [] : vault.blindIndex(command.spec.id + JSONWriter.text(input, showsSecrets: true), purpose: "registry_answer.fingerprint")
      try enqueue(
        ActionUnit(
          act: command.spec.id, module: command.spec.module, day: clock.day, context: context, scope: scope, role: role,
          fingerprint: fingerprint, showsSecrets: context.principal.showsSecrets(registry), input: input, services: services,
          perform: { core in
            try condition?.check(core.store)
            return try core.store.named(ready.perform(in: core), by: command.names)
          }, reply: reply))
    } catch let refusal as Refusal where refusal.kind == .forbidden {
      deny(command, context, refusal, reply)
    } catch {
      reply(.failure(advised(error, command, input, context.principal, reader: reader)))
    }
  }

  /// The same, waiting for the answer.
  ///
  /// - Throws: `Refusal` when the answer is no, `CallFault` when the store could not keep it or nobody knows, and whatever
  ///   the action throws through a fault of its own.
  public func perform(
    _ command: Command, _ input: Value, _ context: CallContext, reader: ReadSession
  ) throws -> ActionResult {
    let promise = Promise<Result<ActionResult, any Error>>()
    submit(command, input, context, reader: reader) { promise.fulfill($0) }
    return try promise.wait().get()
  }

  /// A whole unit of the kernel's own (the night, read entries).
  func performUnit(
    act: String, module: String, day: JalaliDay, _ context: CallContext, priority: WritePriority = .normal,
    _ body: @escaping @Sendable (StoreTransaction) throws -> Value,
    reply: @escaping @Sendable (Result<ActionResult, any Error>) -> Void
  ) throws {
    try enqueue(
      ActionUnit(
        act: act, module: module, day: day, context: context, scope: .nation, role: context.principal.id, fingerprint: [],
        services: services, perform: body, reply: reply), priority: priority)
  }

  func enqueue(_ unit: any WriteUnit, priority: WritePriority = .normal) throws {
    guard let writer else {
      throw StoreFault(.readOnly, Texts("این مخزن فقط برای خواندن باز شده است.", "This store was opened for reading only."))
    }
    guard writer.submit(unit, priority: priority) else {
      throw Refusal(
        .unavailable, "busy", Texts("صف نوشتن پر است؛ کمی بعد دوباره بفرستید.", "The queue is full; send it again shortly."),
        retryAfter: 1)
    }
  }

  var writerServices: WriterServicesBox { services }

  /// Units that wait for the writer.
  public var waitingWrites: Int { writer?.waitingCount ?? 0 }

  /// How many groups were committed since the store was opened; nil where another process may write.
  var commits: Int? { writer?.commits }

  /// A denied attempt is an entry of its own before the answer goes out.
  func deny(
    _ command: Command, _ context: CallContext, _ refusal: Refusal,
    _ reply: @escaping @Sendable (Result<ActionResult, any Error>) -> Void
  ) {
    do {
      let scope = context.principal.province.map { Scope.province($0) } ?? .nothing
      try enqueue(
        ActionUnit(
          act: command.spec.id, module: command.spec.module, day: clock.day, context: context, scope: scope, role: "none",
          fingerprint: [], services: services, perform: { _ in throw refusal }, reply: reply))
    } catch {
      reply(.failure(error))
    }
  }

  /// Refuses early what the principal may not do at all, before the input is looked at; a denied attempt leaves its entry.
  ///
  /// - Parameter reader: with one at hand the refusal can name colleagues who may.
  /// - Throws: `Refusal` of kind `unauthenticated` or `forbidden`.
  public func allow(_ command: Command, _ context: CallContext, reader: ReadSession? = nil) throws {
    do {
      _ = try command.permit(context.principal)
    } catch let refusal as Refusal where refusal.kind == .forbidden {
      deny(command, context, refusal) { _ in }
      throw advised(refusal, command, .null, context.principal, reader: reader)
    }
  }

  // MARK: Queries

  /// A connection of one's own for reading; for one thread at a time.
  ///
  /// - Throws: `StoreFault` when the file cannot be opened.
  public func openReader() throws -> ReadSession {
    let connection = try Connection(path: folder.database, mode: .reader)
    try connection.installScopedViews(over: registry.scopedTables)
    return ReadSession(connection)
  }

  /// Runs a query or a list.
  ///
  /// - Throws: `Refusal` when the answer is no, `StoreFault` when the store cannot be read.
  public func answer(_ command: Command, _ input: Value, _ context: CallContext, reader: ReadSession) throws -> Value {
    try respond(to: command, input, context, reader: reader) { output, snapshot in
      let value = try ValueEncoder.encode(output)
      return command.kind == .list ? value : try snapshot.named(value, by: command.names)
    }
  }

  /// Runs a query or a list and gives its answer the form that a face needs.
  ///
  /// - Parameter form: called once, before the reader goes on, with whoever tells what rows are called; a list writes its
  ///   rows while they are read.
  /// - Throws: `Refusal` when the answer is no, `StoreFault` when the store cannot be read, and what `form` throws.
  public func answer<Form>(
    _ command: Command, _ input: Value, _ context: CallContext, reader: ReadSession,
    naming form: (any Encodable, any ReferenceNaming) throws -> Form
  ) throws -> Form {
    try respond(to: command, input, context, reader: reader) { try form($0, $1) }
  }

  /// One page of a list that is read to its end, of a size that no request may ask for.
  func page(of list: Command, _ input: Value, rows: Int64, _ context: CallContext, reader: ReadSession) throws -> Value {
    try respond(to: list, input, context, reader: reader, rows: rows) { page, _ in try ValueEncoder.encode(page) }
  }

  private func respond<Form>(
    to command: Command, _ input: Value, _ context: CallContext, reader: ReadSession, rows: Int64? = nil,
    _ form: (any Encodable, StoreSnapshot) throws -> Form
  ) throws -> Form {
    do {
      return try answering(command, input, context, reader: reader, rows: rows, form)
    } catch {
      throw advised(error, command, input, context.principal, reader: reader)
    }
  }

  private func answering<Form>(
    _ command: Command, _ input: Value, _ context: CallContext, reader: ReadSession, rows: Int64?,
    _ form: (any Encodable, StoreSnapshot) throws -> Form
  ) throws -> Form {
    try allow(command, context, reader: reader)
    let (scope, _) = try command.permit(context.principal)
    try reader.refresh(at: commits)
    let core = core(reader, context.principal, scope, clock.day, context.origin)
    switch command.body {
    case .query(let answer):
      let output = try reader.steady { try answer(input, Snapshot(core)) }
      try record(core.reads, command, context)
      return try form(output, core)
    case .list(let selection):
      let run = try ListRun(command: command, selection: try selection(input), cursors: cursors, in: core)
      return try form(try run.page(input, rows: rows, in: core), core)
    case .action: throw CallFault.lost
    }
  }

  /// Puts on record that a list was taken out of the house.
  ///
  /// - Parameters:
  ///   - filters: the list's input; committed in the ledger, not copied.
  ///   - rows: how many went out.
  /// - Throws: `Refusal` when the writer's queue is full, `CallFault.commit` when the entry could not be kept.
  func noteExport(_ command: Command, filters: Value, rows: Int, _ context: CallContext) throws {
    let note = ReadNote(
      object: "\(command.spec.id)/0", province: context.principal.province.map { String($0.suffix(2)) }, subject: nil,
      // Somebody's name may have been searched for.
      detail: [.init("filters", .personal(.text(JSONWriter.text(filters)))), .init("rows", .int(Int64(rows)))])
    try record([note], command, context)
  }

  private func record(_ reads: [ReadNote], _ command: Command, _ context: CallContext) throws {
    guard !reads.isEmpty else { return }
    let promise = Promise<Result<ActionResult, any Error>>()
    try performUnit(act: command.spec.id, module: command.spec.module, day: clock.day, context) { core in
      core.reads = reads
      return .null
    } reply: {
      promise.fulfill($0)
    }
    _ = try promise.wait().get()
  }

  /// A snapshot of the whole store for the kernel's own questions (who is this token?).
  public func snapshot<Result>(_ reader: ReadSession, _ body: (borrowing Snapshot) throws -> Result) rethrows -> Result {
    try body(Snapshot(core(reader, .installer, .nation, clock.day)))
  }

  func core(
    _ reader: ReadSession, _ principal: Principal, _ scope: Scope, _ day: JalaliDay,
    _ origin: LedgerOrigin = LedgerOrigin(channel: "kernel", host: "", session: "")
  ) -> StoreSnapshot {
    StoreSnapshot(
      connection: reader.connection, tables: registry.tables, vault: vault, contracts: registry.contracts, principal: principal,
      scope: scope, day: day, micros: clock.now(), origin: origin, references: reader.references, condition: condition)
  }
}
