import Contracts
import Feature

/// Counts a frozen measurement again, under the parameters of its day, and says what differs.
struct RecomputeMeasurement: Query {
  var measurement: Ref<MeasurementEntity>

  struct Output: Codable, Sendable {
    var code: String
    var isEqual: Bool
    /// Whether the frozen figures and records still give the digest that was written into the ledger.
    var isIntact: Bool
    var frozenDigest: String
    var digestNow: String
    var differences: [Difference]
    var sentences: [Texts]
  }

  static let spec = Spec(
    "monitoring.recompute", "محاسبهٔ دوباره", "Recompute a measurement",
    "/monitoring/measurements/{measurement}/recomputation", permission: .monitoringRead,
    fields: ["measurement": ("اندازه‌گیری", "the measurement")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Measurement.self, measurement)
    try MeasuredPlace.check(row.province, .monitoringRead, snapshot)
    let frozen = try FrozenFigures(row, in: snapshot)
    let now = FrozenFigures(
      try IndicatorCount(row.province, year: row.year, asOf: row.asOf, parametersOn: row.measuredOn, in: snapshot))
    let digest = try now.digest(in: snapshot)
    let (isEqual, isIntact) = (digest == row.digest, try frozen.digest(in: snapshot) == row.digest)
    let differences = try now.differences(from: frozen)
    return Output(
      code: row.code, isEqual: isEqual, isIntact: isIntact, frozenDigest: row.digest, digestNow: digest, differences: differences,
      sentences: Output.sentences(row.code, isEqual: isEqual, isIntact: isIntact, differences: differences.count))
  }
}
