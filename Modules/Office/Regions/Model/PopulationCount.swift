import Contracts
import Feature

enum PopulationEntity: Entity {
  static let object = "regions.population"
  static let prefix: String? = "PC"
  static let texts = Texts("جمعیت استان", "population count")
}

/// How many people a source counted in a province; indicators name the row they used.
struct PopulationCount: Record {
  typealias Of = PopulationEntity
  static let table = Table("regions_population", reach: .nation)

  var id = ID<PopulationEntity>(0)
  var rev = 0
  var province: Province
  /// Jalali year of the count.
  var year: Int
  var population: Int
  var source: String
}
