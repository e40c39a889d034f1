public import Contracts
import Jalali
public import Registry
public import Values

/// The deputy for prevention signs a measurement off; somebody else than who measured.
public struct ApproveMeasurement: Action {
  public var measurement: Ref<MeasurementEntity>

  public static let spec = Spec(
    "monitoring.approve", "تأیید اندازه‌گیری", "Approve a measurement", .post,
    "/monitoring/measurements/{measurement}/approval", permission: .monitoringApprove,
    fields: ["measurement": ("اندازه‌گیری", "the measurement")])

  public func perform(in work: borrowing UnitOfWork) throws -> Measurement {
    var row = try work.require(Measurement.self, measurement)
    let newer = try work.count(
      "SELECT count(*) FROM monitoring_measurement WHERE province = ? AND year = ? AND revision > ?", row.province,
      row.year, row.revision)
    try work.require(MeasurementApproval.self, .init(state: row.state, isNewest: newer == 0), in: row.province)
    try work.requireFreshEyes(on: row)
    row.state = .approved
    row.approvedOn = work.day
    return try work.update(row)
  }
}
