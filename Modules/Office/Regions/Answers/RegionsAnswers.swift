import Contracts
import Jalali
import Persian
import Registry
import Values

struct RegionsAnswers: RegionsDesk {
  func neighbourhood(_ reference: Ref<NeighbourhoodEntity>, in look: borrowing Look) throws -> NeighbourhoodFacts {
    let row = try look.require(Neighbourhood.self, reference)
    return NeighbourhoodFacts(
      id: row.id, code: row.code, province: row.province, county: row.county, name: row.name,
      isHarmProne: row.isHarmProne, isInformalSettlement: row.isInformalSettlement)
  }

  func county(
    _ reference: Ref<CountyEntity>, in province: Province, look: borrowing Look
  ) throws -> ID<CountyEntity> {
    let county = try look.require(County.self, reference)
    guard county.province == province else {
      throw Refusal.input(
        "/county", "regions.county-elsewhere",
        Texts("این شهرستان در استان دیگری است.", "This county lies in another province."))
    }
    return county.id
  }

  func population(of province: Province, year: Int, in look: borrowing Look) throws -> PopulationFacts? {
    try look.first(PopulationCount.self, "province = ? AND year <= ? ORDER BY year DESC, id DESC", province, year).map {
      PopulationFacts(
        row: $0.id.raw, province: $0.province, year: $0.year, population: $0.population, source: $0.source)
    }
  }

  func workCalendar(of province: Province, in look: borrowing Look) throws -> WorkCalendar {
    let official = WorkCalendar.official
    let closures = try look.all(Closure.self, "province = ?", province)
    return try WorkCalendar(
      weekend: official.weekend,
      holidays: official.holidays + closures.map { Holiday(day: $0.day, kind: .adHoc, fa: $0.reason, en: $0.reason) },
      loadedYears: official.loadedYears)
  }
}
