import Contracts
import Feature

enum AssessmentEntity: Entity {
  static let object = "groups.assessment"
  static let prefix: String? = "AS"
  static let texts = Texts("ارزیابی بالندگی", "maturity assessment")
}

/// One person's scores in a round. Nobody else sees them while the round is open.
struct Assessment: CountyRecord {
  typealias Of = AssessmentEntity
  static let table = Table("groups_assessment", reach: .county)

  var id = ID<AssessmentEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var groupID: ID<GroupEntity>
  var roundID: ID<MaturityRoundEntity>
  /// The acting colleague, as in the ledger.
  var assessor: String
  var day: JalaliDay
  var scores: [MaturityScore]
  /// Weighted mean in hundredths of a point, 0…10000.
  var total: Int
}

struct MaturityScore: Codable, Sendable, Equatable {
  /// As named in the rule's parameters.
  var criterion: String
  /// 0…100.
  var score: Int
  var evidence: String
}
