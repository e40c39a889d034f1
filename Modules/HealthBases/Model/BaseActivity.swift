public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum BaseActivityEntity: Entity {
  public static let object = "healthbases.activity"
  public static let texts = Texts("فعالیت پایگاه", "activity of a base")
}

/// Something a base did under one of its commitments.
public struct BaseActivity: CountyRecord {
  public typealias Of = BaseActivityEntity
  public static let table = Table("healthbases_activity", reach: .county)

  public var id = ID<BaseActivityEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var agreement: ID<AgreementEntity>
  public var commitment: Commitment
  public var day: JalaliDay
  public var title: String
  public var participants: [ID<PersonEntity>]
  public var report: String
}

/// The six commitments of S4, section 4, in its order.
public enum Commitment: String, Choice {
  case needsAssessment, assets, harmsMap, participatoryPlanning, collectiveAction, advocacy

  public var texts: Texts {
    switch self {
    case .needsAssessment: Texts("نیازسنجی و اولویت‌بندی با مطلعان محلی", "needs assessment and prioritisation with informants")
    case .assets: Texts("شناسایی دارایی‌ها و ظرفیت‌های محلی", "local assets and capacities")
    case .harmsMap: Texts("ترسیم نقشهٔ آسیب‌های اجتماعی", "map of social harms")
    case .participatoryPlanning: Texts("تحلیل و برنامه‌ریزی مشارکتی", "participatory analysis and planning")
    case .collectiveAction: Texts("اقدامات جمعی و مشارکتی", "collective actions")
    case .advocacy: Texts("حمایت‌یابی و ارتباط با نهادهای محلی", "advocacy and contact with local institutions")
    }
  }
}
