import Contracts
import Feature

struct ListCertificates: ListQuery {
  var course: Ref<CourseEntity>?
  var certificate: Ref<CertificateEntity>?

  struct Item: Codable, Sendable {
    var id: ID<CertificateEntity>
    var code: String
    var course: Code<CourseEntity>
    var person: ID<PersonEntity>
    var kind: CourseKind
    var issuedOn: JalaliDay
    var revokedOn: JalaliDay?
  }

  static let spec = Spec(
    "training.certificates", "گواهی‌ها", "Certificates", "/training/certificates", permission: .trainingRead,
    fields: ["course": ("دوره", "the course"), "certificate": ("سریال گواهی", "serial number")])

  func selection() -> Selection {
    Selection(from: "training_certificate t JOIN training_course c ON c.id = t.course")
      .refer(course, "c.id = ?")
      .refer(certificate, "t.id = ?")
      .column("course", "c.code")
  }
}

struct ListSettlements: ListQuery {
  var course: Ref<CourseEntity>?
  var year: Int?

  struct Item: Codable, Sendable {
    var id: ID<SettlementEntity>
    var course: Code<CourseEntity>
    var person: ID<PersonEntity>
    var kind: CourseKind
    var year: Int
    var amount: Rial
    var settledOn: JalaliDay
    /// nil for what was settled before charges were kept.
    var payment: Payment?
    var payee: String?
    var reversedOn: JalaliDay?
  }

  static let spec = Spec(
    "training.settlements", "تسویه‌ها", "Settlements", "/training/settlements", permission: .trainingRead,
    fields: ["course": ("دوره", "the course"), "year": ("سال جلالی", "Jalali year")])

  func selection() -> Selection {
    Selection(
      from: """
        training_settlement t JOIN training_course c ON c.id = t.course LEFT JOIN training_charge h ON h.settlement = t.id
        """
    )
    .refer(course, "c.id = ?")
    .filter("t.year = ?", year)
    .column("course", "c.code")
    .column("payment", "h.payment")
    .column("payee", "h.payee")
    .column("reversedOn", "h.reversed_on")
  }
}
