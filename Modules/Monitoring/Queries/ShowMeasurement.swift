public import Contracts
public import Jalali
import Persian
public import Registry
public import Values

/// A measurement with its lineage: the revisions of the same province and year.
public struct ShowMeasurement: Query {
  public var measurement: Ref<MeasurementEntity>

  public struct Sheet: Codable, Sendable {
    public var measurement: Measurement
    public var records: Int
    public var lineage: [Revision]
  }

  public struct Revision: Codable, Sendable {
    public var code: String
    public var revision: Int
    public var state: MeasurementState
    public var measuredOn: JalaliDay
    public var digest: String
    public var differences: [Difference]
  }

  public static let spec = Spec(
    "monitoring.measurement", "یک اندازه‌گیری", "One measurement", "/monitoring/measurements/{measurement}",
    permission: .monitoringRead, fields: ["measurement": ("اندازه‌گیری", "the measurement")])

  public func answer(in look: borrowing Look) throws -> Sheet {
    let row = try look.require(Measurement.self, measurement)
    let all = try look.all(
      Measurement.self, "province = ? AND year = ? ORDER BY revision", row.province, row.year)
    return Sheet(
      measurement: row,
      records: try look.count("SELECT count(*) FROM monitoring_evidence WHERE measurement = ?", row.id),
      lineage: all.map {
        Revision(
          code: $0.code, revision: $0.revision, state: $0.state, measuredOn: $0.measuredOn, digest: $0.digest,
          differences: $0.differences)
      })
  }
}
