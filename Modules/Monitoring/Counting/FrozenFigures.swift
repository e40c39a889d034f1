import Contracts
import Feature

/// Figures and evidence as they are compared and bound by a digest.
struct FrozenFigures {
  /// Differences of records listed one by one; the count is always complete.
  private static let longestList = 100

  let coverage: CoverageFigure
  let growth: GrowthFigure
  /// Sorted.
  let evidence: [EvidenceLine]
  /// Sorted.
  let places: [CountedPlace.Facts]
  /// Sorted; empty for a measurement of before counties were counted.
  private(set) var counties: [CountedCounty.Facts]

  init(_ count: IndicatorCount) {
    coverage = count.indicators.coverage
    growth = count.indicators.growth
    evidence = count.evidence
    places = count.places
    counties = count.reached.counties
  }

  /// A count to be held against a frozen one: by its counties only where that has them, which were not counted at first.
  init(_ count: IndicatorCount, against frozen: FrozenFigures) {
    self.init(count)
    if frozen.counties.isEmpty { counties = [] }
  }

  /// As a measurement froze them.
  init(_ measurement: Measurement, in snapshot: borrowing Snapshot) throws {
    coverage = measurement.coverage
    growth = measurement.growth
    evidence = try snapshot.all(Evidence.self, "measurement = ?", measurement.id).map(\.line).sorted()
    places = try snapshot.all(CountedPlace.self, "measurement = ?", measurement.id).map(\.facts).sorted()
    counties = try snapshot.all(CountedCounty.self, "measurement = ?", measurement.id).map(\.facts).sorted()
  }

  /// SHA-256, hexadecimal. The day it was counted is no part of it: the same facts give the same digest.
  func digest(in snapshot: borrowing Snapshot) throws -> String {
    var figures: [Value.Member] = [
      .init("coverage", FrozenFigures.lasting(try ValueEncoder.encode(coverage))),
      .init("growth", FrozenFigures.lasting(try ValueEncoder.encode(growth))),
      .init("evidence", .list(evidence.map { .text($0.text) })),
    ]
    if !places.isEmpty { figures.append(.init("places", .list(places.map { .text($0.text) }))) }
    if !counties.isEmpty { figures.append(.init("counties", .list(counties.map { .text($0.text) }))) }
    return snapshot.digest(of: JSONWriter.write(.object(figures)))
  }

  /// What the first figures wrote also where it was nothing.
  private static let firstMembers: Set<String> = [
    "missing", "population", "populationRow", "populationYear", "populationSource", "hundredths", "isReached", "comparisonYear",
    "foundedBefore",
  ]

  /// A figure without the members that it does not have, so that one may come later and change no digest.
  private static func lasting(_ figure: Value) -> Value {
    guard case .object(let members) = figure else { return figure }
    return .object(
      members.filter { $0.value != .null || firstMembers.contains($0.name) }.map { .init($0.name, lasting($0.value)) })
  }

  /// What is not as it was in `old`.
  func differences(from old: FrozenFigures) throws -> [Difference] {
    var found = try FrozenFigures.changed("coverage", ValueEncoder.encode(old.coverage), ValueEncoder.encode(coverage))
    found += try FrozenFigures.changed("growth", ValueEncoder.encode(old.growth), ValueEncoder.encode(growth))
    let (before, now) = (Set(old.evidence), Set(evidence))
    found += FrozenFigures.listed("records.added", now.subtracting(before)) { Difference(what: $0, after: $1) }
    found += FrozenFigures.listed("records.removed", before.subtracting(now)) { Difference(what: $0, before: $1) }
    let (placesBefore, placesNow) = (Set(old.places), Set(places))
    found += FrozenFigures.listed("places.added", placesNow.subtracting(placesBefore)) { Difference(what: $0, after: $1) }
    found += FrozenFigures.listed("places.removed", placesBefore.subtracting(placesNow)) { Difference(what: $0, before: $1) }
    let (countiesBefore, countiesNow) = (Set(old.counties), Set(counties))
    found += FrozenFigures.listed("counties.added", countiesNow.subtracting(countiesBefore)) { Difference(what: $0, after: $1) }
    found += FrozenFigures.listed("counties.removed", countiesBefore.subtracting(countiesNow)) { Difference(what: $0, before: $1) }
    return found
  }

  /// How much of each number in `old` is not as it was.
  func changes(from old: FrozenFigures) -> [RevisionAsked.ChangedFigure] {
    func records(_ figure: EvidenceFigure) -> RevisionAsked.ChangedFigure {
      let (before, now) = (objects(old, figure), objects(self, figure))
      return .init(figure: figure.rawValue, frozen: before.count, changed: before.symmetricDifference(now).count)
    }
    func number(_ name: String, _ before: Int?, _ now: Int?) -> RevisionAsked.ChangedFigure {
      .init(figure: name, frozen: before ?? 0, changed: abs((now ?? 0) - (before ?? 0)))
    }
    return [
      records(.covered), records(.founded), records(.foundedBefore),
      number("residents", old.coverage.residents, coverage.residents),
      number("population", old.coverage.population, coverage.population),
    ]
  }

  private func objects(_ figures: FrozenFigures, _ figure: EvidenceFigure) -> Set<ThingName> {
    Set(figures.evidence.filter { $0.figure == figure }.map(\.object))
  }

  private static func changed(_ figure: String, _ old: Value, _ new: Value) -> [Difference] {
    new.members.compactMap { member in
      let before = old[member.name] ?? .null
      guard before != member.value else { return nil }
      return Difference(what: "\(figure).\(member.name)", before: words(before), after: words(member.value))
    }
  }

  private static func words(_ value: Value) -> String? {
    switch value {
    case .null: nil
    case .text(let text): text
    default: JSONWriter.text(value)
    }
  }

  private static func listed<Line: RecordLine>(
    _ what: String, _ lines: Set<Line>, _ difference: (String, String) -> Difference
  ) -> [Difference] {
    guard !lines.isEmpty else { return [] }
    return [difference("\(what).count", String(lines.count))]
      + lines.sorted().prefix(longestList).map { difference(what, $0.text) }
  }
}

/// A counted record as it is compared.
protocol RecordLine: Hashable, Comparable {
  var text: String { get }
}

extension EvidenceLine: RecordLine {}
extension CountedPlace.Facts: RecordLine {}
extension CountedCounty.Facts: RecordLine {}

/// Of what province and year somebody may see figures.
enum MeasuredPlace {
  /// Whether somebody sees the whole of a province.
  ///
  /// - Throws: `Refusal` for another's province, and for whoever sees only one county, since part of the people is no figure.
  static func check(_ province: Province, _ permission: Permission, _ snapshot: borrowing Snapshot) throws {
    if case .county = snapshot.principal.scope(for: permission)?.scope {
      throw Refusal(
        .forbidden, "monitoring.whole-province",
        Texts("شاخص‌ها برای تمام استان شمرده می‌شوند.", "Indicators are counted for a whole province."))
    }
    try check(province, snapshot)
  }

  /// Whether a province is somebody's, be it for one county of it.
  ///
  /// - Throws: `Refusal` for another's province.
  static func check(_ province: Province, _ snapshot: borrowing Snapshot) throws {
    guard snapshot.home == nil || snapshot.home == province else { throw Refusal.notFound(Texts("این استان", "This province")) }
  }

  /// The last day of a year that counts: its end, or today while it runs.
  static func lastDay(of year: Int, today: JalaliDay) throws -> JalaliDay {
    guard (1300...today.year).contains(year) else {
      throw Refusal.input(
        "/year", "monitoring.year", Texts("سال باید جلالی و نه در آینده باشد.", "Must be a Jalali year that is not in the future."))
    }
    return min(JalaliDay.lastDay(ofYear: year), today)
  }
}
