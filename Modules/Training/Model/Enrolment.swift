import Contracts
import Feature

enum EnrolmentEntity: Entity {
  static let object = "training.enrolment"
  static let prefix: String? = "EL"
  static let texts = Texts("نام‌نویسی", "enrolment")
}

/// One person in one course: on a numbered seat, on the reserve list, withdrawn, or through with it.
struct Enrolment: ProvincialRecord, StatefulRecord {
  typealias Of = EnrolmentEntity
  typealias Machine = EnrolmentLifecycle
  static let table = Table("training_enrolment", reach: .province, seenWith: ["person"])

  var id = ID<EnrolmentEntity>(0)
  var rev = 0
  var province: Province
  var course: ID<CourseEntity>
  var person: ID<PersonEntity>
  var kind: ParticipantKind
  var document: ID<DocumentEntity>?
  /// The course's capacity; stands here so that the database can hold every seat against it.
  var capacity: Int
  var seat: Int?
  /// Place on the reserve list; the smallest moves up first.
  var reserve: Int?
  var state: EnrolmentState
  var confirmationLetter: String?
  var confirmationDate: JalaliDay?
  /// 0…100.
  var score: Int?
  var completedOn: JalaliDay?

  var isConfirmed: Bool { kind.confirmedBy == nil || confirmationLetter != nil }
}

enum EnrolmentState: String, Choice {
  case seated, reserve, withdrawn, completed

  var texts: Texts {
    switch self {
    case .seated: Texts("پذیرفته", "seated")
    case .reserve: Texts("ذخیره", "on the reserve list")
    case .withdrawn: Texts("انصرافی", "withdrawn")
    case .completed: Texts("گذرانده", "completed")
    }
  }
}

/// In what quality somebody attends (S3).
enum ParticipantKind: String, Choice {
  case localFacilitator, selfHelpMember, ngoMember, dehyar, behvarz

  var texts: Texts {
    switch self {
    case .localFacilitator: Texts("تسهیلگر محلی", "local facilitator")
    case .selfHelpMember: Texts("عضو گروه خودیار", "member of a self-help group")
    case .ngoMember: Texts("عضو سازمان مردم‌نهاد", "member of an NGO")
    case .dehyar: Texts("دهیار", "dehyar (village administrator)")
    case .behvarz: Texts("بهورز", "behvarz (community health worker)")
    }
  }

  /// Who outside must confirm the attendance before it counts; nil when nobody.
  var confirmedBy: OutsideAuthority? {
    switch self {
    case .dehyar: .municipalitiesAndDehyaris
    case .behvarz: .primaryHealthCareNetwork
    case .localFacilitator, .selfHelpMember, .ngoMember: nil
    }
  }
}

/// The two outside bodies of S3.
enum OutsideAuthority: String, Choice {
  case municipalitiesAndDehyaris, primaryHealthCareNetwork

  var texts: Texts {
    switch self {
    case .municipalitiesAndDehyaris:
      Texts("سازمان شهرداری‌ها و دهیاری‌ها", "Organisation of Municipalities and Dehyaris")
    case .primaryHealthCareNetwork: Texts("شبکهٔ مراقبت‌های بهداشتی اولیه", "primary health-care network")
    }
  }
}
