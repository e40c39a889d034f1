public import Contracts
public import Registry
public import Values

public enum SessionEntity: Entity {
  public static let object = "accounts.session"
  public static let texts = Texts("نشست", "session")
}

/// An open session. The token itself is told once and kept nowhere; the row holds a keyed hash.
public struct Session: Record {
  public typealias Of = SessionEntity
  public static let table = Table("accounts_session", reach: .nation)

  public var id = ID<SessionEntity>(0)
  public var rev = 0
  public var staff: ID<StaffEntity>
  /// A keyed hash; committed in the ledger so that it cannot be tried against tokens there.
  public var tokenHash: Personal<Bytes>
  /// Microseconds since 1970, UTC.
  public var openedAt: Int64
  public var expiresAt: Int64
  public var endedAt: Int64?
}

public enum PresenceEntity: Entity {
  public static let object = "accounts.presence"
  public static let texts = Texts("حضور", "presence")
}

/// When a session was last used; perishable.
public struct Presence: Record {
  public typealias Of = PresenceEntity
  public static let table = Table("accounts_presence", reach: .nation, isAudited: false)

  public var id = ID<PresenceEntity>(0)
  public var rev = 0
  public var session: ID<SessionEntity>
  public var seenAt: Int64
}
