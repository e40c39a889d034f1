public import Feature
public import Ledger
public import Values

/// One request: who, from where, with which options.
public struct CallContext: Sendable {
  public var principal: Principal
  public var origin: LedgerOrigin
  /// Stands in the answer, the log and the ledger.
  public var request: String
  public var dryRun: Bool
  public var idempotencyKey: String?
  /// What the caller believes the row in the path to be; nil when it did not say.
  public var expected: ExpectedRevision?

  public init(
    principal: Principal, origin: LedgerOrigin, request: String, dryRun: Bool = false, idempotencyKey: String? = nil
  ) {
    self.principal = principal
    self.origin = origin
    self.request = request
    self.dryRun = dryRun
    self.idempotencyKey = idempotencyKey
  }
}

/// What an action answered, or would have.
public struct ActionResult: Sendable {
  public let value: Value
  /// The last ledger entry it wrote; nil for a dry run.
  public let entry: Int64?
  /// The entries a dry run would have written.
  public let preview: [Value]
  /// Whether it is the stored answer of an earlier call with the same Idempotency-Key.
  public let isRepeated: Bool

  /// As faces show it: the output itself, or `{"dryRun", "result", "entries"}`.
  public func shown(dryRun: Bool) -> Value {
    dryRun ? .record(["dryRun": true, "result": value, "entries": .list(preview)]) : value
  }
}
