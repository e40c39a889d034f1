import Contracts
import Feature

enum SettlementEntity: Entity {
  static let object = "training.settlement"
  static let prefix: String? = "SL"
  static let texts = Texts("تسویهٔ سرانهٔ آموزش", "settlement")
}

/// The cost of one head of one course, settled.
struct CourseSettlement: ProvincialRecord {
  typealias Of = SettlementEntity
  static let table = Table("training_settlement", reach: .province)

  var id = ID<SettlementEntity>(0)
  var rev = 0
  var province: Province
  var course: ID<CourseEntity>
  var enrolment: ID<EnrolmentEntity>
  var person: ID<PersonEntity>
  var kind: CourseKind
  /// Jalali year of the course's last day.
  var year: Int
  var amount: Rial
  var settledOn: JalaliDay
}
