import Contracts
import Feature

enum MembershipEntity: Entity {
  static let object = "groups.membership"
  static let prefix: String? = "MB"
  static let texts = Texts("عضویت", "membership")
}

/// A person in a group from a day until a day, both included. It is ended, never rewritten; returning is a new row.
struct Membership: CountyRecord {
  typealias Of = MembershipEntity
  static let table = Table("groups_membership", reach: .county, seenWith: ["group_id"])

  var id = ID<MembershipEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var person: ID<PersonEntity>
  var since: JalaliDay
  var until: JalaliDay?
  var endCause: EndCause?
}

/// Why a membership or a term of office ended.
enum EndCause: String, Choice {
  case resigned, moved, removed, died, replaced, groupEnded

  var texts: Texts {
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

enum AppointmentEntity: Entity {
  static let object = "groups.appointment"
  static let prefix: String? = "AM"
  static let texts = Texts("سمت", "term of office")
}

/// A member's term in an office of the group, both days included; one holder at a time.
struct Appointment: CountyRecord {
  typealias Of = AppointmentEntity
  static let table = Table("groups_appointment", reach: .county, seenWith: ["group_id"])

  var id = ID<AppointmentEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var office: GroupOffice
  var person: ID<PersonEntity>
  var since: JalaliDay
  var until: JalaliDay?
  var endCause: EndCause?
}

/// The offices of a group.
enum GroupOffice: String, Choice {
  case head, secretary, treasurer

  var texts: Texts {
    switch self {
    case .head: Texts("سرگروه", "head")
    case .secretary: Texts("دبیر", "secretary")
    case .treasurer: Texts("خزانه‌دار", "treasurer")
    }
  }
}
