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
  static let table = Table("training_certificate", reach: .province)

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
}
