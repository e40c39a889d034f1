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
  static let table = Table("regions_population", reach: .nation, isShared: true)

  var id = ID<PopulationEntity>(0)
  var rev = 0
  var province: Province
  /// Jalali year of the count.
  var year: Int
  var population: Int
  var source: String
}

enum ResidentsEntity: Entity {
  static let object = "regions.residents"
  static let prefix: String? = "RC"
  static let texts = Texts("جمعیت محله", "count of residents")
}

/// How many people a source counted in one place; who counts a place counts all of it.
struct ResidentCount: CountyRecord {
  typealias Of = ResidentsEntity
  static let table = Table("regions_residents", reach: .county, seenWith: ["neighbourhood"])

  var id = ID<ResidentsEntity>(0)
  var rev = 0
  var province: Province
  var county: ID<CountyEntity>?
  var neighbourhood: ID<NeighbourhoodEntity>
  /// Jalali year of the count.
  var year: Int
  var population: Int
  var source: String
}

enum ClosureEntity: Entity {
  static let object = "regions.closure"
  static let prefix: String? = "CS"
  static let texts = Texts("روز تعطیل", "closed day")
}

/// A day on which the offices of a province are closed by order (heat, cold, air), beside the known holidays.
struct Closure: ProvincialRecord {
  typealias Of = ClosureEntity
  static let table = Table("regions_closure", reach: .province, isShared: true)

  var id = ID<ClosureEntity>(0)
  var rev = 0
  var province: Province
  var day: JalaliDay
  var reason: String
}
