import Contracts
import Feature

enum ProvisionEntity: Entity {
  static let object = "training.provision"
  static let prefix: String? = "PV"
  static let texts = Texts("مجری دوره", "provider of a course")
}

/// Who gives a course and to which account its cost goes. A course without such a row is the office's own.
struct Provision: ProvincialRecord {
  typealias Of = ProvisionEntity
  static let table = Table("training_provision", reach: .province)

  var id = ID<ProvisionEntity>(0)
  var rev = 0
  var province: Province
  var course: ID<CourseEntity>
  var provider: Provider
  /// The holder of the account; nil where the office teaches.
  var payee: String?
  var iban: IBAN?
}

/// Who teaches. S3 leaves open to whom the cost per head goes: to the course's provider.
enum Provider: String, Choice {
  case office, institute, clinic

  var texts: Texts {
    switch self {
    case .office: Texts("خود اداره", "the office itself")
    case .institute: Texts("مؤسسه", "an institute")
    case .clinic: Texts("کلینیک مددکاری", "a social work clinic")
    }
  }
}

extension Provision {
  /// What is known of a course's provider; nil where nobody named one.
  static func of(_ course: ID<CourseEntity>, in snapshot: borrowing Snapshot) throws -> Provision? {
    try snapshot.first(Provision.self, "course = ?", course)
  }

  /// Names the provider, or another one in its place.
  static func name(
    _ provider: Provider, payee: String?, iban: IBAN?, of course: Course, _ work: borrowing Transaction
  ) throws -> Provision {
    let holder = try payee.map { try TrainingText.stored($0, at: "/payee", most: TrainingText.line) }
    try work.require(
      ProviderPayee.self, .init(provider: provider, hasPayee: holder?.isEmpty == false, hasIBAN: iban != nil), in: course.province)
    guard let known = try of(course.id, in: work.snapshot) else {
      return try work.insert(Provision(province: course.province, course: course.id, provider: provider, payee: holder, iban: iban))
    }
    return try work.update(
      Provision(
        id: known.id, rev: known.rev, province: known.province, course: known.course, provider: provider, payee: holder, iban: iban))
  }
}
