public import Registry
public import Values

public enum ThrottleEntity: Entity {
  public static let object = "accounts.throttle"
  public static let texts = Texts("مکث ورود", "login pause")
}

/// Failed attempts of one account or one address; the pause grows and never becomes a lock. Survives a restart.
public struct Throttle: Record {
  public typealias Of = ThrottleEntity
  public static let table = Table("accounts_throttle", reach: .nation, isAudited: false)

  public var id = ID<ThrottleEntity>(0)
  public var rev = 0
  /// `user:NAME` or `from:ADDRESS`, hashed: the table is no list of who exists.
  public var subject: Bytes
  public var failures: Int
  /// Microseconds since 1970, UTC.
  public var pausedUntil: Int64
}
