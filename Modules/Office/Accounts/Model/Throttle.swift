import Contracts
import Feature

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
