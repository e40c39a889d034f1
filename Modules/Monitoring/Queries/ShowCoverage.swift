import Contracts
import Feature

/// Coverage now, by county: under each province its counties and what they exceed it by; for the nation the same of its
/// provinces, all under the nation's definition. Whoever sees one county sees its line alone.
struct ShowCoverage: Query {
  var year: Int
  var province: Province?

  struct Output: Codable, Sendable {
    var year: Int
    /// The last day of the year, or today while it runs.
    var asOf: JalaliDay
    var isProvisional: Bool
    var rows: [ProvinceLine]
    /// For the nation, where no province is asked for.
    var nation: PartsAndWhole?
    var sentences: [Texts]
  }

  struct ProvinceLine: Codable, Sendable {
    var province: Province
    /// Those in which somebody or some place was reached; without a county last.
    var counties: [CountedCounty.Facts]
    /// nil for whoever sees one county.
    var whole: PartsAndWhole?
    var definition: CoverageDefinition
  }

  static let spec = Spec(
    "monitoring.coverage", "پوشش به تفکیک شهرستان", "Coverage by county", "/monitoring/coverage", permission: .monitoringCounties,
    fields: ["year": ("سال جلالی", "Jalali year"), "province": ("استان", "province")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let asOf = try MeasuredPlace.lastDay(of: year, today: snapshot.day)
    let isNation = province == nil && snapshot.home == nil
    var (rows, counts): ([ProvinceLine], [CoverageCount]) = ([], [])
    for place in province.map({ [$0] }) ?? snapshot.home.map({ [$0] }) ?? Province.all {
      try MeasuredPlace.check(place, snapshot)
      let rule = try snapshot.parameters(of: Coverage.self, in: isNation ? nil : place)
      let count = try CoverageCount(place, year: year, asOf: asOf, rule, version: Coverage.version, snapshot)
      rows.append(ProvinceLine(place, count, rule, seenFrom: snapshot.principal.scope(for: .monitoringCounties)?.scope))
      counts.append(count)
    }
    let nation = isNation ? try NationPeople(counts, in: snapshot).parts : nil
    let isProvisional = asOf < JalaliDay.lastDay(ofYear: year)
    return Output(
      year: year, asOf: asOf, isProvisional: isProvisional, rows: rows, nation: nation,
      sentences: rows.flatMap { $0.sentences(besideNation: isNation) } + (nation.map { [$0.sentenceOfNation] } ?? [])
        + Indicators.remark(isProvisional, year, asOf))
  }
}

extension ShowCoverage.ProvinceLine {
  init(_ province: Province, _ count: CoverageCount, _ rule: Coverage.Parameters, seenFrom scope: Scope?) {
    let whole = PartsAndWhole(
      count.counties, people: count.people.count, residents: count.residents ?? 0, places: count.places?.count ?? 0)
    self.init(
      province: province, counties: count.counties.seen(from: scope), whole: scope.isCounty ? nil : whole,
      definition: rule.definition(version: Coverage.version))
  }

  /// - Parameter isBeside: a page of all provinces tells the sum of the counties only where it exceeds the province.
  func sentences(besideNation isBeside: Bool) -> [Texts] {
    let told = whole.flatMap { isBeside && $0.excess == 0 ? nil : $0.sentence(of: province) }
    return counties.compactMap(\.sentence) + [told].compactMap(\.self)
  }
}

extension [CountedCounty.Facts] {
  /// Whoever sees one county sees its line alone: what is recorded for the whole province, such as courses, is no part of it.
  func seen(from scope: Scope?) -> Self {
    guard case .county(_, let own) = scope else { return self }
    return filter { $0.county?.raw == own }
  }
}

extension Scope? {
  var isCounty: Bool { if case .county = self { true } else { false } }
}
