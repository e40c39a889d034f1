import Contracts
import Feature

enum SessionEntity: Entity {
  static let object = "accounts.session"
  static let prefix: String? = "SE"
  static let texts = Texts("نشست", "session")
}

/// An open session. The token itself is told once and kept nowhere; the row holds a keyed hash.
struct Session: Record {
  typealias Of = SessionEntity
  static let table = Table("accounts_session", reach: .nation)

  var id = ID<SessionEntity>(0)
  var rev = 0
  var staff: ID<StaffEntity>
  /// A keyed hash; committed in the ledger so that it cannot be tried against tokens there.
  var tokenHash: Personal<Bytes>
  /// Microseconds since 1970, UTC.
  var openedAt: Int64
  var expiresAt: Int64
  var endedAt: Int64?
}

enum PresenceEntity: Entity {
  static let object = "accounts.presence"
  static let prefix: String? = "AT"
  static let texts = Texts("حضور", "presence")
}

/// When a session was last used; perishable.
struct Presence: Record {
  typealias Of = PresenceEntity
  static let table = Table("accounts_presence", reach: .nation, isAudited: false)

  var id = ID<PresenceEntity>(0)
  var rev = 0
  var session: ID<SessionEntity>
  var seenAt: Int64
}
