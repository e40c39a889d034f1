public import Persian
public import Registry
public import Values

public enum PlanEntity: Entity {
  public static let object = "training.plan"
  public static let texts = Texts("سهم استان از برنامهٔ آموزش", "province's share of the training plan")
}

/// How many local facilitators a province is to train in a Jalali year.
public struct PlanLine: ProvincialRecord {
  public typealias Of = PlanEntity
  public static let table = Table("training_plan", reach: .province)

  public var id = ID<PlanEntity>(0)
  public var rev = 0
  public var province: Province
  public var year: Int
  public var number: Int
}
