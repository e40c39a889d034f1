import Contracts
import Feature

enum NeedEntity: Entity {
  static let object = "mobilisation.need"
  static let prefix: String? = "NE"
  static let otherNames: Texts? = Texts("عنوان نیاز", "title of the need")
  static let texts = Texts("نیاز محله", "need")
}

/// What a neighbourhood says it lacks (S1-5, S4-1).
struct Need: CountyRecord {
  typealias Of = NeedEntity
  static let table = Table("mobilisation_need", reach: .county, seenWith: ["neighbourhood"])
  static let naming = Naming("title", foundBy: [.nameKey("title_key")])

  var id = ID<NeedEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var neighbourhood: ID<NeighbourhoodEntity>
  var title: String
  var titleKey: KeyText
  var category: NeedCategory
  var recordedOn: JalaliDay
}

/// How needs are grouped; the grouping is this product's own.
enum NeedCategory: String, Choice {
  case socialHarm, livelihood, health, education, culture, safety, environment, infrastructure, other

  var texts: Texts {
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

enum NeedScoreEntity: Entity {
  static let object = "mobilisation.score"
  static let prefix: String? = "SC"
  static let texts = Texts("امتیاز نیاز", "score of a need")
}

/// How much one criterion holds for one need, in one ranking.
struct NeedScore: CountyRecord {
  typealias Of = NeedScoreEntity
  static let table = Table("mobilisation_score", reach: .county, seenWith: ["ranking"])

  var id = ID<NeedScoreEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var ranking: ID<RankingEntity>
  var need: ID<NeedEntity>
  var criterion: String
  /// 0 to 100.
  var score: Int
}

/// Scores and weights are whole numbers on one scale, so totals are exact.
enum Scale {
  static let scores = 0...100
  static let weights = 1...100
}
