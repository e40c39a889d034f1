import Contracts
import Feature

extension Permission {
  /// Whoever works with groups, and those who watch over it.
  static let groupsRead = Permission(
    "groups.read", "دیدن گروه‌ها", "see groups",
    heldBy: [
      .facilitator, .countyOfficer, .preventionOfficer, .ngoOfficer, .preventionDeputy, .provincialDirector, .auditor,
      .nationalAdmin,
    ])
  /// The desks that take an application and keep a group's records.
  static let groupsWrite = Permission(
    "groups.write", "ثبت کار گروه", "keep a group's records",
    heldBy: [.facilitator, .countyOfficer, .preventionOfficer])
  /// Whoever enters an objection at the desk enters it here too.
  static let groupsObject = Permission(
    "groups.object", "ثبت اعتراض متقاضی یا گروه", "enter an objection of an applicant or a group", heldBy: Role.objectionDesks)
  /// The one visit in person (S1) is the county's.
  static let groupsIdentity = Permission(
    "groups.identity", "احراز هویت متقاضی گروه", "confirm an applicant's identity", heldBy: [.countyOfficer])
  /// The process owner (S0) decides on requests and steps.
  static let groupsDecide = Permission(
    "groups.decide", "تصمیم دربارهٔ گروه", "decide on a group", heldBy: [.preventionOfficer])
  /// Whoever answers for the field work in a county or a province.
  static let groupsAssign = Permission(
    "groups.assign", "گماردن تسهیلگر", "assign facilitators to groups", heldBy: [.countyOfficer, .preventionOfficer])
  static let groupsAssess = Permission(
    "groups.assess", "ارزیابی بالندگی گروه", "assess a group's maturity",
    heldBy: [.facilitator, .countyOfficer, .preventionOfficer])
  /// The supervisor of the process (S0).
  static let groupsApprove = Permission(
    "groups.approve", "تأیید بالندگی و انحلال گروه", "declare maturity, dissolve", heldBy: [.preventionDeputy])
}
