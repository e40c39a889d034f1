public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

public enum GatheringEntity: Entity {
  public static let object = "mobilisation.gathering"
  public static let texts = Texts("گردهمایی داوطلبان", "volunteers' gathering")
}

/// The volunteers' gathering with its minutes: the first output of S0's process.
public struct Gathering: CountyRecord {
  public typealias Of = GatheringEntity
  public static let table = Table("mobilisation_gathering", reach: .county)

  public var id = ID<GatheringEntity>(0)
  public var rev = 0
  public var province: Province
  public var county: ID<CountyEntity>?
  public var neighbourhood: ID<NeighbourhoodEntity>
  public var day: JalaliDay
  public var place: String
  /// They name persons and what they said.
  public var minutes: Secret<String>
  /// Everybody present.
  public var present: Int
  /// Registered volunteers and key persons among them.
  public var counted: Int
}
