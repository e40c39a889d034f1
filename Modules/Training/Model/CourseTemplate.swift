public import Persian
public import Registry
public import Values

public enum TemplateEntity: Entity {
  public static let object = "training.template"
  public static let prefix: String? = "TM"
  public static let texts = Texts("برنامهٔ آموزشی", "curriculum")
}

/// A curriculum. A change is a new version; a version that was written down stays as it is.
public struct CourseTemplate: ProvincialRecord, CodedRecord {
  public typealias Of = TemplateEntity
  public static let table = Table("training_template", reach: .province)

  public var id = ID<TemplateEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var kind: CourseKind
  public var title: String
  /// Folded, so that spelling variants are versions of one curriculum.
  public var titleKey: KeyText
  public var version: Int
  public var days: Int
  public var sessions: [TemplateSession]
}
