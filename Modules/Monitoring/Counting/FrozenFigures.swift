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

  init(_ count: IndicatorCount) {
    coverage = count.indicators.coverage
    growth = count.indicators.growth
    evidence = count.evidence
  }

  /// As a measurement froze them.
  init(_ measurement: Measurement, in snapshot: borrowing Snapshot) throws {
    coverage = measurement.coverage
    growth = measurement.growth
    evidence = try snapshot.all(Evidence.self, "measurement = ?", measurement.id).map(\.line).sorted()
  }

  /// SHA-256, hexadecimal. The day it was counted is no part of it: the same facts give the same digest.
  func digest(in snapshot: borrowing Snapshot) throws -> String {
    let figures = Value.record([
      "coverage": try ValueEncoder.encode(coverage), "growth": try ValueEncoder.encode(growth),
      "evidence": .list(evidence.map { .text($0.text) }),
    ])
    return snapshot.digest(of: JSONWriter.write(figures))
  }

  /// What is not as it was in `old`.
  func differences(from old: FrozenFigures) throws -> [Difference] {
    var found = try FrozenFigures.changed("coverage", ValueEncoder.encode(old.coverage), ValueEncoder.encode(coverage))
    found += try FrozenFigures.changed("growth", ValueEncoder.encode(old.growth), ValueEncoder.encode(growth))
    let (before, now) = (Set(old.evidence), Set(evidence))
    found += FrozenFigures.listed("records.added", now.subtracting(before)) { Difference(what: $0, after: $1) }
    found += FrozenFigures.listed("records.removed", before.subtracting(now)) { Difference(what: $0, before: $1) }
    return found
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

  private static func listed(
    _ what: String, _ lines: Set<EvidenceLine>, _ difference: (String, String) -> Difference
  ) -> [Difference] {
    guard !lines.isEmpty else { return [] }
    return [difference("\(what).count", String(lines.count))]
      + lines.sorted().prefix(longestList).map { difference(what, $0.text) }
  }
}

/// Of what province and year somebody may see figures.
enum MeasuredPlace {
  /// - Throws: `Refusal` for another's province, and for whoever sees only one county, since part of the people is no figure.
  static func check(_ province: Province, _ permission: Permission, _ snapshot: borrowing Snapshot) throws {
    if case .county = snapshot.principal.scope(for: permission)?.scope {
      throw Refusal(
        .forbidden, "monitoring.whole-province",
        Texts("شاخص‌ها برای تمام استان شمرده می‌شوند.", "Indicators are counted for a whole province."))
    }
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
