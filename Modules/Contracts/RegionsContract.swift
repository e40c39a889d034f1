public import Feature

/// What others may know of a neighbourhood.
public struct NeighbourhoodFacts: Sendable {
  public let id: ID<NeighbourhoodEntity>
  public let code: String
  public let province: Province
  public let county: ID<CountyEntity>?
  public let name: String
  public let isHarmProne: Bool
  public let isInformalSettlement: Bool

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

/// The population of a province as a source gave it; the denominator names the row it used.
public struct PopulationFacts: Sendable {
  public let row: Int64
  public let province: Province
  /// Jalali year of the count.
  public let year: Int
  public let population: Int
  public let source: String

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
  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> NeighbourhoodFacts
  func county(_ reference: Ref<CountyEntity>, of province: Province, in snapshot: borrowing Snapshot) throws -> ID<CountyEntity>
  func population(of province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> PopulationFacts?
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
  public func population(of province: Province, year: Int) throws -> PopulationFacts? {
    try contract((any RegionsContract).self).population(of: province, year: year, in: snapshot)
  }

  /// The work calendar of a province: holidays, weekend, closures ordered there.
  public func workCalendar(of province: Province) throws -> WorkCalendar {
    try contract((any RegionsContract).self).workCalendar(of: province, in: snapshot)
  }
}
