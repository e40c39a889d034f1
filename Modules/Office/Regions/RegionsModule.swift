import Contracts
public import Feature

/// The regions desk: counties, neighbourhoods, populations, days on which offices are closed.
public enum RegionsModule: FeatureModule {
  public static let module = Module(
    "regions", "نواحی", "Regions",
    availability: .always,
    words: words,
    migrations: [RegionsSchema.tables, RegionsSchema.names, RegionsSchema.sameName, RegionsSchema.residents],
    records: [County.self, Neighbourhood.self, PopulationCount.self, ResidentCount.self, Closure.self],
    rules: [RegionDay.self],
    actions: [AddCounty.self, AddNeighbourhood.self, RecordPopulation.self, RecordResidents.self, OrderClosure.self],
    queries: [ShowNeighbourhood.self],
    lists: [ListCounties.self, ListNeighbourhoods.self, ListPopulations.self, ListResidents.self, ListClosures.self],
    provisions: [.provides((any RegionsContract).self, RegionsContractProvider())],
    hooks: Hooks(importExample: (AddNeighbourhood.self, "province,name,setting,isHarmProne\r\nIR-27,باغ پلنگ,urban,true\r\n")))
}
