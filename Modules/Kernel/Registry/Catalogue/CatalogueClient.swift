public import Values

/// Somebody who can list and run what the registry declares: in process, or a server at the other end of a socket.
public protocol CatalogueClient: AnyObject {
  /// What stands in the prompt: environment, province, mode.
  var place: ClientPlace { get }
  /// What this actor may do.
  func catalogue() throws -> Catalogue
  /// Runs an action or a query.
  ///
  /// - Throws: `Refusal` for a no (also one that came over the wire); anything else is a fault of the connection or of ours.
  func run(_ command: CommandEntry, input: Value, options: CallOptions) throws -> ClientAnswer
  /// Opens a session; later calls are made as that person.
  func login(user: String, password: String) throws
  func logout() throws
}

public struct ClientPlace: Sendable {
  public var host: String
  public var user: String?
  public var province: String?

  public init(host: String, user: String?, province: String?) {
    self.host = host
    self.user = user
    self.province = province
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

public struct ClientAnswer: Sendable {
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
