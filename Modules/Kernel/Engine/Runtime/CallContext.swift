public import Feature
public import Ledger
public import Values

/// One request: who, from where, with which options.
public struct CallContext: Sendable {
  /// Who calls.
  public var principal: Principal
  /// By which face, from which address, in which session; stands in the ledger.
  public var origin: LedgerOrigin
  /// Stands in the answer, the log and the ledger.
  public var request: String
  /// Whether everything is taken back and the entries are shown instead.
  public var dryRun: Bool
  /// From the caller, for answers that were lost on the way; nil for none.
  public var idempotencyKey: String?
  /// What the caller believes the row in the path to be; nil when it did not say.
  public var expected: ExpectedRevision?

  /// A call without an expected revision.
  ///
  /// - Parameters:
  ///   - principal: who calls.
  ///   - origin: from where.
  ///   - request: the request's id.
  ///   - dryRun: whether everything is taken back.
  ///   - idempotencyKey: nil for none.
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
  /// The output, as values.
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
