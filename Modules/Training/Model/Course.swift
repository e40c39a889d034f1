public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// A course that is given once, at a place, by a curriculum.
public struct Course: ProvincialRecord, CodedRecord {
  public typealias Of = CourseEntity
  public static let table = Table("training_course", reach: .province)

  public var id = ID<CourseEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var template: ID<TemplateEntity>
  public var kind: CourseKind
  /// Teaching days of the curriculum.
  public var days: Int
  public var place: String
  public var firstDay: JalaliDay
  public var lastDay: JalaliDay
  public var capacity: Int
  public var state: CourseState
  /// Place and supplies as they were secured (S3, third step).
  public var requisites: String?

  public var halfDays: Int { days * 2 }
}

/// The five steps of S3, each as the state it leads to.
public enum CourseState: String, Choice {
  case planned, invited, ready, delivering, evaluated, closed

  public var texts: Texts {
    switch self {
    case .planned: Texts("برنامه‌ریزی‌شده", "planned")
    case .invited: Texts("دعوت‌شده", "invited")
    case .ready: Texts("آمادهٔ برگزاری", "ready")
    case .delivering: Texts("در حال برگزاری", "being delivered")
    case .evaluated: Texts("ارزشیابی‌شده", "evaluated")
    case .closed: Texts("بسته", "closed")
    }
  }

  /// nil after the last.
  public var next: CourseState? {
    switch self {
    case .planned: .invited
    case .invited: .ready
    case .ready: .delivering
    case .delivering: .evaluated
    case .evaluated: .closed
    case .closed: nil
    }
  }
}
