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

enum SessionOriginEntity: Entity {
  static let object = "accounts.session-origin"
  static let texts = Texts("جای ورود", "origin of a session")
}

/// From where a session was opened; perishable.
struct SessionOrigin: Record {
  typealias Of = SessionOriginEntity
  static let table = Table("accounts_session_origin", reach: .nation, isAudited: false)

  var id = ID<SessionOriginEntity>(0)
  var rev = 0
  var session: ID<SessionEntity>
  /// An address; empty in process.
  var host: String
}

/// ASVS 5.0 7.3.1-2: idle and absolute limits of a session, in microseconds.
enum SessionLimits {
  static let idle: Int64 = 30 * 60 * 1_000_000
  static let absolute: Int64 = 12 * 60 * 60 * 1_000_000
  /// So far a clock may be set back under open sessions.
  static let setBack: Int64 = 24 * 60 * 60 * 1_000_000
  /// How often the idle clock is written at most.
  static let touch: Int64 = 60 * 1_000_000
  /// Failed attempts before a pause, and the longest pause.
  static let freeAttempts = 5
  static let longestPause: Int64 = 15 * 60 * 1_000_000
  /// So long after the last pause earlier failures count no more.
  static let forgetting: Int64 = 24 * 60 * 60 * 1_000_000

  /// The pause after so many failures: one second, doubling.
  static func pause(after failures: Int) -> Int64 {
    guard failures >= freeAttempts else { return 0 }
    let doublings = min(failures - freeAttempts, 12)
    return min(longestPause, 1_000_000 << Int64(doublings))
  }
}

enum ThrottleEntity: Entity {
  static let object = "accounts.throttle"
  static let texts = Texts("مکث ورود", "login pause")
}

/// Failed attempts of one account or one address; the pause grows and never becomes a lock. Survives a restart.
struct Throttle: Record {
  typealias Of = ThrottleEntity
  static let table = Table("accounts_throttle", reach: .nation, isAudited: false)

  var id = ID<ThrottleEntity>(0)
  var rev = 0
  /// `user:NAME` or `from:ADDRESS`, hashed: the table is no list of who exists.
  var subject: Bytes
  var failures: Int
  /// Microseconds since 1970, UTC.
  var pausedUntil: Int64
}
