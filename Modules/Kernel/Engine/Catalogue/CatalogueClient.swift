import Feature
public import Values

/// Somebody who can list and run what the registry declares: in process, or a server at the other end of a socket.
public protocol CatalogueClient: AnyObject {
  /// What stands in the prompt: environment, province, mode.
  var place: ClientPlace { get }
  /// What this principal may do.
  func catalogue() throws -> Catalogue
  /// Runs an action or a query.
  ///
  /// - Throws: `Refusal` for a no (also one that came over the wire); anything else is a fault of the connection or of ours.
  func run(_ command: CommandEntry, input: Value, options: CallOptions) throws -> ClientResponse
  /// Opens a session; later calls are made as that person.
  func login(user: String, password: String) throws
  func logout() throws
  /// Whether a transaction is open.
  var isInTransaction: Bool { get }
  /// Opens a transaction: until it ends, calls see its changes and nobody else does; all of them are kept, or none.
  ///
  /// - Parameter seconds: how long it may wait for the next call before it is rolled back.
  func begin(seconds: Int) throws
  /// - Returns: the last ledger entry of what was kept; nil when nothing changed.
  func commit() throws -> Int64?
  func rollBack() throws
  /// Long work that this person asked for, newest first, each as `{id, work, state, done, total, …}`.
  func jobs() throws -> [Value]
  func job(_ id: Int64) throws -> Value
  func cancelJob(_ id: Int64) throws -> Value
}

extension CatalogueClient {
  // Most clients have neither transactions nor jobs.
  public var isInTransaction: Bool { false }
  public func begin(seconds: Int) throws { throw Refusal.noTransaction }
  public func commit() throws -> Int64? { throw Refusal.noTransaction }
  public func rollBack() throws { throw Refusal.noTransaction }
  public func jobs() throws -> [Value] { throw Refusal.noJobs }
  public func job(_ id: Int64) throws -> Value { throw Refusal.noJobs }
  public func cancelJob(_ id: Int64) throws -> Value { throw Refusal.noJobs }
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

public struct ClientPlace: Sendable {
  public var host: String
  public var user: String?
  public var province: String?
  public var environment: StoreEnvironment?

  public init(host: String, user: String?, province: String?, environment: StoreEnvironment? = nil) {
    self.host = host
    self.user = user
    self.province = province
    self.environment = environment
  }
}

public struct CallOptions: Sendable {
  public var dryRun = false
  public var idempotencyKey: String?

  public init(dryRun: Bool = false, idempotencyKey: String? = nil) {
    self.dryRun = dryRun
    self.idempotencyKey = idempotencyKey
  }
}

public struct ClientResponse: Sendable {
  /// The output as JSON values; for a list `{"items": […], "next": cursor or null}`;
  /// for a dry run `{"dryRun": true, "result": …, "entries": […]}`.
  public let value: Value
  /// Sequence number of the last ledger entry that the call wrote; nil for queries and dry runs.
  public let entry: Int64?

  public init(value: Value, entry: Int64?) {
    self.value = value
    self.entry = entry
  }
}
