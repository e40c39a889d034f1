public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum AppointmentEntity: Entity {
  public static let object = "groups.appointment"
  public static let texts = Texts("سمت", "term of office")
}

/// A member's term in an office of the group, both days included; one holder at a time.
public struct Appointment: CountyRecord {
  public typealias Of = AppointmentEntity
  public static let table = Table("groups_appointment", reach: .county)

  public var id = ID<AppointmentEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var groupID: ID<GroupEntity>
  public var office: GroupOffice
  public var person: ID<PersonEntity>
  public var since: JalaliDay
  public var until: JalaliDay?
  public var endCause: EndCause?
}

/// The offices of a group.
public enum GroupOffice: String, Choice {
  case head, secretary, treasurer

  public var texts: Texts {
    switch self {
    case .head: Texts("سرگروه", "head")
    case .secretary: Texts("دبیر", "secretary")
    case .treasurer: Texts("خزانه‌دار", "treasurer")
    }
  }
}
