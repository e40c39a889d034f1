import Contracts
import Feature

extension Permission {
  static let monitoringRead = Permission(
    "monitoring.read", "دیدن شاخص‌ها", "see the indicators",
    heldBy: [
      .preventionDeputy, .preventionOfficer, .provincialDirector, .socialDeputy, .rehabilitationDeputy, .rehabilitationExpert,
      .schemeExpert, .auditor,
      .nationalAdmin,
    ])
  /// A county office sees its own county.
  static let monitoringCounties = Permission(
    "monitoring.counties", "دیدن پوشش شهرستان‌ها", "see coverage by county",
    heldBy: [
      .preventionDeputy, .preventionOfficer, .provincialDirector, .socialDeputy, .rehabilitationDeputy, .rehabilitationExpert,
      .schemeExpert, .countyOfficer, .auditor, .nationalAdmin,
    ])
  /// S0: the prevention officer is responsible for monitoring and measurement.
  static let monitoringMeasure = Permission(
    "monitoring.measure", "اندازه‌گیری سالانه", "measure the year", heldBy: [.preventionOfficer])
  /// S0: the deputy for prevention supervises the process.
  static let monitoringApprove = Permission(
    "monitoring.approve", "تأیید اندازه‌گیری", "approve a measurement", heldBy: [.preventionDeputy])
}
