public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum AttendanceEntity: Entity {
  public static let object = "groups.attendance"
  public static let texts = Texts("حضور", "attendance")
}

/// One person at one activity; "covered" is counted from these rows in distinct people.
public struct Attendance: CountyRecord {
  public typealias Of = AttendanceEntity
  public static let table = Table("groups_attendance", reach: .county)

  public var id = ID<AttendanceEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var activityID: ID<ActivityEntity>
  public var person: ID<PersonEntity>
  public var day: JalaliDay
}
