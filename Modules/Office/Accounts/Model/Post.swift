public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum PostEntity: Entity {
  public static let object = "accounts.post"
  public static let texts = Texts("سمت", "post")
}

/// A role that somebody holds in a region, from a day until a day.
public struct Post: Record {
  public typealias Of = PostEntity
  public static let table = Table("accounts_post", reach: .county)

  public var id = ID<PostEntity>(0)
  public var rev = 0
  public var staff: ID<StaffEntity>
  public var role: String
  /// nil for the whole nation.
  public var province: Province?
  public var county: ID<CountyEntity>?
  public var validFrom: JalaliDay
  public var validUntil: JalaliDay?
}
