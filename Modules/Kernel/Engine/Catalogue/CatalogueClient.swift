import Feature
public import Values

/// Somebody who can list and run what the registry declares: in process, or a server at the other end of a socket.
public protocol CatalogueClient: AnyObject {
  /// What stands in the prompt: environment, province, mode.
  var context: ClientContext { get }
  /// What this principal may do.
  ///
  /// - Throws: as `run`.
  func catalogue() throws -> Catalogue
  /// Runs an action or a query.
  ///
  /// - Throws: `Refusal` for a no (also one that came over the wire); anything else is a fault of the connection or of ours.
  func run(_ command: CommandEntry, input: Value, options: CallOptions) throws -> ClientResponse
  /// Opens a session; later calls are made as that person.
  ///
  /// - Throws: `Refusal` for a wrong password, an account that is not in use, or too many attempts.
  func login(user: String, password: String) throws
  /// Closes the session; later calls are made as nobody.
  ///
  /// - Throws: as `run`.
  func logout() throws
  /// Whether a transaction is open.
  var isInTransaction: Bool { get }
  /// Opens a transaction: until it ends, calls see its changes and nobody else does; all of them are kept, or none.
  ///
  /// - Parameter seconds: how long it may wait for the next call before it is rolled back.
  /// - Throws: `Refusal` when this client has no transactions or one is open.
  func begin(seconds: Int) throws
  /// - Returns: the last ledger entry of what was kept; nil when nothing changed.
  /// - Throws: `Refusal` when none is open or it was rolled back meanwhile; `CallFault.commit` when the store could not
  ///   keep it.
  func commit() throws -> Int64?
  /// Takes back everything since `begin`; the entries of refused attempts stay.
  ///
  /// - Throws: `Refusal` when none is open.
  func rollBack() throws
  /// Long work that this person asked for, newest first, each as `{id, work, state, done, total, …}`.
  ///
  /// - Throws: as `run`; `Refusal` when this client has no jobs.
  func jobs() throws -> [Value]
  /// One of them.
  ///
  /// - Parameter id: the job's number.
  /// - Throws: as `run`; `Refusal.notFound` also for somebody else's job.
  func job(_ id: Int64) throws -> Value
  /// Asks a job to stop where it is.
  ///
  /// - Returns: the job as it stands.
  /// - Throws: as `run`; `Refusal` of kind `conflict` for one that has ended.
  func cancelJob(_ id: Int64) throws -> Value
  /// One action for each row of a sheet.
  ///
  /// - Parameters:
  ///   - action: its id.
  ///   - octets: of the file.
  ///   - isTrial: whether all rows are tried and nothing is kept.
  ///   - pace: told how many rows were tried; false stops it.
  /// - Returns: what became of the rows, as `SheetReport.summary`.
  /// - Throws: as `run`; `Refusal` for a sheet that cannot be read. Refused rows throw nothing.
  func importSheet(_ action: String, _ octets: [UInt8], _ options: SheetOptions, isTrial: Bool, pace: @escaping BatchPace) throws -> Value
  /// A whole list as text, with its entry in the ledger.
  ///
  /// - Parameters:
  ///   - filters: the list's input.
  ///   - isCSV: a sheet, else an object of JSON in each line.
  ///   - take: gets the text part by part, and where in it each row begins; an `InterruptedExportFault` says how many of them it took.
  /// - Throws: as `run`, and what `take` throws.
  func exportList(
    _ list: CommandEntry, _ filters: Value, isCSV: Bool, take: (_ text: borrowing JSONBuffer, _ begins: [Int]) throws -> Void) throws
}

extension CatalogueClient {
  /// Never.
  // Most clients have neither transactions nor jobs.
  public var isInTransaction: Bool { false }
  /// Refuses.
  ///
  /// - Throws: `Refusal` with code `transaction.here-only`.
  public func begin(seconds: Int) throws { throw Refusal.noTransaction }
  /// Refuses.
  ///
  /// - Throws: `Refusal` with code `transaction.here-only`.
  public func commit() throws -> Int64? { throw Refusal.noTransaction }
  /// Refuses.
  ///
  /// - Throws: `Refusal` with code `transaction.here-only`.
  public func rollBack() throws { throw Refusal.noTransaction }
  /// Refuses.
  ///
  /// - Throws: `Refusal` with code `jobs.on-a-server-only`.
  public func jobs() throws -> [Value] { throw Refusal.noJobs }
  /// Refuses.
  ///
  /// - Throws: `Refusal` with code `jobs.on-a-server-only`.
  public func job(_ id: Int64) throws -> Value { throw Refusal.noJobs }
  /// Refuses.
  ///
  /// - Throws: `Refusal` with code `jobs.on-a-server-only`.
  public func cancelJob(_ id: Int64) throws -> Value { throw Refusal.noJobs }
  /// Refuses.
  ///
  /// - Throws: `Refusal` with code `export.elsewhere`.
  public func exportList(
    _ list: CommandEntry, _ filters: Value, isCSV: Bool, take: (_ text: borrowing JSONBuffer, _ begins: [Int]) throws -> Void
  ) throws {
    throw Refusal(.malformed, "export.elsewhere", Texts("از اینجا فهرستی بیرون داده نمی‌شود.", "Lists are not exported here."))
  }
  /// Refuses.
  ///
  /// - Throws: `Refusal` with code `import.elsewhere`.
  public func importSheet(
    _ action: String, _ octets: [UInt8], _ options: SheetOptions, isTrial: Bool, pace: @escaping BatchPace
  ) throws -> Value {
    throw Refusal(
      .malformed, "import.elsewhere", Texts("اینجا برگه‌ای وارد نمی‌شود.", "Sheets are not imported here."))
  }
}

extension Refusal {
  fileprivate static var noJobs: Refusal {
    Refusal(
      .malformed, "jobs.on-a-server-only",
      Texts("کارهای بلند را کارگزار پیش می‌برد: console --server", "Jobs are run by a server: console --server"))
  }

  fileprivate static var noTransaction: Refusal {
    Refusal(
      .malformed, "transaction.here-only",
      Texts(
        "تراکنش تنها در کنسولی است که خود مخزن را باز کرده باشد (--store)؛ روی کارگزار هر فرمان به‌تنهایی ثبت می‌شود.",
        "Transactions exist only in a console that has the store open itself (--store); on a server every command is kept by itself."
      ))
  }
}

/// Where a client's calls go and as whom.
public struct ClientContext: Sendable {
  /// What stands in the prompt for the store: `local`, or the address of a server.
  public var host: String
  /// The user name; nil before anybody has signed in.
  public var user: String?
  /// ISO 3166-2 code of the widest grant; nil for the nation.
  public var province: String?
  /// What the store is for; nil from a server that does not say.
  public var environment: StoreEnvironment?

  /// Where calls go and as whom.
  public init(host: String, user: String?, province: String?, environment: StoreEnvironment? = nil) {
    self.host = host
    self.user = user
    self.province = province
    self.environment = environment
  }
}

/// How one call is made.
public struct CallOptions: Sendable {
  /// Whether everything is taken back and the entries are shown instead.
  public var dryRun = false
  /// The same key with the same input gives the first answer again; nil for none.
  public var idempotencyKey: String?

  /// How one call is made.
  public init(dryRun: Bool = false, idempotencyKey: String? = nil) {
    self.dryRun = dryRun
    self.idempotencyKey = idempotencyKey
  }
}

/// What a call answered.
public struct ClientResponse: Sendable {
  /// The output as JSON values; for a list `{"items": […], "next": cursor or null}`;
  /// for a dry run `{"dryRun": true, "result": …, "entries": […]}`.
  public let value: Value
  /// Sequence number of the last ledger entry that the call wrote; nil for queries and dry runs.
  public let entry: Int64?

  /// An answer.
  ///
  /// - Parameters:
  ///   - value: as faces show it.
  ///   - entry: the last ledger entry that the call wrote.
  public init(value: Value, entry: Int64?) {
    self.value = value
    self.entry = entry
  }
}

/// Why a list was not taken to its end.
public struct InterruptedExportFault: Error {
  /// Rows of the last part that were taken, the one included that was taken in part.
  public let rows: Int
  /// What happened.
  public let reason: any Error

  /// - Parameters:
  ///   - rows: of the last part, which were taken.
  ///   - reason: what happened.
  public init(rows: Int, _ reason: any Error) { (self.rows, self.reason) = (rows, reason) }
}
