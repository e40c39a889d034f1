import Contracts
import Feature

/// A measurement with its lineage: the revisions of the same province and year.
struct ShowMeasurement: Query {
  var measurement: Ref<MeasurementEntity>

  struct Output: Codable, Sendable {
    var measurement: Measurement
    var records: Int
    var lineage: [Revision]
    var sentences: [Texts]
  }

  struct Revision: Codable, Sendable {
    var code: String
    var revision: Int
    var state: MeasurementState
    var measuredOn: JalaliDay
    var digest: String
    var differences: [Difference]
  }

  static let spec = Spec(
    "monitoring.measurement", "یک اندازه‌گیری", "One measurement", "/monitoring/measurements/{measurement}",
    permission: .monitoringRead, fields: ["measurement": ("اندازه‌گیری", "the measurement")], verb: "show")

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    let row = try snapshot.require(Measurement.self, measurement)
    let all = try snapshot.all(
      Measurement.self, "province = ? AND year = ? ORDER BY revision", row.province, row.year)
    return Output(
      measurement: row,
      records: try snapshot.count("SELECT count(*) FROM monitoring_evidence WHERE measurement = ?", row.id),
      lineage: all.map {
        Revision(
          code: $0.code, revision: $0.revision, state: $0.state, measuredOn: $0.measuredOn, digest: $0.digest,
          differences: $0.differences)
      }, sentences: row.sentences)
  }
}
