import Contracts
import Feature

struct RegionsContractProvider: RegionsContract {
  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in snapshot: borrowing Snapshot) throws -> NeighbourhoodFacts {
    let row = try snapshot.require(Neighbourhood.self, reference)
    return NeighbourhoodFacts(
      id: row.id, code: row.code, province: row.province, county: row.county, name: row.name,
      isHarmProne: row.isHarmProne, isInformalSettlement: row.isInformalSettlement)
  }

  func county(
    _ reference: Ref<CountyEntity>, of province: Province, in snapshot: borrowing Snapshot
  ) throws -> ID<CountyEntity> {
    // In its province a county's name is its own; elsewhere another may be called so.
    if case .name(let name) = reference {
      let key = PersianText.nameKey(name)
      for key in [key, key.hasPrefix("شهرستان") ? String(key.dropFirst("شهرستان".count)) : ""] where !key.isEmpty {
        let county = try snapshot.first(
          County.self, "province = ? AND name_key = ? AND valid_until IS NULL", province, key)
        if let county { return county.id }
      }
    }
    let county = try snapshot.require(County.self, reference)
    guard county.province == province else {
      throw Refusal.input(
        "/county", "regions.county-elsewhere",
        Texts("این شهرستان در استان دیگری است.", "This county lies in another province."))
    }
    return county.id
  }

  func population(of province: Province, year: Int, in snapshot: borrowing Snapshot) throws -> PopulationFacts? {
    try snapshot.first(PopulationCount.self, "province = ? AND year <= ? ORDER BY year DESC, id DESC", province, year).map {
      PopulationFacts(
        row: $0.id.raw, province: $0.province, year: $0.year, population: $0.population, source: $0.source)
    }
  }

  func residents(
    of places: [ID<NeighbourhoodEntity>], year: Int, in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>: PopulationFacts] {
    try places.reduce(into: [:]) { found, place in
      let count = try snapshot.first(ResidentCount.self, "neighbourhood = ? AND year <= ? ORDER BY year DESC, id DESC", place, year)
      found[place] = count.map {
        PopulationFacts(row: $0.id.raw, province: $0.province, year: $0.year, population: $0.population, source: $0.source)
      }
    }
  }

  func counties(
    of places: [ID<NeighbourhoodEntity>], in snapshot: borrowing Snapshot
  ) throws -> [ID<NeighbourhoodEntity>: ID<CountyEntity>] {
    let rows = try snapshot.rows(
      "SELECT n.id, n.county FROM regions_neighbourhood n WHERE n.id IN (SELECT value FROM json_each(?)) AND n.county IS NOT NULL",
      JSONWriter.text(.list(places.map(\.value))))
    return rows.reduce(into: [:]) { found, row in
      guard row.count == 2, let place = row[0].integer, let county = row[1].integer else { return }
      found[ID(place)] = ID(county)
    }
  }

  func workCalendar(of province: Province, in snapshot: borrowing Snapshot) throws -> WorkCalendar {
    let official = WorkCalendar.official
    let closures = try snapshot.all(Closure.self, "province = ?", province)
    return try WorkCalendar(
      weekend: official.weekend,
      holidays: official.holidays + closures.map { Holiday(day: $0.day, kind: .adHoc, fa: $0.reason, en: $0.reason) },
      loadedYears: official.loadedYears)
  }
}
