public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum CertificateEntity: Entity {
  public static let object = "training.certificate"
  public static let prefix: String? = "CE"
  public static let texts = Texts("گواهی دوره", "certificate")
}

/// Says that somebody completed a course; its code is the serial number.
public struct Certificate: ProvincialRecord, CodedRecord {
  public typealias Of = CertificateEntity
  public static let table = Table("training_certificate", reach: .province)

  public var id = ID<CertificateEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var course: ID<CourseEntity>
  public var enrolment: ID<EnrolmentEntity>
  public var person: ID<PersonEntity>
  public var kind: CourseKind
  public var issuedOn: JalaliDay
  public var revokedOn: JalaliDay?
}
