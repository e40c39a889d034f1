public import Jalali
public import Persian
public import Registry
public import Values

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
public protocol RegionsDesk: Sendable {
  /// - Throws: `Refusal.notFound`, also for a neighbourhood of another province.
  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in look: borrowing Look) throws -> NeighbourhoodFacts
  /// - Throws: `Refusal.notFound`; `Refusal` of kind `malformed` for a county of another province than the one given.
  func county(
    _ reference: Ref<CountyEntity>, in province: Province, look: borrowing Look
  ) throws -> ID<CountyEntity>
  /// The newest count that is not later than the year; nil when there is none.
  func population(of province: Province, year: Int, in look: borrowing Look) throws -> PopulationFacts?
  /// The work calendar of a province: holidays, weekend, closures ordered there.
  func workCalendar(of province: Province, in look: borrowing Look) throws -> WorkCalendar
}

extension ReadAccess where Self: ~Copyable {
  public var regions: any RegionsDesk { get throws { try ask((any RegionsDesk).self) } }
}
