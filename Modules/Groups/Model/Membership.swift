public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum MembershipEntity: Entity {
  public static let object = "groups.membership"
  public static let texts = Texts("عضویت", "membership")
}

/// A person in a group from a day until a day, both included. It is ended, never rewritten; returning is a new row.
public struct Membership: CountyRecord {
  public typealias Of = MembershipEntity
  public static let table = Table("groups_membership", reach: .county)

  public var id = ID<MembershipEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var groupID: ID<GroupEntity>
  public var person: ID<PersonEntity>
  public var since: JalaliDay
  public var until: JalaliDay?
  public var endCause: EndCause?
}

/// Why a membership or a term of office ended.
public enum EndCause: String, Choice {
  case resigned, moved, removed, died, replaced, groupEnded

  public var texts: Texts {
    switch self {
    case .resigned: Texts("استعفا", "resigned")
    case .moved: Texts("نقل مکان", "moved away")
    case .removed: Texts("کنار گذاشته شد", "removed")
    case .died: Texts("درگذشت", "died")
    case .replaced: Texts("جانشین یافت", "replaced")
    case .groupEnded: Texts("پایان کار گروه", "the group ended")
    }
  }
}
