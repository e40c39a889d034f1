public import Jalali
public import Persian
public import Registry
public import Values

public enum ClosureEntity: Entity {
  public static let object = "regions.closure"
  public static let texts = Texts("روز تعطیل", "closed day")
}

/// A day on which the offices of a province are closed by order (heat, cold, air), beside the known holidays.
public struct Closure: ProvincialRecord {
  public typealias Of = ClosureEntity
  public static let table = Table("regions_closure", reach: .province)

  public var id = ID<ClosureEntity>(0)
  public var rev = 0
  public var province: Province
  public var day: JalaliDay
  public var reason: String
}
