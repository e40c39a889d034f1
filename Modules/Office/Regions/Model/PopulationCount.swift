public import Persian
public import Registry
public import Values

public enum PopulationEntity: Entity {
  public static let object = "regions.population"
  public static let texts = Texts("جمعیت استان", "population count")
}

/// How many people a source counted in a province; indicators name the row they used.
public struct PopulationCount: Record {
  public typealias Of = PopulationEntity
  public static let table = Table("regions_population", reach: .nation)

  public var id = ID<PopulationEntity>(0)
  public var rev = 0
  public var province: Province
  /// Jalali year of the count.
  public var year: Int
  public var population: Int
  public var source: String
}
