public import Secrets
public import Values

/// What the transaction says of one changed object (or one refused or denied attempt); the ledger adds the rest:
/// `seq`, `prev`, `epoch`, commitments for guarded values, `v`.
public struct EntryDraft: Sendable {
  /// Something was done; a rule or a permission said no; `failed` belongs to the format and is written by nobody yet.
  public enum Outcome: String, Sendable { case ok, denied, failed }

  /// The action's verb, from the closed list of declared actions.
  public var act: String
  /// Who acted.
  public var actor: LedgerActor
  /// Server clock, UTC, RFC 3339 with microseconds.
  public var at: String
  /// The entry that caused this one.
  public var cause: Int64?
  /// The module whose action it was.
  public var module: String
  /// `module.thing/row`.
  public var object: String
  /// The object's version after the change.
  public var revision: Int64?
  /// Where the request came in.
  public var origin: LedgerOrigin
  /// How the attempt ended.
  public var outcome: Outcome
  /// Two digits; nil for national things.
  public var province: String?
  /// The request's id, which also stands in the answer and in the log.
  public var request: String
  /// Verdicts: `{"cfg","facts","id","ver","verdict"}` each.
  public var rules: [Value] = []
  /// Changed members only, ledger names; `secret` and `personal` values become commitments with encrypted openings.
  public var before: [Value.Member] = []
  /// The same members as they are now; of a new row, all of them.
  public var after: [Value.Member] = []
  /// SHA-256 of the canonical row after the change; nil for attempts that changed nothing.
  public var state: Bytes32?
  /// A stable code (`rule.refused`) or nothing.
  public var whyCode: String?
  /// Free text of a person: personal data until shown otherwise.
  public var whyText: String?
  /// The person whom the guarded values are about; their openings are encrypted with that person's key.
  public var subject: [UInt8]?

  /// A draft without rules, changes, reason and person.
  ///
  /// - Parameters:
  ///   - act: the action's verb.
  ///   - actor: who acted.
  ///   - at: server clock, UTC, RFC 3339 with microseconds.
  ///   - module: whose action it was.
  ///   - object: `module.thing/row`.
  ///   - origin: where the request came in.
  ///   - outcome: how the attempt ended.
  ///   - province: two digits; nil for national things.
  ///   - request: the request's id.
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
  /// `u17` for staff, else the name of the job; never a person's name.
  public let id: String
  /// `user`, `job` or `system`.
  public let kind: String
  /// The role in which it was done.
  public let role: String

  /// Who acted.
  ///
  /// - Parameters:
  ///   - id: `u17` for staff, else the name of the job.
  ///   - kind: `user`, `job` or `system`.
  ///   - role: the role in which it was done.
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
  /// The address of the client, or the name of the machine; empty for none.
  public let host: String
  /// A short name of the session, never its token.
  public let session: String

  /// Where a request came in.
  ///
  /// - Parameters:
  ///   - channel: `http`, `repl`, `job`, `cli`.
  ///   - host: the client's address, or the machine's name.
  ///   - session: a short name of the session, never its token.
  public init(channel: String, host: String, session: String) {
    self.channel = channel
    self.host = host
    self.session = session
  }
}
