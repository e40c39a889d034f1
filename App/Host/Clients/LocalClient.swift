import Feature
import Glibc
import Ledger
public import Engine
import Secrets
import Store
public import Values

/// The console in process: the same calls that HTTP makes, as the person who signed in.
public final class LocalClient: CatalogueClient {
  private let runtime: Runtime
  private let reader: ReadSession
  private var token: String?
  private var user: String?
  private var count = 0
  private var transaction: OpenTransaction?
  private let session = Hex.encode(Random.bytes(4))

  /// - Parameter token: of a session that goes on; nobody is signed in without one.
  /// - Throws: `StoreFault` when no reader of the store can be opened.
  public init(_ runtime: Runtime, token: String? = nil) throws {
    self.runtime = runtime
    self.token = token
    reader = try runtime.openReader()
  }

  public var context: ClientContext {
    let principal = try? principal()
    return ClientContext(
      host: "local", user: principal?.staff == nil ? nil : user ?? principal?.name, province: principal?.province,
      environment: runtime.folder.environment)
  }

  func principal() throws -> Principal { try runtime.identify(token, reader: reader) }

  /// - Throws: `Refusal` when the session has ended.
  public func catalogue() throws -> Catalogue { runtime.catalogue(for: try principal()) }

  /// - Throws: `Refusal` where the answer is no, with what to do next; any other error is a fault of ours.
  public func run(_ command: CommandEntry, input: Value, options: CallOptions) throws -> ClientResponse {
    guard let declared = runtime.registry.command(command.id) else { throw Refusal.notFound(Texts("این فرمان", "This command")) }
    let principal = try principal()
    do {
      return try run(declared, try Field.conform(input, to: declared.fields, mode: .strict), principal, options)
    } catch {
      throw runtime.advised(error, declared, input, principal, reader: reader)
    }
  }

  private func run(_ declared: Command, _ canonical: Value, _ principal: Principal, _ options: CallOptions) throws -> ClientResponse {
    count += 1
    let context = CallContext(
      principal: principal, origin: LedgerOrigin(channel: "repl", host: "", session: principal.session),
      request: "\(session)-\(count)", dryRun: options.dryRun, idempotencyKey: options.idempotencyKey)
    let shows = principal.showsSecrets(runtime.registry)
    // One that ran out of time says so once.
    defer { if transaction?.isOver == true { transaction = nil } }
    guard declared.kind == .action else {
      let answer =
        try transaction?.answer(declared, canonical, context) ?? runtime.answer(declared, canonical, context, reader: reader)
      return ClientResponse(value: unwrapped(answer, shows), entry: nil)
    }
    let answer =
      try transaction?.perform(declared, canonical, context, reader: reader)
      ?? runtime.perform(declared, canonical, context, reader: reader)
    return ClientResponse(value: unwrapped(answer.shown(dryRun: options.dryRun), shows), entry: answer.entry)
  }

  /// - Throws: `Refusal` for a sheet that cannot be read or an action that is not this principal's, and within a transaction.
  public func importSheet(
    _ action: String, _ octets: [UInt8], _ options: SheetOptions, isTrial: Bool, pace: @escaping BatchPace
  ) throws -> Value {
    guard let command = runtime.registry.command(action), command.kind == .action else {
      throw Refusal.notFound(Texts("این فرمان", "This action"))
    }
    let sheet = try sheet(command, try Sheet(octets, encoding: options.encoding), options)
    return try report(on: sheet, isTrial: isTrial, pace: pace).summary(command.fields)
  }

  /// A sheet as whoever signed in means it, with what they said of its columns before.
  func sheet(_ command: Command, _ sheet: Sheet, _ given: SheetOptions) throws -> SheetImport {
    var options = given
    options.remembered = try runtime.rememberedColumns(command, principal(), reader: reader)
    return try SheetImport(command: command, sheet: sheet, options: options)
  }

  /// Brings a sheet, with everything that can be told of its rows.
  func report(
    on sheet: SheetImport, wantsCodes: Bool = false, isTrial: Bool, pace: @escaping BatchPace
  ) throws -> SheetReport {
    guard transaction == nil else {
      throw Refusal.conflict(
        "import.in-transaction",
        Texts("برگه خود یک تراکنش است؛ نخست commit یا rollback.", "A sheet is a transaction of its own; commit or roll back first."))
    }
    count += 1
    let principal = try principal()
    let context = CallContext(
      principal: principal, origin: LedgerOrigin(channel: "import", host: "", session: principal.session),
      request: "\(session)-\(count)", dryRun: isTrial)
    return try sheet.run(runtime, context, wantsCodes: wantsCodes, pace: pace)
  }

  /// - Throws: as `run`, and what `take` throws; what went out until then is on record.
  public func exportList(
    _ list: CommandEntry, _ filters: Value, isCSV: Bool, take: (_ text: borrowing JSONBuffer, _ begins: [Int]) throws -> Void
  ) throws {
    guard let command = runtime.registry.command(list.id), command.kind == .list else {
      throw Refusal.notFound(Texts("این فهرست", "This list"))
    }
    count += 1
    let principal = try principal()
    let context = CallContext(
      principal: principal, origin: LedgerOrigin(channel: "export", host: "", session: principal.session), request: "\(session)-\(count)")
    let export = ListExport(
      command, filters: try Field.conform(filters, to: command.fields, mode: .strict), as: isCSV ? .csv(.jalali) : .lines)
    var rows = 0
    do {
      try export.run(runtime, context, reader: reader) { text, begins in
        do { try take(text, begins) } catch let stop as InterruptedExportFault {
          rows += stop.rows
          throw stop
        }
        rows += begins.count
      }
    } catch {
      // Personal data may have left the house all the same.
      if rows > 0 { try export.note(rows: rows, runtime, context) }
      throw error
    }
    try export.note(rows: rows, runtime, context)
  }

  public var isInTransaction: Bool { transaction != nil }

  /// - Throws: `Refusal` when a transaction is open, here or elsewhere.
  public func begin(seconds: Int) throws { transaction = try runtime.begin(seconds: seconds) }

  /// - Throws: `Refusal` when it was rolled back meanwhile, `CallFault.commit` when the store could not keep it.
  public func commit() throws -> Int64? {
    defer { transaction = nil }
    return try transaction?.commit()
  }

  /// - Throws: `Refusal` when it was rolled back meanwhile.
  public func rollBack() throws {
    defer { transaction = nil }
    try transaction?.rollBack()
  }

  /// The same JSON that a server would send, so that both consoles show the same.
  private func unwrapped(_ value: Value, _ shows: Bool) -> Value {
    let answer = JSONWriter.write(value, showsSecrets: shows)
    return (try? JSONReader.read(answer, maximumElements: JSONReader.maximumElementsOfAnswer)) ?? value
  }

  /// - Throws: `Refusal` for a wrong password, an account that is not in use, or too many attempts.
  public func login(user: String, password: String) throws {
    guard let login = runtime.registry.command("accounts.login") else { throw Refusal.notFound(Texts("ورود", "Signing in")) }
    let context = CallContext(
      principal: .nobody, origin: LedgerOrigin(channel: "repl", host: "", session: ""), request: "\(session)-login")
    let answer = try runtime.perform(
      login, .record(["user": .text(user), "password": .text(password)]), context, reader: reader)
    token = answer.value["token"]?.string
    self.user = user
  }

  /// - Throws: as `run`; nothing happens where nobody is signed in.
  public func logout() throws {
    guard token != nil, let command = runtime.registry.command("accounts.logout") else { return }
    _ = try run(command.entry, input: .object([]), options: CallOptions())
    token = nil
    user = nil
  }
}
