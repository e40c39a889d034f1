import Contracts
import Feature

/// Counts and freezes the indicators of a year; again, when facts came later, as the next revision.
struct MeasureYear: Action {
  var province: Province
  var year: Int

  static let spec = Spec(
    "monitoring.measure", "اندازه‌گیری سال", "Measure a year", .post, "/monitoring/measurements",
    permission: .monitoringMeasure, fields: ["province": ("استان", "province"), "year": ("سال جلالی", "Jalali year")])

  func perform(in work: borrowing Transaction) throws -> Measurement {
    try MeasuredPlace.check(province, .monitoringMeasure, work.snapshot)
    let asOf = try MeasuredPlace.lastDay(of: year, today: work.day)
    try work.require(YearOver.self, .init(year: year, storeBegan: work.storeBegan()), in: province)
    let count = try IndicatorCount(province, year: year, asOf: asOf, parametersOn: work.day, in: work.snapshot)
    let now = FrozenFigures(count)
    let last = try work.first(
      Measurement.self, "province = ? AND year = ? ORDER BY revision DESC", province, year)
    let frozen = try last.map { try FrozenFigures($0, in: work.snapshot) }
    // Counties alone, which an earlier measurement has none of, are no change of the facts.
    let comparable = frozen.map { FrozenFigures(count, against: $0) }
    let hasChanged = try comparable?.digest(in: work.snapshot) != last?.digest
    try work.require(
      YearlyMeasurement.self, .init(year: year, lastRevision: last?.revision ?? 0, hasChanged: hasChanged), in: province)
    try keepVerdicts(on: count.indicators, work)
    let differences = try frozen.map { try comparable?.differences(from: $0) ?? [] } ?? []
    let measurement = try work.insert(
      Measurement(
        province: province, year: year, revision: (last?.revision ?? 0) + 1, state: .measured, asOf: asOf,
        measuredOn: work.day, coverage: now.coverage, growth: now.growth, differences: differences,
        digest: try now.digest(in: work.snapshot)))
    for line in now.evidence {
      try work.insert(
        Evidence(
          province: province, measurement: measurement.id, figure: line.figure, object: line.object,
          sources: line.sources))
    }
    for place in now.places {
      try work.insert(
        CountedPlace(
          province: province, measurement: measurement.id, neighbourhood: place.neighbourhood, residents: place.residents,
          residentsYear: place.residentsYear, sources: place.sources))
    }
    for county in now.counties { try work.insert(CountedCounty(county, of: measurement)) }
    return measurement
  }

  /// Whether the targets were reached stands in the ledger with the parameters in force; a target missed refuses nothing.
  private func keepVerdicts(on indicators: Indicators, _ work: borrowing Transaction) throws {
    _ = try work.objections(Coverage.self, .init(province: province, year: year), in: province)
    let coverage = indicators.coverage
    _ = try work.objections(
      CoverageTarget.self, .init(covered: coverage.numerator ?? coverage.covered, population: coverage.population), in: province)
    let growth = indicators.growth
    _ = try work.objections(
      GrowthTarget.self,
      .init(founded: growth.founded, comparisonYear: growth.comparisonYear, foundedBefore: growth.foundedBefore),
      in: province)
  }
}

/// The deputy for prevention signs a measurement off; somebody else than who measured.
struct ApproveMeasurement: ApprovingAction {
  var measurement: Ref<MeasurementEntity>

  static let spec = Spec(
    "monitoring.approve", "تأیید اندازه‌گیری", "Approve a measurement", .post,
    "/monitoring/measurements/{measurement}/approval", permission: .monitoringApprove,
    fields: ["measurement": ("اندازه‌گیری", "the measurement")])

  func perform(in work: borrowing Transaction) throws -> Measurement {
    var row = try work.require(Measurement.self, measurement)
    let newer = try work.count(
      "SELECT count(*) FROM monitoring_measurement WHERE province = ? AND year = ? AND revision > ?", row.province,
      row.year, row.revision)
    try work.move(&row, by: .approve)
    try work.require(NewestRevision.self, .init(isNewest: newer == 0), in: row.province)
    try work.requireSeparationOfDuties(on: row)
    row.approvedOn = work.day
    return try work.update(row)
  }
}
