public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum EnrolmentEntity: Entity {
  public static let object = "training.enrolment"
  public static let texts = Texts("نام‌نویسی", "enrolment")
}

/// One person in one course: on a numbered seat, on the reserve list, withdrawn, or through with it.
public struct Enrolment: ProvincialRecord {
  public typealias Of = EnrolmentEntity
  public static let table = Table("training_enrolment", reach: .province)

  public var id = ID<EnrolmentEntity>(0)
  public var rev = 0
  public var province: Province
  public var course: ID<CourseEntity>
  public var person: ID<PersonEntity>
  public var kind: ParticipantKind
  public var document: ID<DocumentEntity>?
  /// The course's capacity; stands here so that the database can hold every seat against it.
  public var capacity: Int
  public var seat: Int?
  /// Place on the reserve list; the smallest moves up first.
  public var reserve: Int?
  public var state: EnrolmentState
  public var confirmationLetter: String?
  public var confirmationDate: JalaliDay?
  /// 0…100.
  public var score: Int?
  public var completedOn: JalaliDay?

  public var isConfirmed: Bool { kind.confirmedBy == nil || confirmationLetter != nil }
}

public enum EnrolmentState: String, Choice {
  case seated, reserve, withdrawn, completed

  public var texts: Texts {
    switch self {
    case .seated: Texts("پذیرفته", "seated")
    case .reserve: Texts("ذخیره", "on the reserve list")
    case .withdrawn: Texts("انصرافی", "withdrawn")
    case .completed: Texts("گذرانده", "completed")
    }
  }
}
