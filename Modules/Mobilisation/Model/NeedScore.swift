public import Contracts
public import Persian
public import Registry
public import Values

public enum NeedScoreEntity: Entity {
  public static let object = "mobilisation.score"
  public static let texts = Texts("امتیاز نیاز", "score of a need")
}

/// How much one criterion holds for one need, in one ranking.
public struct NeedScore: CountyRecord {
  public typealias Of = NeedScoreEntity
  public static let table = Table("mobilisation_score", reach: .county)

  public var id = ID<NeedScoreEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var ranking: ID<RankingEntity>
  public var need: ID<NeedEntity>
  public var criterion: String
  /// 0 to 100.
  public var score: Int
}
