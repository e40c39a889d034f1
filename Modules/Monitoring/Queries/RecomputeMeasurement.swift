public import Contracts
import Jalali
public import Registry
public import Values

/// Counts a frozen measurement again, under the parameters of its day, and says what differs.
public struct RecomputeMeasurement: Query {
  public var measurement: Ref<MeasurementEntity>

  public struct Sheet: Codable, Sendable {
    public var code: String
    public var isEqual: Bool
    /// Whether the frozen figures and records still give the digest that was written into the ledger.
    public var isIntact: Bool
    public var frozenDigest: String
    public var digestNow: String
    public var differences: [Difference]
  }

  public static let spec = Spec(
    "monitoring.recompute", "محاسبهٔ دوباره", "Recompute a measurement",
    "/monitoring/measurements/{measurement}/recomputation", permission: .monitoringRead,
    fields: ["measurement": ("اندازه‌گیری", "the measurement")])

  public func answer(in look: borrowing Look) throws -> Sheet {
    let row = try look.require(Measurement.self, measurement)
    try MeasuredPlace.check(row.province, .monitoringRead, look)
    let frozen = try FrozenFigures(row, in: look)
    let now = FrozenFigures(
      try IndicatorCount(row.province, year: row.year, asOf: row.asOf, parametersOn: row.measuredOn, in: look))
    let digest = try now.digest()
    return Sheet(
      code: row.code, isEqual: digest == row.digest, isIntact: try frozen.digest() == row.digest,
      frozenDigest: row.digest, digestNow: digest, differences: try now.differences(from: frozen))
  }
}
