import Contracts
import Feature

/// A course that is given once, at a place, by a curriculum.
struct Course: ProvincialRecord, CodedRecord, StatefulRecord {
  typealias Of = CourseEntity
  typealias Machine = CourseLifecycle
  static let table = Table("training_course", reach: .province, isShared: true)
  static let naming = Naming("(SELECT m.title FROM training_template m WHERE m.id = template)")

  var id = ID<CourseEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var template: ID<TemplateEntity>
  var kind: CourseKind
  /// Teaching days of the curriculum.
  var days: Int
  var place: String
  var firstDay: JalaliDay
  var lastDay: JalaliDay
  var capacity: Int
  var state: CourseState
  /// Place and supplies as they were secured (S3, third step).
  var requisites: String?

  var halfDays: Int { days * 2 }
}

/// The five steps of S3, each as the state it leads to.
enum CourseState: String, Choice {
  case planned, invited, ready, delivering, evaluated, closed

  var texts: Texts {
    switch self {
    case .planned: Texts("برنامه‌ریزی‌شده", "planned")
    case .invited: Texts("دعوت‌شده", "invited")
    case .ready: Texts("آمادهٔ برگزاری", "ready")
    case .delivering: Texts("در حال برگزاری", "being delivered")
    case .evaluated: Texts("ارزشیابی‌شده", "evaluated")
    case .closed: Texts("بسته", "closed")
    }
  }
}

/// What is taught: the workshop of S3, the general education of S4, the group facilitation of S0.
enum CourseKind: String, Choice {
  case localFacilitatorWorkshop, generalEducation, groupFacilitation

  var texts: Texts {
    switch self {
    case .localFacilitatorWorkshop: Texts("کارگاه تسهیلگران محلی", "local facilitators' workshop")
    case .generalEducation: Texts("آموزش همگانی", "general public education")
    case .groupFacilitation: Texts("تسهیلگری گروه", "group facilitation")
    }
  }
}

enum TemplateEntity: Entity {
  static let object = "training.template"
  static let prefix: String? = "TM"
  static let texts = Texts("برنامهٔ آموزشی", "curriculum")
}

/// A curriculum. A change is a new version; a version that was written down stays as it is.
struct CourseTemplate: ProvincialRecord, CodedRecord {
  typealias Of = TemplateEntity
  static let table = Table("training_template", reach: .province, isShared: true)
  static let naming = Naming("title")

  var id = ID<TemplateEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var kind: CourseKind
  var title: String
  /// Folded, so that spelling variants are versions of one curriculum.
  var titleKey: KeyText
  var version: Int
  var days: Int
  var sessions: [TemplateSession]
}
