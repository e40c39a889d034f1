import Contracts
import Feature

/// Both indicators of a province and year, counted now, with the records behind them.
struct IndicatorCount {
  let indicators: Indicators
  /// Sorted.
  let evidence: [EvidenceLine]
  /// Sorted.
  let places: [CountedPlace.Facts]
  let reached: CoverageCount
  let founded: Int

  /// - Parameters:
  ///   - asOf: facts until that day count.
  ///   - day: whose parameters are in force.
  ///   - version: of the definition of coverage.
  init(
    _ province: Province, year: Int, asOf: JalaliDay, parametersOn day: JalaliDay, version: Int = Coverage.version,
    in snapshot: borrowing Snapshot
  ) throws {
    let rule = try snapshot.parameters(of: Coverage.self, in: province, on: day)
    reached = try CoverageCount(province, year: year, asOf: asOf, rule, version: version, snapshot)
    let target = try snapshot.parameters(of: CoverageTarget.self, in: province, on: day)
    let coverage = CoverageFigure(
      reached, of: try snapshot.population(of: province, year: year), rule, version: version, target: target)
    let growth = try snapshot.parameters(of: GrowthTarget.self, in: province, on: day)
    let founded = Set(try snapshot.institutesFounded(in: province, year: year))
    let comparisonYear = growth.comparisonYear(for: year)
    let before = try comparisonYear.map { Set(try snapshot.institutesFounded(in: province, year: $0)) }
    let institutes = founded.map { IndicatorCount.line($0, .founded) } + (before ?? []).map { IndicatorCount.line($0, .foundedBefore) }
    evidence = (reached.evidence + institutes).sorted()
    places = reached.places?.values.sorted() ?? []
    self.founded = founded.count
    let grown = GrowthFigure(
      .init(founded: founded.count, comparisonYear: comparisonYear, foundedBefore: before?.count), growth, version: version)
    let isProvisional = asOf < JalaliDay.lastDay(ofYear: year)
    indicators = Indicators(
      province: province, year: year, asOf: asOf, isProvisional: isProvisional, coverage: coverage, growth: grown,
      sentences: coverage.sentences + [grown.sentence(in: year)] + Indicators.remark(isProvisional, year, asOf))
  }

  private static func line(_ institute: ID<InstituteEntity>, _ figure: EvidenceFigure) -> EvidenceLine {
    EvidenceLine(figure: figure, object: ThingName(institute), sources: "institutes")
  }
}

extension CoverageFigure {
  /// The figure that a count gives against a population.
  init(
    _ reached: CoverageCount, of population: PopulationFacts?, _ rule: Coverage.Parameters, version: Int,
    target: CoverageTarget.Parameters
  ) {
    self.init(
      people: reached.people.count, probable: reached.probable, residents: reached.residents, places: reached.places?.count,
      uncounted: reached.uncountedPlaces, of: population?.population, rule, version: version, target: target)
    (populationRow, populationYear, populationSource) = (population?.row, population?.year, population?.source)
  }

  init(
    people: Int, probable: Int, residents: Int?, places: Int?, uncounted: [ID<NeighbourhoodEntity>]?, of population: Int?,
    _ rule: Coverage.Parameters, version: Int, target: CoverageTarget.Parameters
  ) {
    let isNew = version > 1
    let held = isNew && rule.coverageOf == .residents ? residents ?? 0 : people
    let facts = CoverageTarget.Facts(covered: held, population: population)
    let value = rule.countsNobody ? nil : facts.hundredths
    self.init(
      state: value == nil ? .notComputable : .computed,
      missing: value != nil ? nil : rule.countsNobody ? .nothingCounted : .noPopulation, covered: people, population: population,
      hundredths: value, targetHundredths: target.targetHundredths,
      isReached: value == nil ? nil : facts.reaches(target.targetHundredths), definition: rule.definition(version: version),
      numerator: isNew ? held : nil, denominator: isNew ? population : nil, probable: isNew ? probable : nil, residents: residents,
      peopleHundredths: isNew ? population.flatMap { Share(people, of: $0).cut(per: 10_000) } : nil,
      residentsHundredths: population.flatMap { all in residents.flatMap { Share($0, of: all).cut(per: 10_000) } }, places: places,
      uncountedPlaces: uncounted)
  }
}

extension GrowthFigure {
  /// The figure that two counts give.
  init(_ facts: GrowthTarget.Facts, _ target: GrowthTarget.Parameters, version: Int) {
    let value = facts.hundredths
    self.init(
      state: value == nil ? .notComputable : .computed,
      missing: value != nil ? nil : facts.comparisonYear == nil ? .noBaseYear : .noneInComparisonYear,
      founded: facts.founded, comparisonYear: facts.comparisonYear, foundedBefore: facts.foundedBefore,
      hundredths: value, targetHundredths: target.targetHundredths,
      isReached: value == nil ? nil : facts.reaches(target.targetHundredths))
    guard version > 1 else { return }
    numerator = facts.foundedBefore.map { facts.founded - $0 }
    denominator = facts.foundedBefore
    isSmall = facts.foundedBefore.map { $0 < target.smallBelow }
  }
}
