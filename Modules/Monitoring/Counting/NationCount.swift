import Contracts
import Feature

/// The nation's row beside those of the provinces: everybody once, under the nation's own parameters.
struct NationalIndicators: Codable, Sendable {
  var year: Int
  var asOf: JalaliDay
  var isProvisional: Bool
  var coverage: CoverageFigure
  var growth: GrowthFigure
  /// By how many the provinces' people exceed the nation's: somebody reached in two provinces counts in both.
  var countedTwice: Int
  /// Provinces without a population; the share is not computable while there is one.
  var provincesWithoutPopulation: [Province]
  var sentences: [Texts]
}

/// The people of all provinces under one definition, everybody once.
struct NationPeople {
  let parts: PartsAndWhole
  let probable: Int

  init(_ provinces: [CoverageCount], in snapshot: borrowing Snapshot) throws {
    let people = provinces.flatMap(\.people.keys)
    let nation = try snapshot.counted(people.sorted())
    parts = PartsAndWhole(
      summed: people.count, people: Set(people.map { nation.standing[$0] ?? $0 }).count,
      residents: provinces.reduce(0) { $0 + ($1.residents ?? 0) }, places: provinces.reduce(0) { $0 + ($1.places?.count ?? 0) })
    probable = nation.probable.count
  }
}

extension NationalIndicators {
  /// - Parameter counted: what each province counted under its own parameters; counted again where the nation's are others.
  init(_ counted: [IndicatorCount], year: Int, asOf: JalaliDay, in snapshot: borrowing Snapshot) throws {
    let rule = try snapshot.parameters(of: Coverage.self, in: nil)
    var (reached, population): ([CoverageCount], Int) = ([], 0)
    var without: [Province] = []
    for count in counted {
      let province = count.indicators.province
      let isOwn = try snapshot.parameters(of: Coverage.self, in: province) != rule
      reached.append(
        isOwn ? try CoverageCount(province, year: year, asOf: asOf, rule, version: Coverage.version, snapshot) : count.reached)
      if let number = count.indicators.coverage.population { population += number } else { without.append(province) }
    }
    let nation = try NationPeople(reached, in: snapshot)
    let parts = nation.parts
    let coverage = CoverageFigure(
      people: parts.people, probable: nation.probable, residents: parts.residents, places: parts.places,
      uncounted: reached.flatMap { $0.uncountedPlaces ?? [] }.sorted(), of: without.isEmpty ? population : nil, rule,
      version: Coverage.version,
      target: try snapshot.parameters(of: CoverageTarget.self, in: nil))
    let growth = try NationalIndicators.growth(counted, year: year, in: snapshot)
    let isProvisional = asOf < JalaliDay.lastDay(ofYear: year)
    self.init(
      year: year, asOf: asOf, isProvisional: isProvisional, coverage: coverage, growth: growth, countedTwice: parts.excess,
      provincesWithoutPopulation: without,
      sentences: coverage.sentences + [
        growth.sentence(in: year), parts.sentenceOfNation,
      ] + Indicators.remark(isProvisional, year, asOf))
  }

  private static func growth(_ counted: [IndicatorCount], year: Int, in snapshot: borrowing Snapshot) throws -> GrowthFigure {
    let target = try snapshot.parameters(of: GrowthTarget.self, in: nil)
    let comparisonYear = target.comparisonYear(for: year)
    var before: Int?
    if let comparisonYear {
      before = try counted.reduce(0) {
        $0 + Set(try snapshot.institutesFounded(in: $1.indicators.province, year: comparisonYear)).count
      }
    }
    let founded = counted.reduce(0) { $0 + $1.founded }
    return GrowthFigure(
      .init(founded: founded, comparisonYear: comparisonYear, foundedBefore: before), target, version: Coverage.version)
  }
}
