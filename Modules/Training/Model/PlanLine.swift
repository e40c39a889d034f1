import Contracts
import Feature

enum PlanEntity: Entity {
  static let object = "training.plan"
  static let prefix: String? = "TP"
  static let texts = Texts("سهم استان از برنامهٔ آموزش", "province's share of the training plan")
}

/// How many local facilitators a province is to train in a Jalali year.
struct PlanLine: ProvincialRecord {
  typealias Of = PlanEntity
  static let table = Table("training_plan", reach: .province, isShared: true)

  var id = ID<PlanEntity>(0)
  var rev = 0
  var province: Province
  var year: Int
  var number: Int
}
