import Contracts
import Feature

extension Permission {
  /// Whoever works with groups, and those who watch over it.
  static let toolshedRead = Permission(
    "toolshed.read", "دیدن انبار وسایل", "see the shed", heldBy: [.facilitator, .countyOfficer, .preventionOfficer, .auditor])
  /// The desks that keep the shed.
  static let toolshedKeep = Permission(
    "toolshed.keep", "کار انبار وسایل", "keep the shed", heldBy: [.facilitator, .countyOfficer])
  /// What is retired is gone: the officer decides.
  static let toolshedRetire = Permission(
    "toolshed.retire", "کنار گذاشتن وسیله", "retire a tool", heldBy: [.preventionOfficer])
}
