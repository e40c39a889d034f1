public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum PresenceEntity: Entity {
  public static let object = "training.presence"
  public static let texts = Texts("حضور و غیاب", "attendance")
}

/// Whether one participant was there in one half day.
public struct Presence: ProvincialRecord {
  public typealias Of = PresenceEntity
  public static let table = Table("training_presence", reach: .province)

  public var id = ID<PresenceEntity>(0)
  public var rev = 0
  public var province: Province
  public var course: ID<CourseEntity>
  public var enrolment: ID<EnrolmentEntity>
  public var person: ID<PersonEntity>
  /// Day of the course, from 1.
  public var day: Int
  public var half: HalfDay
  public var heldOn: JalaliDay
  public var isPresent: Bool
}
