import Contracts
import Feature

extension Permission {
  static let healthbasesRead = Permission(
    "healthbases.read", "دیدن پایگاه‌ها و توافق‌نامه‌ها", "see bases and agreements",
    heldBy: [
      .ngoOfficer, .countyOfficer, .preventionOfficer, .facilitator, .preventionDeputy, .provincialDirector,
      .nationalAdmin, .auditor,
    ])
  static let healthbasesPropose = Permission(
    "healthbases.propose", "پیشنهاد پایگاه", "propose a base", heldBy: [.ngoOfficer, .countyOfficer, .preventionOfficer])
  static let healthbasesRecord = Permission(
    "healthbases.record", "ثبت فعالیت پایگاه", "record activities of a base",
    heldBy: [.ngoOfficer, .countyOfficer, .preventionOfficer, .facilitator])
  /// S4: the year's activities are approved by the deputy for prevention.
  static let healthbasesApprove = Permission(
    "healthbases.approve", "پذیرش پایگاه و تأیید سال", "admit bases, approve a year", heldBy: [.preventionDeputy])
  static let healthbasesSign = Permission(
    "healthbases.sign", "امضا و خاتمهٔ توافق‌نامه", "sign and terminate agreements", heldBy: [.provincialDirector])
  static let healthbasesRecordSignature = Permission(
    "healthbases.record-signature", "ثبت امضای مؤسسه", "record an institute's signature",
    heldBy: [.ngoOfficer, .countyOfficer, .preventionOfficer])
  /// S4: head of the organisation, specialised deputy, responsible official.
  static let healthbasesConfirm = Permission(
    "healthbases.confirm-termination", "تشخیص خاتمهٔ زودهنگام", "find early termination necessary",
    heldBy: [.provincialDirector, .preventionDeputy, .preventionOfficer])
  static let healthbasesAppeal = Permission(
    "healthbases.appeal", "ثبت اعتراض مؤسسه به سرانجام", "enter an institute's objection to an outcome",
    heldBy: [.ngoOfficer, .countyOfficer, .preventionOfficer])
}
