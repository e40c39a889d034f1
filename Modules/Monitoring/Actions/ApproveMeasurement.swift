import Contracts
import Feature

/// The deputy for prevention signs a measurement off; somebody else than who measured.
struct ApproveMeasurement: ApprovingAction {
  var measurement: Ref<MeasurementEntity>

  static let spec = Spec(
    "monitoring.approve", "تأیید اندازه‌گیری", "Approve a measurement", .post,
    "/monitoring/measurements/{measurement}/approval", permission: .monitoringApprove,
    fields: ["measurement": ("اندازه‌گیری", "the measurement")])

  func perform(in work: borrowing Transaction) throws -> Measurement {
    var row = try work.require(Measurement.self, measurement)
    let newer = try work.count(
      "SELECT count(*) FROM monitoring_measurement WHERE province = ? AND year = ? AND revision > ?", row.province,
      row.year, row.revision)
    try work.move(&row, by: .approve)
    try work.require(NewestRevision.self, .init(isNewest: newer == 0), in: row.province)
    try work.requireSeparationOfDuties(on: row)
    row.approvedOn = work.day
    return try work.update(row)
  }
}
