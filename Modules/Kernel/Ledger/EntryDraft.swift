public import Secrets
public import Values

/// What the transaction says of one changed object (or one refused or denied attempt); the ledger adds the rest:
/// `seq`, `prev`, `epoch`, commitments for guarded values, `v`.
public struct EntryDraft: Sendable {
  public enum Outcome: String, Sendable { case ok, denied, failed }

  /// The action's verb, from the closed list of declared actions.
  public var act: String
  public var actor: LedgerActor
  /// Server clock, UTC, RFC 3339 with microseconds.
  public var at: String
  /// The entry that caused this one.
  public var cause: Int64?
  public var module: String
  /// `module.thing/row`.
  public var object: String
  /// The object's version after the change.
  public var revision: Int64?
  public var origin: LedgerOrigin
  public var outcome: Outcome
  /// Two digits; nil for national things.
  public var province: String?
  public var request: String
  /// Verdicts: `{"cfg","facts","id","ver","verdict"}` each.
  public var rules: [Value] = []
  /// Changed members only, ledger names; `secret` and `personal` values become commitments with encrypted openings.
  public var before: [Value.Member] = []
  public var after: [Value.Member] = []
  /// SHA-256 of the canonical row after the change; nil for attempts that changed nothing.
  public var state: Bytes32?
  /// A stable code (`rule.refused`) or nothing.
  public var whyCode: String?
  /// Free text of a person: personal data until shown otherwise.
  public var whyText: String?
  /// The person whom the guarded values are about; their openings are encrypted with that person's key.
  public var subject: [UInt8]?

  public init(
    act: String, actor: LedgerActor, at: String, module: String, object: String, origin: LedgerOrigin,
    outcome: Outcome, province: String?, request: String
  ) {
    self.act = act
    self.actor = actor
    self.at = at
    self.module = module
    self.object = object
    self.origin = origin
    self.outcome = outcome
    self.province = province
    self.request = request
  }
}

/// Who acted: staff, the nightly job, or the installation itself.
public struct LedgerActor: Sendable, Equatable {
  public let id: String
  /// `user`, `job` or `system`.
  public let kind: String
  public let role: String

  public init(id: String, kind: String, role: String) {
    self.id = id
    self.kind = kind
    self.role = role
  }
}

/// Where the request came in.
public struct LedgerOrigin: Sendable, Equatable {
  /// `http`, `repl`, `job`, `cli`.
  public let channel: String
  public let host: String
  /// A short name of the session, never its token.
  public let session: String

  public init(channel: String, host: String, session: String) {
    self.channel = channel
    self.host = host
    self.session = session
  }
}
