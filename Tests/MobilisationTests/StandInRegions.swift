import Contracts
import Jalali
import Persian
import Registry
import Store
import Values

/// Four neighbourhoods: 1 and 2 in counties 1 and 2 of Golestan, 3 in no county of it, 4 in Kurdistan.
struct StandInRegions: FeatureModule, RegionsDesk {
  static let manifest = Manifest("regions", "نواحی آزمون", "test regions", isSwitchable: false)

  init(_ kernel: Kernel) throws { try kernel.publish((any RegionsDesk).self, self) }

  var records: [any Record.Type] { [StandInNeighbourhood.self] }
  var migrations: [Migration] {
    [
      Migration(
        "regions.stand-in", "CREATE TABLE regions_county(id INTEGER PRIMARY KEY) STRICT",
        "INSERT INTO regions_county VALUES(1),(2)",
        """
        CREATE TABLE regions_neighbourhood(id INTEGER PRIMARY KEY, rev INTEGER, code TEXT, province TEXT,
        county INTEGER, name TEXT) STRICT
        """,
        """
        INSERT INTO regions_neighbourhood VALUES(1,1,'NB-27-1405-0001','IR-27',1,'اوزینه'),
        (2,1,'NB-27-1405-0002','IR-27',2,'سیدآباد'), (3,1,'NB-27-1405-0003','IR-27',NULL,'قلعه حسن'),
        (4,1,'NB-12-1405-0001','IR-12',NULL,'نایسر')
        """)
    ]
  }

  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in look: borrowing Look) throws -> NeighbourhoodFacts {
    let row = try look.require(StandInNeighbourhood.self, reference)
    return NeighbourhoodFacts(
      id: row.id, code: row.code, province: row.province, county: row.county, name: row.name, isHarmProne: true,
      isInformalSettlement: false)
  }

  func population(of province: Province, year: Int, in look: borrowing Look) throws -> PopulationFacts? { nil }
  func workCalendar(of province: Province, in look: borrowing Look) throws -> WorkCalendar { .official }
}

private struct StandInNeighbourhood: CountyRecord, CodedRecord {
  typealias Of = NeighbourhoodEntity
  static let table = Table("regions_neighbourhood", reach: .county)
  var id = ID<NeighbourhoodEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var county: ID<CountyEntity>?
  var name: String
}
