import Contracts
import Feature

/// A place in a neighbourhood where an institute works on social health (S4).
struct HealthBase: CountyRecord, CodedRecord, StatefulRecord {
  typealias Of = HealthBaseEntity
  typealias Machine = BaseLifecycle
  static let table = Table("healthbases_base", reach: .county)
  static let naming = Naming("name")

  var id = ID<HealthBaseEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var institute: ID<InstituteEntity>
  var neighbourhood: ID<NeighbourhoodEntity>
  var name: String
  var state: BaseState
  /// The institute's record in the place, in the words of whoever admitted it; empty before.
  var experience: String
  var personnel: [ID<PersonEntity>]
  var admittedOn: JalaliDay?

  /// As the ledger and the desks name it.
  var object: String { "\(HealthBaseEntity.object)/\(id.raw)" }
}

enum BaseState: String, Choice {
  case proposed, admitted, suspended

  var texts: Texts {
    switch self {
    case .proposed: Texts("پیشنهادشده", "proposed")
    case .admitted: Texts("پذیرفته‌شده", "admitted")
    case .suspended: Texts("تعلیق‌شده", "suspended")
    }
  }
}

enum BaseActivityEntity: Entity {
  static let object = "healthbases.activity"
  static let prefix: String? = "BA"
  static let texts = Texts("فعالیت پایگاه", "activity of a base")
}

/// Something a base did under one of its commitments.
struct BaseActivity: CountyRecord {
  typealias Of = BaseActivityEntity
  static let table = Table("healthbases_activity", reach: .county)

  var id = ID<BaseActivityEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var agreement: ID<AgreementEntity>
  var commitment: Commitment
  var day: JalaliDay
  var title: String
  var participants: [ID<PersonEntity>]
  var report: String
}

/// The six commitments of S4, section 4, in its order.
enum Commitment: String, Choice {
  case needsAssessment, assets, harmsMap, participatoryPlanning, collectiveAction, advocacy

  var texts: Texts {
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
