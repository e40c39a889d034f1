import Contracts
import Feature

enum NeedScoreEntity: Entity {
  static let object = "mobilisation.score"
  static let prefix: String? = "SC"
  static let texts = Texts("امتیاز نیاز", "score of a need")
}

/// How much one criterion holds for one need, in one ranking.
struct NeedScore: CountyRecord {
  typealias Of = NeedScoreEntity
  static let table = Table("mobilisation_score", reach: .county)

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
