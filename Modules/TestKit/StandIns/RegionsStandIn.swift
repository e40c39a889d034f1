public import Contracts
public import Feature

/// Neighbourhoods lie where `Geography` says, in no county; there is no county and no census.
public final class RegionsStandIn: StandIn, RegionsContract {
  /// By row.
  public let neighbourhoods = Answers<Int64, NeighbourhoodFacts?> { NeighbourhoodFacts.standard($0) }
  /// The province of a county, by row.
  public let counties = Answers<Int64, Province?> { _ in nil }
  /// How many people live there, by a count of 1395.
  public let populations = Answers<Province, Int?> { _ in nil }

  public init() {}

  public var declaration: Module {
    Module(
      "regions", "نواحی آزمون", "regions of the test", availability: .always, provisions: [.provides((any RegionsContract).self, self)])
  }

  public func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> NeighbourhoodFacts {
    try snapshot.inScope(reference.number.flatMap { try neighbourhoods($0) }, { $0.province }, NeighbourhoodEntity.texts)
  }

  public func county(
    _ reference: Ref<CountyEntity>, of province: Province, in snapshot: borrowing Snapshot
  ) throws -> ID<CountyEntity> {
    guard let row = reference.number, try counties(row) == province else { throw Refusal.notFound(CountyEntity.self) }
    return ID(row)
  }

  public func population(of province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> PopulationFacts? {
    try populations(province).map {
      PopulationFacts(row: Int64(province.number), province: province, year: 1395, population: $0, source: "سرشماری")
    }
  }

  public func workCalendar(of province: Province, in snapshot: borrowing Snapshot) throws -> WorkCalendar { .official }
}

extension NeighbourhoodFacts {
  /// A neighbourhood where nothing stands out.
  public static func standard(_ row: Int64, county: Int64? = nil) -> NeighbourhoodFacts? {
    Geography.home(of: row).map {
      NeighbourhoodFacts(
        id: ID(row), code: Geography.code("NB", $0, row), province: $0, county: county.map { ID($0) }, name: "محلهٔ \(row)",
        isHarmProne: false, isInformalSettlement: false)
    }
  }
}
