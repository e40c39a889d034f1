import Contracts
import Feature

enum AppointmentEntity: Entity {
  static let object = "groups.appointment"
  static let prefix: String? = "AM"
  static let texts = Texts("سمت", "term of office")
}

/// A member's term in an office of the group, both days included; one holder at a time.
struct Appointment: CountyRecord {
  typealias Of = AppointmentEntity
  static let table = Table("groups_appointment", reach: .county)

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
