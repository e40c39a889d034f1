public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum AssessmentEntity: Entity {
  public static let object = "groups.assessment"
  public static let texts = Texts("ارزیابی بالندگی", "maturity assessment")
}

/// One person's scores in a round. Nobody else sees them while the round is open.
public struct Assessment: CountyRecord {
  public typealias Of = AssessmentEntity
  public static let table = Table("groups_assessment", reach: .county)

  public var id = ID<AssessmentEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var groupID: ID<GroupEntity>
  public var roundID: ID<MaturityRoundEntity>
  /// The acting colleague, as in the ledger.
  public var assessor: String
  public var day: JalaliDay
  public var scores: [MaturityScore]
  /// Weighted mean in hundredths of a point, 0…10000.
  public var total: Int
}

public struct MaturityScore: Codable, Sendable, Equatable {
  /// As named in the rule's parameters.
  public var criterion: String
  /// 0…100.
  public var score: Int
  public var evidence: String
}
