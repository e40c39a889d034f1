import Contracts
import Feature

/// The indicators of a province and year as they were measured; facts that come later make a new revision.
struct Measurement: ProvincialRecord, CodedRecord, StatefulRecord {
  typealias Of = MeasurementEntity
  typealias Machine = MeasurementLifecycle
  static let table = Table("monitoring_measurement", reach: .province, isShared: true)

  var id = ID<MeasurementEntity>(0)
  var rev = 0
  var code = ""
  var province: Province
  var year: Int
  /// From 1; each points back to the one before it by province and year.
  var revision: Int
  var state: MeasurementState
  var asOf: JalaliDay
  /// The day whose parameters were in force.
  var measuredOn: JalaliDay
  var coverage: CoverageFigure
  var growth: GrowthFigure
  /// What changed since the revision before; empty for the first.
  var differences: [Difference]
  /// SHA-256 of figures and evidence, in hexadecimal.
  var digest: String
  var approvedOn: JalaliDay?

  /// The code bears the year that was measured.
  var yearOfCode: Int? { year }
}

enum MeasurementState: String, Choice {
  case measured, approved

  var texts: Texts {
    switch self {
    case .measured: Texts("اندازه‌گیری‌شده", "measured")
    case .approved: Texts("تأییدشده", "approved")
    }
  }
}

/// One thing that is not as it was.
struct Difference: Codable, Sendable, Equatable {
  /// `coverage.covered`, `coverage.records.added`, …
  var what: String
  var before: String?
  var after: String?
}

extension RecomputeMeasurement.Output {
  /// Whether counting again gave the same, and whether what was frozen is still what the ledger has.
  static func sentences(_ code: String, isEqual: Bool, isIntact: Bool, differences: Int) -> [Texts] {
    let many = FigureText.counted(differences, "تفاوت", "difference", "differences")
    return [
      isEqual
        ? Texts("\(code): شمارش دوباره همان عددها و همان مستندات را داد.", "\(code): counted again, with the same figures and records.")
        : Texts("\(code): شمارش دوباره نتیجهٔ دیگری داد: \(many.fa).", "\(code): counted again, with another result: \(many.en)."),
      isIntact
        ? Texts("عددها و مستندات ثبت‌شده همان است که در دفتر است.", "The frozen figures and records are those that the ledger has.")
        : Texts(
          "عددها یا مستندات ثبت‌شده دیگر آن نیست که در دفتر است.", "The frozen figures or records are no longer those that the ledger has."),
    ]
  }
}
