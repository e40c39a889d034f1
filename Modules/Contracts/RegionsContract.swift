public import Feature

/// What others may know of a neighbourhood.
public struct NeighbourhoodFacts: Sendable {
  /// Its row.
  public let id: ID<NeighbourhoodEntity>
  /// `NB-27-1405-0001`.
  public let code: String
  /// Where it lies.
  public let province: Province
  /// nil where no county was recorded.
  public let county: ID<CountyEntity>?
  /// What people call it.
  public let name: String
  /// Whether it was recorded as prone to social harm.
  public let isHarmProne: Bool
  /// Whether it was recorded as an informal settlement.
  public let isInformalSettlement: Bool

  /// Made by the regions desk.
  public init(
    id: ID<NeighbourhoodEntity>, code: String, province: Province, county: ID<CountyEntity>?, name: String,
    isHarmProne: Bool, isInformalSettlement: Bool
  ) {
    self.id = id
    self.code = code
    self.province = province
    self.county = county
    self.name = name
    self.isHarmProne = isHarmProne
    self.isInformalSettlement = isInformalSettlement
  }
}

/// The population of a province, or of one place in it, as a source gave it; a figure names the row it used.
public struct PopulationFacts: Sendable {
  /// The row of the count, for whoever prints a figure.
  public let row: Int64
  /// Of which province.
  public let province: Province
  /// Jalali year of the count.
  public let year: Int
  /// Persons.
  public let population: Int
  /// Who counted and where that is written.
  public let source: String

  /// Made by the regions desk.
  public init(row: Int64, province: Province, year: Int, population: Int, source: String) {
    self.row = row
    self.province = province
    self.year = year
    self.population = population
    self.source = source
  }
}

/// Answered by the regions desk.
public protocol RegionsContract: Sendable {
  /// What others may know of a neighbourhood.
  ///
  /// - Throws: `Refusal.notFound`, also for a neighbourhood of another province.
  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> NeighbourhoodFacts
  /// The row of a county, if it lies in that province.
  ///
  /// - Throws: `Refusal.notFound`; `Refusal` of kind `malformed` for a county of another province than the one given.
  func county(_ reference: Ref<CountyEntity>, of province: Province, in snapshot: borrowing Snapshot) throws -> ID<CountyEntity>
  /// The newest count that is not later than the Jalali year; nil when there is none.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func population(of province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> PopulationFacts?
  /// The newest count of each place that is not later than the Jalali year; places without one are left out.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func residents(
    of places: [ID<NeighbourhoodEntity>], year: Int, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>: PopulationFacts]
  /// The county of each place that has one.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func counties(
    of places: [ID<NeighbourhoodEntity>], in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>: ID<CountyEntity>]
  /// The official calendar with the closures ordered in a province.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  func workCalendar(of province: Province, in snapshot: borrowing Snapshot) throws -> WorkCalendar
}

extension SnapshotProtocol where Self: ~Copyable {
  /// - Throws: `Refusal.notFound`, also for a neighbourhood of another province.
  public func neighbourhood(_ reference: Ref<NeighbourhoodEntity>) throws -> NeighbourhoodFacts {
    try contract((any RegionsContract).self).neighbourhood(reference, in: snapshot)
  }

  /// - Throws: `Refusal.notFound`; `Refusal` of kind `malformed` for a county of another province than the one given.
  public func county(_ reference: Ref<CountyEntity>, of province: Province) throws -> ID<CountyEntity> {
    try contract((any RegionsContract).self).county(reference, of: province, in: snapshot)
  }

  /// The newest count that is not later than the Jalali year; nil when there is none.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func population(of province: Province, year: Int) throws -> PopulationFacts? {
    try contract((any RegionsContract).self).population(of: province, year: year, in: snapshot)
  }

  /// The newest count of each place that is not later than the Jalali year; places without one are left out.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func residents(of places: [ID<NeighbourhoodEntity>], year: Int) throws -> [ID<NeighbourhoodEntity>: PopulationFacts] {
    try contract((any RegionsContract).self).residents(of: places, year: year, in: snapshot)
  }

  /// The county of each place that has one; others are left out.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func counties(of places: [ID<NeighbourhoodEntity>]) throws -> [ID<NeighbourhoodEntity>: ID<CountyEntity>] {
    try contract((any RegionsContract).self).counties(of: places, in: snapshot)
  }

  /// The work calendar of a province: holidays, weekend, closures ordered there.
  ///
  /// - Throws: `StoreFault` when the store cannot be read.
  public func workCalendar(of province: Province) throws -> WorkCalendar {
    try contract((any RegionsContract).self).workCalendar(of: province, in: snapshot)
  }
}
