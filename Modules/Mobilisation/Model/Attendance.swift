public import Contracts
public import Persian
public import Registry
public import Values

public enum AttendanceEntity: Entity {
  public static let object = "mobilisation.attendance"
  public static let texts = Texts("حضور در گردهمایی", "attendance")
}

/// One person at one gathering.
public struct Attendance: CountyRecord {
  public typealias Of = AttendanceEntity
  public static let table = Table("mobilisation_attendance", reach: .county)

  public var id = ID<AttendanceEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var gathering: ID<GatheringEntity>
  public var person: ID<PersonEntity>
  /// Whether the person was a registered volunteer or a key person of the neighbourhood.
  public var isCounted: Bool
}
