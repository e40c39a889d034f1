import Contracts
import Feature

enum TemplateEntity: Entity {
  static let object = "training.template"
  static let prefix: String? = "TM"
  static let texts = Texts("برنامهٔ آموزشی", "curriculum")
}

/// A curriculum. A change is a new version; a version that was written down stays as it is.
struct CourseTemplate: ProvincialRecord, CodedRecord {
  typealias Of = TemplateEntity
  static let table = Table("training_template", reach: .province)
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
