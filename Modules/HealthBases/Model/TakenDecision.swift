import Contracts
import Feature

enum DecisionEntity: Entity {
  static let object = "healthbases.decision"
  static let prefix: String? = "YD"
  static let texts = Texts("تصمیم دربارهٔ سال پایگاه", "decision on a base's year")
}

/// One decision of the deputy on a year; a revision is another one, so that each stays with its day and its taker.
struct TakenDecision: CountyRecord {
  typealias Of = DecisionEntity
  static let table = Table("healthbases_decision", reach: .county)

  var id = ID<DecisionEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var agreement: ID<AgreementEntity>
  var decision: YearDecision
  /// The actor, as in the ledger.
  var decidedBy: String
  var decidedOn: JalaliDay
}
