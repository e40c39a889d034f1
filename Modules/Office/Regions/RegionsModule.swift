import Contracts
public import Registry
public import Store

/// The regions desk: counties, neighbourhoods, populations, days on which offices are closed.
public struct RegionsModule: FeatureModule {
  public static let manifest = Manifest("regions", "نواحی", "Regions", isSwitchable: false)

  public init(_ kernel: Kernel) throws { try kernel.publish((any RegionsDesk).self, RegionsAnswers()) }

  public var migrations: [Migration] { [RegionsSchema.tables] }
  public var records: [any Record.Type] { [County.self, Neighbourhood.self, PopulationCount.self, Closure.self] }
  public var actions: [any Action.Type] {
    [AddCounty.self, AddNeighbourhood.self, RecordPopulation.self, OrderClosure.self]
  }
  public var queries: [any Query.Type] { [ShowNeighbourhood.self] }
  public var lists: [any ListQuery.Type] { [ListCounties.self, ListNeighbourhoods.self, ListPopulations.self, ListClosures.self] }
}
