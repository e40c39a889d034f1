import Contracts
import Feature

/// Both indicators of a province and year, counted now, with the records behind them.
struct IndicatorCount {
  let indicators: Indicators
  /// Sorted.
  let evidence: [EvidenceLine]

  /// - Parameters:
  ///   - asOf: facts until that day count.
  ///   - day: whose parameters are in force.
  init(_ province: Province, year: Int, asOf: JalaliDay, parametersOn day: JalaliDay, in snapshot: borrowing Snapshot) throws {
    let rule = try snapshot.parameters(of: Coverage.self, in: province, on: day)
    var evidence = try IndicatorCount.covered(in: province, asOf, rule, snapshot)
    let target = try snapshot.parameters(of: CoverageTarget.self, in: province, on: day)
    let coverage = try IndicatorCount.coverage(
      province, year: year, people: evidence.count, rule, target: target, snapshot)
    let growth = try snapshot.parameters(of: GrowthTarget.self, in: province, on: day)
    let founded = try IndicatorCount.founded(in: province, year: year, snapshot)
    let comparisonYear = growth.comparisonYear(for: year)
    let before = try comparisonYear.map { try IndicatorCount.founded(in: province, year: $0, snapshot) }
    evidence += founded.map { IndicatorCount.line($0, .founded) }
    evidence += (before ?? []).map { IndicatorCount.line($0, .foundedBefore) }
    self.evidence = evidence.sorted()
    let grown = IndicatorCount.growth(
      .init(founded: founded.count, comparisonYear: comparisonYear, foundedBefore: before?.count), growth)
    indicators = Indicators(
      province: province, year: year, asOf: asOf, coverage: coverage, growth: grown,
      sentences: [coverage.sentence, grown.sentence(in: year)])
  }

  /// Distinct people, each with the modules that named it.
  private static func covered(
    in province: Province, _ asOf: JalaliDay, _ rule: Coverage.Parameters, _ snapshot: borrowing Snapshot
  ) throws -> [EvidenceLine] {
    var sources: [ID<PersonEntity>: Set<String>] = [:]
    if rule.countMembers {
      for person in try snapshot.peopleCoveredByGroups(in: province, until: asOf) {
        sources[person, default: []].insert("groups")
      }
    }
    if rule.countTrained {
      for person in try snapshot.peopleCoveredByTraining(in: province, until: asOf) {
        sources[person, default: []].insert("training")
      }
    }
    if rule.countParticipants {
      for person in try snapshot.peopleCoveredByHealthBases(in: province, until: asOf) {
        sources[person, default: []].insert("healthbases")
      }
    }
    return sources.map { person, names in
      EvidenceLine(
        figure: .covered, object: ThingName(person),
        sources: names.sorted().joined(separator: ","))
    }
  }

  private static func coverage(
    _ province: Province, year: Int, people: Int, _ rule: Coverage.Parameters, target: CoverageTarget.Parameters,
    _ snapshot: borrowing Snapshot
  ) throws -> CoverageFigure {
    let population = try snapshot.population(of: province, year: year)
    let definition = rule.definition
    let isEmpty = !(rule.countMembers || rule.countTrained || rule.countParticipants)
    let facts = CoverageTarget.Facts(covered: people, population: population?.population)
    let value = isEmpty ? nil : facts.hundredths
    return CoverageFigure(
      state: value == nil ? .notComputable : .computed,
      missing: value != nil ? nil : isEmpty ? .nothingCounted : .noPopulation, covered: people,
      population: population?.population, populationRow: population?.row, populationYear: population?.year,
      populationSource: population?.source, hundredths: value, targetHundredths: target.targetHundredths,
      isReached: value.map { $0 >= target.targetHundredths }, definition: definition)
  }

  private static func growth(_ facts: GrowthTarget.Facts, _ target: GrowthTarget.Parameters) -> GrowthFigure {
    let value = facts.hundredths
    return GrowthFigure(
      state: value == nil ? .notComputable : .computed,
      missing: value != nil ? nil : facts.comparisonYear == nil ? .noBaseYear : .noneInComparisonYear,
      founded: facts.founded, comparisonYear: facts.comparisonYear, foundedBefore: facts.foundedBefore,
      hundredths: value, targetHundredths: target.targetHundredths, isReached: value.map { $0 >= target.targetHundredths })
  }

  private static func founded(
    in province: Province, year: Int, _ snapshot: borrowing Snapshot
  ) throws -> Set<ID<InstituteEntity>> {
    Set(try snapshot.institutesFounded(in: province, year: year))
  }

  private static func line(_ institute: ID<InstituteEntity>, _ figure: EvidenceFigure) -> EvidenceLine {
    EvidenceLine(figure: figure, object: ThingName(institute), sources: "institutes")
  }
}

/// Shares as whole numbers, so that everybody computes the same one.
enum Share {
  /// `part` of `whole` in hundredths of a percent, rounded down; nil for an empty whole or a number too large.
  ///
  /// - Parameter per: how much the whole is; 100 000 gives hundredths per thousand.
  static func hundredths(_ part: Int, of whole: Int, per scale: Int = 10_000) -> Int? {
    guard whole > 0 else { return nil }
    let scaled = part.multipliedReportingOverflow(by: scale)
    guard !scaled.overflow else { return nil }
    let (quotient, rest) = scaled.partialValue.quotientAndRemainder(dividingBy: whole)
    return rest < 0 ? quotient - 1 : quotient
  }
}
