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

extension NationalIndicators {
  /// - Parameter counted: what each province counted under its own parameters; counted again where the nation's are others.
  init(_ counted: [IndicatorCount], year: Int, asOf: JalaliDay, in snapshot: borrowing Snapshot) throws {
    let rule = try snapshot.parameters(of: Coverage.self, in: nil)
    var people: [ID<PersonEntity>] = []
    var (residents, places, population) = (0, 0, 0)
    var uncounted: [ID<NeighbourhoodEntity>] = []
    var without: [Province] = []
    for count in counted {
      let province = count.indicators.province
      let isOwn = try snapshot.parameters(of: Coverage.self, in: province) != rule
      let reached =
        isOwn ? try CoverageCount(province, year: year, asOf: asOf, rule, version: Coverage.version, snapshot) : count.reached
      people += reached.people.keys
      residents += reached.residents ?? 0
      places += reached.places?.count ?? 0
      uncounted += reached.uncountedPlaces ?? []
      if let number = count.indicators.coverage.population { population += number } else { without.append(province) }
    }
    let nation = try snapshot.counted(people.sorted())
    let standing = Set(people.map { nation.standing[$0] ?? $0 })
    let coverage = CoverageFigure(
      people: standing.count, probable: nation.probable.count, residents: residents, places: places, uncounted: uncounted.sorted(),
      of: without.isEmpty ? population : nil, rule, version: Coverage.version,
      target: try snapshot.parameters(of: CoverageTarget.self, in: nil))
    let growth = try NationalIndicators.growth(counted, year: year, in: snapshot)
    let isProvisional = asOf < JalaliDay.lastDay(ofYear: year)
    let twice = people.count - standing.count
    let many = FigureText.count(twice)
    self.init(
      year: year, asOf: asOf, isProvisional: isProvisional, coverage: coverage, growth: growth, countedTwice: twice,
      provincesWithoutPopulation: without,
      sentences: coverage.sentences + [
        growth.sentence(in: year),
        Texts(
          "جمع استان‌ها \(many.fa) نفر بیش از شمار کشور است: هر شخص در کشور یک بار شمرده می‌شود.",
          "The provinces together count \(many.en) more: in the nation everybody counts once."),
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
