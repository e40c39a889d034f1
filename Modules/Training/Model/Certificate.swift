import Contracts
import Feature

enum CertificateEntity: Entity {
  static let object = "training.certificate"
  static let prefix: String? = "CE"
  static let texts = Texts("گواهی دوره", "certificate")
}

/// Says that somebody completed a course; its code is the serial number.
struct Certificate: ProvincialRecord, CodedRecord {
  typealias Of = CertificateEntity
  static let table = Table("training_certificate", reach: .province, seenWith: ["person"])

  var id = ID<CertificateEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var course: ID<CourseEntity>
  var enrolment: ID<EnrolmentEntity>
  var person: ID<PersonEntity>
  var kind: CourseKind
  var issuedOn: JalaliDay
  var revokedOn: JalaliDay?

  /// Its name in the ledger.
  var object: String { "\(CertificateEntity.object)/\(id.raw)" }
}

enum SettlementEntity: Entity {
  static let object = "training.settlement"
  static let prefix: String? = "SL"
  static let texts = Texts("تسویهٔ سرانهٔ آموزش", "settlement")
}

/// The cost of one head of one course, settled.
struct CourseSettlement: ProvincialRecord {
  typealias Of = SettlementEntity
  static let table = Table("training_settlement", reach: .province, seenWith: ["person"])

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
