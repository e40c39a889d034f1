import Contracts
import Feature

enum AttendanceEntity: Entity {
  static let object = "groups.attendance"
  static let prefix: String? = "AA"
  static let texts = Texts("حضور", "attendance")
}

/// One person at one activity; "covered" is counted from these rows in distinct people.
struct Attendance: CountyRecord {
  typealias Of = AttendanceEntity
  static let table = Table("groups_attendance", reach: .county)

  var id = ID<AttendanceEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var activityID: ID<ActivityEntity>
  var person: ID<PersonEntity>
  var day: JalaliDay
}
