public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum NeedEntity: Entity {
  public static let object = "mobilisation.need"
  public static let texts = Texts("نیاز محله", "need")
}

/// What a neighbourhood says it lacks (S1-5, S4-1).
public struct Need: CountyRecord {
  public typealias Of = NeedEntity
  public static let table = Table("mobilisation_need", reach: .county)

  public var id = ID<NeedEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var neighbourhood: ID<NeighbourhoodEntity>
  public var title: String
  public var titleKey: KeyText
  public var category: NeedCategory
  public var recordedOn: JalaliDay
}

/// How needs are grouped; the grouping is this product's own.
public enum NeedCategory: String, Choice {
  case socialHarm, livelihood, health, education, culture, safety, environment, infrastructure, other

  public var texts: Texts {
    switch self {
    case .socialHarm: Texts("آسیب اجتماعی", "social harm")
    case .livelihood: Texts("معیشت و اشتغال", "livelihood")
    case .health: Texts("سلامت", "health")
    case .education: Texts("آموزش", "education")
    case .culture: Texts("فرهنگ و اوقات فراغت", "culture and leisure")
    case .safety: Texts("ایمنی و امنیت", "safety")
    case .environment: Texts("محیط زیست", "environment")
    case .infrastructure: Texts("زیرساخت و خدمات شهری", "infrastructure")
    case .other: Texts("دیگر", "other")
    }
  }
}
