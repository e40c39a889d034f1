public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum SettlementEntity: Entity {
  public static let object = "training.settlement"
  public static let texts = Texts("تسویهٔ سرانهٔ آموزش", "settlement")
}

/// The cost of one head of one course, settled.
public struct CourseSettlement: ProvincialRecord {
  public typealias Of = SettlementEntity
  public static let table = Table("training_settlement", reach: .province)

  public var id = ID<SettlementEntity>(0)
  public var rev = 0
  public var province: Province
  public var course: ID<CourseEntity>
  public var enrolment: ID<EnrolmentEntity>
  public var person: ID<PersonEntity>
  public var kind: CourseKind
  /// Jalali year of the course's last day.
  public var year: Int
  public var amount: Rial
  public var settledOn: JalaliDay
}
