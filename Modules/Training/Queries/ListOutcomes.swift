public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public struct ListCertificates: ListQuery {
  public var course: Ref<CourseEntity>?
  public var certificate: Ref<CertificateEntity>?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var code: String
    public var course: String
    public var person: ID<PersonEntity>
    public var kind: CourseKind
    public var issuedOn: JalaliDay
    public var revokedOn: JalaliDay?
  }

  public static let spec = Spec(
    "training.certificates", "گواهی‌ها", "Certificates", "/training/certificates", permission: .trainingRead,
    fields: ["course": ("دوره", "the course"), "certificate": ("سریال گواهی", "serial number")])

  public func selection() -> Selection {
    Selection(from: "training_certificate t JOIN training_course c ON c.id = t.course")
      .refer(course, row: "c.id = ?", code: "c.code = ?")
      .refer(certificate, row: "t.id = ?", code: "t.code = ?")
      .column("course", "c.code")
  }
}

public struct ListSettlements: ListQuery {
  public var course: Ref<CourseEntity>?
  public var year: Int?

  public struct Item: Codable, Sendable {
    public var id: Int64
    public var course: String
    public var person: ID<PersonEntity>
    public var kind: CourseKind
    public var year: Int
    public var amount: Rial
    public var settledOn: JalaliDay
  }

  public static let spec = Spec(
    "training.settlements", "تسویه‌ها", "Settlements", "/training/settlements", permission: .trainingRead,
    fields: ["course": ("دوره", "the course"), "year": ("سال جلالی", "Jalali year")])

  public func selection() -> Selection {
    Selection(from: "training_settlement t JOIN training_course c ON c.id = t.course")
      .refer(course, row: "c.id = ?", code: "c.code = ?")
      .filter("t.year = ?", year)
      .column("course", "c.code")
  }
}
