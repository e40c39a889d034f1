public import Contracts
public import Jalali
public import Persian
public import Registry
public import Values

/// The indicators of a province and year as they were measured; facts that come later make a new revision.
public struct Measurement: ProvincialRecord, CodedRecord {
  public typealias Of = MeasurementEntity
  public static let table = Table("monitoring_measurement", reach: .province)

  public var id = ID<MeasurementEntity>(0)
  public var rev = 0
  public var code = ""
  public var province: Province
  public var year: Int
  /// From 1; each points back to the one before it by province and year.
  public var revision: Int
  public var state: MeasurementState
  public var asOf: JalaliDay
  /// The day whose parameters were in force.
  public var measuredOn: JalaliDay
  public var coverage: CoverageFigure
  public var growth: GrowthFigure
  /// What changed since the revision before; empty for the first.
  public var differences: [Difference]
  /// SHA-256 of figures and evidence, in hexadecimal.
  public var digest: String
  public var approvedOn: JalaliDay?
}

public enum MeasurementState: String, Choice {
  case measured, approved

  public var texts: Texts {
    switch self {
    case .measured: Texts("اندازه‌گیری‌شده", "measured")
    case .approved: Texts("تأییدشده", "approved")
    }
  }
}

/// One thing that is not as it was.
public struct Difference: Codable, Sendable, Equatable {
  /// `coverage.covered`, `coverage.records.added`, …
  public var what: String
  public var before: String?
  public var after: String?
}
